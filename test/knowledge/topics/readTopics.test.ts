import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isExplained } from '../../../src/shared/errors';
import { readTopics } from '../../../src/knowledge/topics/readTopics';

const folder = mkdtempSync(path.join(tmpdir(), 'topics-'));
afterAll(() => rmSync(folder, { recursive: true }));

const table = '| | Förr | Nu |\n| --- | --- | --- |\n| Syfte | Kontroll | Lärande |';
beforeAll(() => {
  const fields = 'title: T\npublisher: P\nkind: K\nweight: W\nsource: t.txt';
  writeFileSync(
    path.join(folder, 'ett.md'),
    `---\n${fields}\n---\n# Vad är tillit?\n\nTillit är att **våga** lita på andra. Det tar tid.\n\n- Fråga först\n- Svara sedan\n\n${table}\n`,
  );
  mkdirSync(path.join(folder, 'topics'));
});

const topic = (over: string, quote = 'Tillit är att våga lita på andra.') => `title: Tillit
question: Vad är tillit?
asked: [vad betyder tillit]
parts:
  - heading: I korthet
    quotes:
      - document: ett
        quote: ${JSON.stringify(quote)}
${over}`;

const read = (text: string, name = 'tillit.yaml') => {
  rmSync(path.join(folder, 'topics'), { recursive: true });
  mkdirSync(path.join(folder, 'topics'));
  writeFileSync(path.join(folder, 'topics', name), text);
  return readTopics(folder);
};
const complaint = (text: string, name?: string): string => {
  try {
    read(text, name);
  } catch (error) {
    expect(isExplained(error as Error)).toBe(true);
    return (error as Error).message;
  }
  throw new Error('nothing was wrong');
};

describe('a topic', () => {
  it('is read with each quotation in its passage', () => {
    const [read1] = read(topic('next: []'));
    expect(read1).toMatchObject({ id: 'tillit', title: 'Tillit', next: [] });
    expect(read1!.parts[0]!.quotes[0]).toMatchObject({
      text: 'Tillit är att våga lita på andra.',
      passage: { document: { id: 'ett' } },
    });
  });

  it.each([
    ['a list', '- Fråga først'.replace('ø', 'ö')],
    ['the rows of a table', '| Syfte | Kontroll | Lärande |'],
    ['a heading', 'Vad är tillit?'],
  ])('may quote %s', (_, quote) => {
    expect(read(topic('', quote))[0]!.parts[0]!.quotes[0]!.passage.document.id).toBe('ett');
  });

  it('has the cells of a row apart, as passages have them', () => {
    expect(read(topic('', '| Syfte | Kontroll | Lärande |'))[0]!.parts[0]!.quotes[0]!.text).toBe(
      'Syfte\tKontroll\tLärande',
    );
  });

  it.each([
    ['a word is changed', 'Tillit är att våga tro på andra.'],
    ['a word is left out', 'Tillit är att lita på andra.'],
    ['words are added', 'Tillit är att våga lita på andra. Alltid.'],
  ])('is refused, with the file and the remedy, where in a quotation %s', (_, quote) => {
    expect(complaint(topic('', quote))).toMatch(
      /tillit\.yaml: citatet ”Tillit .* står inte i ett\. Skriv det ordagrant/,
    );
  });

  it.each([
    ['it lacks its question', topic('').replace('question: Vad är tillit?\n', ''), /fel i question/],
    ['it has a field that nothing reads', topic('colour: red'), /fel i filen/],
    ['a part says nothing', topic('').replace(/ {4}quotes:[\s\S]*/, ''), /fel i parts/],
    ['its document is not there', topic('').replace('document: ett', 'document: tva'), /dokumentet ”tva” finns inte/],
    ['it goes on with what is no topic', topic('next: [borta]'), /next: ”borta” är inget ämne/],
    ['it is no YAML', 'title: [', /går inte att läsa som YAML/],
  ])('is refused where %s', (_, text, why) => {
    expect(complaint(text)).toMatch(why);
    expect(complaint(text)).toContain('tillit.yaml');
  });

  it('has a name that an id can be', () => {
    expect(complaint(topic(''), 'Min Tillit.yaml')).toMatch(/filens namn får bara ha/);
  });
});

it('a folder without topics has none', () => {
  rmSync(path.join(folder, 'topics'), { recursive: true });
  expect(readTopics(folder)).toEqual([]);
});
