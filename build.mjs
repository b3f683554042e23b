/**
 * Compiles src/ and tools/ into dist/src/ and dist/tools/, each file that is newer than its compiled one. Types are checked by
 * `npm test`; without them a start need not wait for the compiler. The page is bundled into dist/page/, and the documents are
 * indexed into dist/index/.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = import.meta.dirname;
const at = (folder, name) => path.join(root, folder, name);
const madeAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const namesIn = (folder, ending) =>
  existsSync(at(folder, ''))
    ? readdirSync(at(folder, ''), { recursive: true })
        .filter((name) => name.endsWith(ending))
        .map((name) => path.join(folder, name.slice(0, -ending.length)))
    : [];

/** Empty where this is no git checkout, or git is not installed. */
const headCommit = () =>
  existsSync(at('', '.git'))
    ? spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout?.trim()
    : '';

/** Runs in the browser, bundled into one file. */
const isOfPage = (name) => name.startsWith(path.join('src', 'page') + path.sep);

mkdirSync(at('dist', ''), { recursive: true });
// The image that runs the service is built without tools/.
const sources = ['src', 'tools']
  .flatMap((folder) => namesIn(folder, '.ts'))
  .filter((name) => !isOfPage(name) && !name.endsWith('.d'));
const settings = Math.max(madeAt(at('', '.swcrc')), madeAt(at('', 'package-lock.json')));
const stale = sources.filter(
  (name) => madeAt(at('dist', `${name}.js`)) < Math.max(settings, madeAt(at('', `${name}.ts`))),
);
const { transformFileSync } = stale.length ? (await import('@swc/core')).default : {};
for (const name of stale) {
  const { code, map } = transformFileSync(at('', `${name}.ts`), { swcrc: true, cwd: root });
  mkdirSync(path.dirname(at('dist', name)), { recursive: true });
  writeFileSync(at('dist', `${name}.js.map`), map);
  writeFileSync(at('dist', `${name}.js`), `${code}\n//# sourceMappingURL=${path.basename(name)}.js.map\n`);
}
const compiled = ['src', 'tools'].flatMap((folder) => namesIn(path.join('dist', folder), '.js'));
for (const name of compiled) if (!sources.includes(path.relative('dist', name))) rmSync(at('', `${name}.js`));

// What /version tells. An image is built without .git: there COMMIT says it.
const commit = process.env.COMMIT || headCommit();
if (commit) writeFileSync(at('dist', 'version.json'), JSON.stringify({ commit }));
else rmSync(at('dist', 'version.json'), { force: true });

// Bundled into the page.
const catalogues = ['hr.sv.json', 'hr-page.sv.json'];
const page = at('src', 'page');
/** What the page takes its code from: mayImport in eslint.config.mjs. */
const isTakenByPage = /^src.(page|hr|campaigns|coaching|questions|deliveries|shared)\b/;
const newest = Math.max(
  settings,
  ...readdirSync(page).map((name) => madeAt(path.join(page, name))),
  ...sources.filter((name) => isTakenByPage.test(name)).map((name) => madeAt(at('', `${name}.ts`))),
  ...catalogues.map((name) => madeAt(at('cards', name))),
);
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

// The first start need not wait for it. Where the documents cannot be read, the start says why.
const { default: cache } = await import('./dist/src/knowledge/indexCache.js');
const { default: errors } = await import('./dist/src/shared/errors.js');
try {
  cache.cachedIndex(at('knowledge', ''), at('dist', 'index'));
} catch (error) {
  if (!errors.isExplained(error)) throw error;
}
