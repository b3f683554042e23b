import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/shared/config';
import { fill, readTexts } from '../../src/shared/texts';

const cards = path.join(projectRoot, 'cards');

describe('fill', () => {
  it('puts values in and leaves no placeholder', () => {
    expect(fill('Fråga {hrContact}.', { hrContact: 'HR' })).toBe('Fråga HR.');
  });

  it('names the sentence whose value is missing', () => {
    expect(() => fill('Fråga {who}.', {})).toThrow('Fråga {who}.');
  });

  it('never fills a placeholder that came with a value', () => {
    expect(fill('{a} {b}', { a: '{b}', b: 'x' })).toBe('{b} x');
  });
});

describe('texts.sv.json', () => {
  const sentences = (part: unknown): string[] =>
    typeof part === 'string' ? [part] : Object.values(part as object).flatMap(sentences);
  const all = sentences(readTexts(cards));

  it('holds no empty sentence and no double or trailing space', () => {
    expect(all.filter((text) => !text || /^\s|\s$| {2}/.test(text))).toEqual([]);
  });

  it('never promises anonymity or that nobody can read', () => {
    expect(all.filter((text) => /anonym|ingen kan läsa/i.test(text))).toEqual([]);
  });

  it('stands apart from the layouts, which hold no prose of their own', () => {
    for (const name of ['found', 'unsure', 'page']) {
      const layout = readFileSync(path.join(cards, 'layouts', `${name}.json`), 'utf8');
      const shown = [...layout.matchAll(/"(?:text|title|label|altText)": "([^"]*)"/g)].map(([, text]) => text);
      expect(shown.filter((text) => !/^\$\{[^}]+\}( · \$\{[^}]+\})*$/.test(text ?? ''))).toEqual([]);
    }
  });
});
