import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/shared/config';
import { licenceOf, refusedPackages } from './allowed';
import { lockedPackages, type LockedPackage } from './lockedPackages';

/** One line of the list: a package that is handed on with the service, and the notice that its licence asks to be handed on too. */
export interface Notice {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** `service`: in node_modules of the image. `page`: within the file that the browser gets. */
  readonly in: 'service' | 'page';
  /** The files of the package that speak of its licence; empty where it has none. */
  readonly text: string;
}

/** The folders of packages whose code stands within the page, by the maps that the build writes beside it. */
export function foldersInPage(pageFolder: string): Set<string> {
  const maps = readdirSync(pageFolder).filter((name) => name.endsWith('.js.map'));
  const sources = maps.flatMap((name) => {
    const map = JSON.parse(readFileSync(path.join(pageFolder, name), 'utf8')) as { readonly sources: string[] };
    return map.sources;
  });
  const folders = sources.map((source) => /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(source)?.[0] ?? '');
  return new Set(folders.filter(Boolean));
}

const isNotice = (name: string): boolean => /^(licen[cs]e|notice|copying)/i.test(name);

function textOf(folder: string): string {
  const names = readdirSync(folder).filter(isNotice).sort();
  return names.map((name) => readFileSync(path.join(folder, name), 'utf8').trim()).join('\n\n');
}

const isHandedOn = ({ folder, dev }: LockedPackage, inPage: ReadonlySet<string>): boolean => !dev || inPage.has(folder);

/**
 * The notices of the installed packages that are handed on: those of the service, and packages of development whose folder is
 * in `inPage`.
 */
export function noticesOf(root: string, packages: readonly LockedPackage[], inPage: ReadonlySet<string>): Notice[] {
  return packages
    .filter((one) => isHandedOn(one, inPage) && existsSync(path.join(root, one.folder)))
    .map((one) => ({
      name: one.name,
      version: one.version,
      licence: licenceOf(one) ?? 'unknown',
      in: one.dev ? 'page' : 'service',
      text: textOf(path.join(root, one.folder)),
    }));
}

/** Writes dist/licenses.json. Exit code 1 where a package may not be handed on. */
function run(): number {
  const packages = lockedPackages(projectRoot);
  const inPage = foldersInPage(path.join(projectRoot, 'dist', 'page'));
  const refused = refusedPackages(packages, (one) => isHandedOn(one, inPage));
  for (const { name, version, licence } of refused)
    console.error(
      `${name} ${version} har licensen ${licence ?? 'okänd'}, som inte är tillåten. Läs den, och byt paket eller skriv in beslutet i tools/licenses/allowed.ts.`,
    );
  if (refused.length) return 1;
  const notices = noticesOf(projectRoot, packages, inPage);
  const file = path.join(projectRoot, 'dist', 'licenses.json');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(notices, undefined, 2)}\n`);
  console.log(`${file}: ${notices.length} paket.`);
  return 0;
}

if (require.main === module) process.exitCode = run();
