import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Next, type Request, type Response as HttpResponse, type Server } from 'restify';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** The hosts at which Teams shows tabs, as its documentation lists them. */
const frames = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://teams.cloud.microsoft',
  'https://*.cloud.microsoft',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];

/**
 * The Content-Security-Policy of HR's page. Only the page's own files run, and only Teams may frame it; in local mode nobody may.
 */
export const pagePolicy = (isLocal: boolean): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    // Teams' own library asks there which hosts may embed it.
    `connect-src 'self'${isLocal ? '' : ' https://res.cdn.office.net'}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${isLocal ? "'none'" : frames.join(' ')}`,
  ].join('; ');

/** Serves HR's page from a folder. In local mode the page offers a sign-in; else only Teams can show it. */
export function servePage(server: Server, folder: string, isLocal: boolean): void {
  const told = `<meta name="sign-in" content="${isLocal ? 'local' : 'teams'}" />\n    <title>`;
  for (const name of readdirSync(folder)) {
    const type = types[path.extname(name)];
    if (!type) continue;
    const text = readFileSync(path.join(folder, name), 'utf8');
    const shown = name === 'index.html' ? text.replace('<title>', told) : text;
    // Compressed when it is first asked for.
    let file: Buffer | undefined;
    const headers = {
      'Content-Type': type,
      'Content-Encoding': 'gzip',
      // The files keep their names when the page changes, so a browser must ask again.
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': pagePolicy(isLocal),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    };
    server.get(
      name === 'index.html' ? '/hr' : `/hr/${name}`,
      (_request: Request, response: HttpResponse, next: Next) => {
        response.sendRaw(200, (file ??= gzipSync(shown)), headers);
        next();
      },
    );
  }
}
