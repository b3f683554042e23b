import { createHash } from 'node:crypto';
import { documentStyle } from './documentStyle';

const styleHash = createHash('sha256').update(documentStyle).digest('base64');

/** Headers of a page for people. No script runs, nothing is loaded and no other page can frame it, so hostile content stays text. */
export const pageHeaders = (formAction: "form-action 'none'" | "form-action 'self'") => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    'img-src data:',
    "base-uri 'none'",
    formAction,
    "frame-ancestors 'none'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
});
