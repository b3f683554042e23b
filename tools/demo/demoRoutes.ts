import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/shared/config';
import { dayInWords } from '../../src/shared/localTime';
import { pagePolicy } from '../../src/web/servePage';
import { type RoutePlugin } from '../../src/web/server';
import { demoFolder } from './readDemo';

/** How far the buttons move the day. */
const steps: readonly string[] = ['1', '7'];

/**
 * HR's page with a bar above it that moves the day. Only the demo has these routes.
 * @throws where the page has not been built
 */
export function demoRoutes(now: () => Date, move: (days: number) => Promise<void>): RoutePlugin {
  const page = readFileSync(path.join(projectRoot, 'dist/page/index.html'), 'utf8');
  const bar = readFileSync(path.join(demoFolder, 'bar.js'), 'utf8');
  const headers = { 'Cache-Control': 'no-store', 'Content-Security-Policy': pagePolicy(true) };
  return (server) => {
    server.get('/demo', (_request, response, next) => {
      // Before the page's own script, which then finds the demo's day.
      const told = `<meta name="sign-in" content="local" />
    <meta name="demo" content="${now().toISOString()}" data-day="${dayInWords(now())}" />
    <script type="module" src="/demo/bar.js"></script>
    <title>`;
      response.sendRaw(200, page.replace('<title>', told), { ...headers, 'Content-Type': 'text/html; charset=utf-8' });
      next();
    });
    server.get('/demo/bar.js', (_request, response, next) => {
      response.sendRaw(200, bar, { ...headers, 'Content-Type': 'text/javascript; charset=utf-8' });
      next();
    });
    server.post('/demo/days/:days', (request, response, next) => {
      const { days } = request.params as { days: string };
      const moved = steps.includes(days)
        ? move(Number(days)).then(
            () => void response.send(200, { day: dayInWords(now()) }),
            () => void response.send(500, { error: 'Det gick inte att flytta dagen. Starta om demon.' }),
          )
        : Promise.resolve(response.send(404, { error: 'Så långt går det inte att flytta dagen.' }));
      void moved.then(() => next());
    });
  };
}
