import { readFileSync } from 'node:fs';
import path from 'node:path';
import page from '../../cards/hr-page.sv.json';
import { projectRoot } from '../../src/shared/config';
import { readJsonFile } from '../../src/shared/contentFile';
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

const sentences = (part: unknown): string[] =>
  typeof part === 'string' ? [part] : Object.values(part as object).flatMap(sentences);

describe.each(['texts.sv.json', 'hr.sv.json', 'hr-page.sv.json'])('the catalogue %s', (name) => {
  const all = sentences(readJsonFile(path.join(cards, name)));

  it('holds no double or trailing space, and no empty sentence but where nothing is said', () => {
    expect(all.filter((text) => /^\s|\s$| {2}/.test(text))).toEqual([]);
    // A button that says nothing afterwards.
    expect(all.filter((text) => !text).length).toBe(name === 'hr-page.sv.json' ? 1 : 0);
  });

  it('never promises anonymity or that nobody can read', () => {
    // A person may ask "är det här anonymt?". What is typed promises nothing, and the rest of the catalogue is what is said.
    const { commands: _, ...said } = readJsonFile(path.join(cards, name)) as Record<string, unknown>;
    expect(sentences(said).filter((text) => /anonym|ingen kan läsa/i.test(text))).toEqual([]);
  });

  it('quotes with ”…”, has en dashes between numbers and calls nobody hon or han', () => {
    // What a person types, as YAML or an address, has the signs of its kind.
    const typed = /tystFrån|"\d\d:\d\d"/;
    expect(
      all.filter(
        (text) => !typed.test(text) && /["“]|(?<![\d-])\d{1,3}-\d{1,3}(?![\d-])| - |\b(?:hon|han)\b/i.test(text),
      ),
    ).toEqual([]);
  });
});

describe('what several catalogues say', () => {
  const { feedback, questions } = readTexts(cards);
  const { feedbackReasons, questions: onPage } = page;

  it('is called the same on the page of HR as in the chat', () => {
    const { reasons } = feedback;
    expect(feedbackReasons).toEqual(
      Object.fromEntries(Object.entries(reasons).map(([key, label]) => [key, label.toLowerCase()])),
    );
    expect(onPage.usualPromise).toBe(questions.promise);
  });
});

describe('texts.sv.json', () => {
  it('stands apart from the layouts, which hold no prose of their own', () => {
    for (const name of ['found', 'unsure', 'page']) {
      const layout = readFileSync(path.join(cards, 'layouts', `${name}.json`), 'utf8');
      const shown = [...layout.matchAll(/"(?:text|title|label|altText)": "([^"]*)"/g)].map(([, text]) => text);
      expect(shown.filter((text) => !/^\$\{[^}]+\}( · \$\{[^}]+\})*$/.test(text ?? ''))).toEqual([]);
    }
  });
});
