/**
 * Turns src/ into dist/, each file that is newer than what was made of it. Types are checked by `npm test`; without them a
 * start need not wait for the compiler.
 */
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = import.meta.dirname;
const at = (folder, name) => path.join(root, folder, name);
const madeAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const namesIn = (folder, ending) =>
  readdirSync(at(folder, ''), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));

mkdirSync(at('dist', ''), { recursive: true });
const sources = namesIn('src', '.ts').filter((name) => !name.endsWith('.d'));
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
for (const name of namesIn('dist', '.js').filter((made) => !sources.includes(made))) rmSync(at('dist', `${name}.js`));
