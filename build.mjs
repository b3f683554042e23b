/**
 * Turns src/ into dist/, each file that is newer than what was made of it. Types are checked by `npm test`; without them a
 * start need not wait for the compiler.
 */
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = import.meta.dirname;
const at = (folder, name) => path.join(root, folder, name);
const madeAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const namesIn = (folder, ending) =>
  readdirSync(at(folder, ''), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));

/** What runs in the browser, in one file. */
const isOfPage = (name) => name.startsWith(`page${path.sep}`);

mkdirSync(at('dist', ''), { recursive: true });
const sources = namesIn('src', '.ts').filter((name) => !isOfPage(name) && !name.endsWith('.d'));
const settings = Math.max(madeAt(at('', '.swcrc')), madeAt(at('', 'package-lock.json')));
const stale = sources.filter(
  (name) => madeAt(at('dist', `${name}.js`)) < Math.max(settings, madeAt(at('src', `${name}.ts`))),
);
const { transformFileSync } = stale.length ? (await import('@swc/core')).default : {};
for (const name of stale) {
  const { code, map } = transformFileSync(at('src', `${name}.ts`), { swcrc: true, cwd: root });
  mkdirSync(path.dirname(at('dist', name)), { recursive: true });
  writeFileSync(at('dist', `${name}.js.map`), map);
  writeFileSync(at('dist', `${name}.js`), `${code}\n//# sourceMappingURL=${path.basename(name)}.js.map\n`);
}
for (const name of namesIn('dist', '.js').filter((made) => !sources.includes(made) && !isOfPage(made)))
  rmSync(at('dist', `${name}.js`));

const page = at('src', 'page');
const newest = Math.max(settings, ...readdirSync(page).map((name) => madeAt(path.join(page, name))));
if (madeAt(at('dist', 'page/main.js')) < newest) {
  rmSync(at('dist', 'page'), { recursive: true, force: true });
  const { build } = await import('rolldown');
  await build({
    input: path.join(page, 'main.ts'),
    tsconfig: path.join(page, 'tsconfig.json'),
    output: { dir: at('dist', 'page'), format: 'esm', minify: true, sourcemap: true },
    logLevel: 'warn',
  });
}
for (const name of ['index.html', 'page.css']) copyFileSync(path.join(page, name), at('dist', `page/${name}`));
