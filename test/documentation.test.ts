import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../src/shared/config';
import { picturesOf, readTour } from '../tools/pictures/readTour';

const markdownIn = (folder: string): string[] =>
  readdirSync(path.join(projectRoot, folder), { recursive: folder !== '.', encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name));

const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');

/** Where a heading's link leads, as GitHub names it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsIn = (file: string): string[] =>
  [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));

/** The targets of a page's links and pictures that lead to a file of the project. */
const linksIn = (file: string): string[] =>
  [...read(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to ?? '').filter((to) => !/^[a-z]+:/.test(to));

describe('the documentation', () => {
  it.each([...markdownIn('.'), ...markdownIn('docs')])('%s leads to files and headings that there are', (file) => {
    const broken = linksIn(file).filter((link) => {
      const [to = '', anchor] = link.split('#');
      const target = to ? path.join(path.dirname(file), to) : file;
      if (!existsSync(path.join(projectRoot, target))) return true;
      return anchor !== undefined && !anchorsIn(target).includes(decodeURIComponent(anchor));
    });
    expect(broken).toEqual([]);
  });

  it('shows every picture that npm run pictures makes, each of 120 kB at most', () => {
    const shown = new Set([...markdownIn('.'), ...markdownIn('docs')].flatMap(linksIn).map((to) => path.basename(to)));
    const pictures = readdirSync(path.join(projectRoot, 'docs/pictures'));
    expect(pictures.filter((name) => !shown.has(name))).toEqual([]);
    expect(pictures.map((name) => name.replace('.png', '')).sort()).toEqual(picturesOf(readTour()).sort());
    const large = pictures.filter((name) => statSync(path.join(projectRoot, 'docs/pictures', name)).size > 120_000);
    expect(large).toEqual([]);
  });

  it('has an architecture of 8 KB at most, and decisions of one screen each', () => {
    expect(Buffer.byteLength(read('ARCHITECTURE.md'))).toBeLessThanOrEqual(8 * 1024);
    const long = markdownIn('docs/adr').filter((file) => read(file).split('\n').length > 50);
    expect(long).toEqual([]);
  });
});
