import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../../src/shared/config';
import { refusedPackages, staleDecisions } from '../../../tools/licenses/allowed';
import { foldersInPage, noticesOf } from '../../../tools/licenses/licenses';
import { lockedPackages, type LockedPackage } from '../../../tools/licenses/lockedPackages';

const example = (licence: string | undefined): LockedPackage => ({
  name: 'example',
  version: '1.0.0',
  folder: 'node_modules/example',
  licence,
  dev: false,
});

describe('the licences', () => {
  const packages = lockedPackages(projectRoot);

  it('are known and allowed, of every package of every platform', () => {
    expect(packages.length).toBeGreaterThan(300);
    expect(refusedPackages(packages).map(({ name, version, licence }) => [name, version, licence])).toEqual([]);
  });

  it('that somebody has decided on are of packages that are there', () => {
    expect(staleDecisions(packages)).toEqual([]);
  });

  it.each(['MIT', '(MIT OR GPL-3.0-or-later)', 'MIT AND Zlib', 'GPL-2.0-only OR ISC'])('%s is allowed', (licence) => {
    expect(refusedPackages([example(licence)])).toEqual([]);
  });

  it.each([
    'GPL-3.0-only',
    'AGPL-3.0-or-later',
    'MPL-2.0',
    'MIT AND GPL-3.0-only',
    'SEE LICENSE IN LICENSE',
    'UNLICENSED',
    'Apache-2.0 WITH LLVM-exception',
    '(MIT OR ISC) AND (GPL-3.0-only)',
    '(MIT OR (GPL-3.0-only AND ISC))',
    'CC-BY-4.0',
    '',
    undefined,
  ])('%s is not', (licence) => {
    expect(refusedPackages([example(licence)])).toHaveLength(1);
  });
});

describe('a licence that asks something of who hands on', () => {
  const ofDevelopment = { ...example('MPL-2.0'), dev: true };

  it('is allowed for development', () => {
    expect(refusedPackages([ofDevelopment])).toEqual([]);
    expect(refusedPackages([{ ...ofDevelopment, licence: 'GPL-3.0-only' }])).toHaveLength(1);
  });

  it('is refused for what stands in the page, though development brings it', () => {
    expect(refusedPackages([ofDevelopment], () => true)).toEqual([ofDevelopment]);
  });
});

describe('the list of licences', () => {
  let root: string;
  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  beforeEach(() => (root = mkdtempSync(path.join(os.tmpdir(), 'licences-'))));
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('has what the service takes along and what stands in the page, each with its notice', () => {
    const lock = {
      packages: {
        '': { version: '1.0.0' },
        'node_modules/served': { version: '1.0.0', license: 'MIT' },
        'node_modules/served/node_modules/@inner/part': { version: '2.0.0', license: 'ISC' },
        'node_modules/shown': { version: '3.0.0', license: 'MIT', dev: true },
        'node_modules/tested': { version: '4.0.0', license: 'MIT', dev: true },
        'node_modules/of-another-platform': { version: '5.0.0', license: 'MIT' },
      },
    };
    put('package-lock.json', JSON.stringify(lock));
    put('node_modules/served/LICENSE', 'Copyright Served\n');
    put('node_modules/served/notice.txt', 'Notice of Served');
    put('node_modules/served/index.js', '');
    put('node_modules/served/node_modules/@inner/part/Licence.md', 'Copyright Part');
    put('node_modules/shown/COPYING', 'Copyright Shown');
    put('node_modules/tested/LICENSE', 'Copyright Tested');
    put('dist/page/main.js.map', JSON.stringify({ sources: ['../../node_modules/shown/a.js', '../../src/page/b.ts'] }));
    const notices = noticesOf(root, lockedPackages(root), foldersInPage(path.join(root, 'dist/page')));
    expect(notices).toEqual([
      { name: 'served', version: '1.0.0', licence: 'MIT', in: 'service', text: 'Copyright Served\n\nNotice of Served' },
      { name: '@inner/part', version: '2.0.0', licence: 'ISC', in: 'service', text: 'Copyright Part' },
      { name: 'shown', version: '3.0.0', licence: 'MIT', in: 'page', text: 'Copyright Shown' },
    ]);
  });
});

describe('the dependencies', () => {
  const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');
  type Overrides = { readonly [name: string]: string | Overrides };
  const { dependencies, devDependencies, overrides } = JSON.parse(read('package.json')) as {
    readonly dependencies: Record<string, string>;
    readonly devDependencies: Record<string, string>;
    readonly overrides: Overrides;
  };
  const replaced = (some: Overrides): [name: string, version: string][] =>
    Object.entries(some).flatMap(([name, to]) => (typeof to === 'string' ? [[name, to]] : replaced(to)));

  it('have exact versions', () => {
    const versions = Object.entries({ ...dependencies, ...devDependencies });
    const open = [...versions, ...replaced(overrides)].filter(
      ([, version]) => !/^(npm:@?[^@]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(open).toEqual([]);
  });

  it('run no script when they are installed, and come from no host that the lockfile names', () => {
    expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });

  it('have a reason in docs/dependencies.md for each that is replaced', () => {
    const [, section = ''] = read('docs/dependencies.md').split('## Replaced');
    const saidOf = ([name, version]: [string, string]) => (version.startsWith('npm:') ? name : `${name} ${version}`);
    const missing = replaced(overrides).filter((each) => !section.includes(`**${saidOf(each)}**`));
    expect(missing).toEqual([]);
  });
});
