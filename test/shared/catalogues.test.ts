import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cliTexts } from '../../src/cli/cliTexts';
import { editorTexts, operatorTexts, readCatalogue } from '../../src/shared/catalogues';
import { projectRoot } from '../../src/shared/config';
import { sentencesIn, takenIn, valuesLacking } from './sentencesInCode';

const catalogues = { cliTexts, editorTexts, operatorTexts };

const sentences = Object.entries(catalogues).flatMap(([name, texts]) => sentencesIn(texts, name));

const taken = readdirSync(path.join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(path.join(projectRoot, 'src', name), 'utf8'))
  .map((code) => takenIn(code, Object.keys(catalogues)));

describe('a catalogue', () => {
  it('is found through destructuring and choices in the code', () => {
    const code = 'const { a: { b }, c } = cliTexts; say(c.d); fill(yes ? b : c.e, { x, y: 1 }); fill(b, { ...z });';
    const { places, filled } = takenIn(code, ['cliTexts']);
    expect([...places]).toEqual(expect.arrayContaining(['cliTexts.a.b', 'cliTexts.c.d', 'cliTexts.c.e']));
    expect(filled).toEqual([
      { sentences: ['cliTexts.a.b', 'cliTexts.c.e'], values: ['x', 'y'] },
      { sentences: ['cliTexts.a.b'], values: undefined },
    ]);
  });

  it('names no value that the code does not give', () => {
    expect(valuesLacking(taken, sentences)).toEqual([]);
  });

  it('holds no sentence that no code takes', () => {
    const places = new Set(taken.flatMap((each) => [...each.places]));
    // A whole part may be taken at once: tables of words by state.
    const whole = new Set([
      'cliTexts.doctor.signIn.faults',
      'cliTexts.knowledge.does',
      'editorTexts.documents.fields',
      'editorTexts.refusedFiles',
      'operatorTexts.keys.sealed',
      'operatorTexts.settingsDefaults',
      'operatorTexts.settingsTable',
    ]);
    for (const part of whole) expect(places).toContain(part);
    const idle = sentences.filter(
      ([place]) => !places.has(place) && ![...whole].some((part) => place.startsWith(`${part}.`)),
    );
    expect(idle.map(([place]) => place)).toEqual([]);
  });

  it('writes words to the end, and an en dash between thoughts', () => {
    const wrong = sentences.filter(([, text]) => /\bt\.ex\.|\bbl\.a\.|\bosv\b|\bd\.v\.s\.|anonym| - |\s$/.test(text));
    expect(wrong).toEqual([]);
  });

  it('names a wrong field of a document as HR’s page and the reading of files look for it', () => {
    const { missing, wrong } = editorTexts.documents;
    for (const sentence of [missing, wrong])
      expect(sentence).toMatch(/^\{file\}: fältet "\{field\}" .+\. Tillåtet: \{allowed\}\.$/);
  });

  it('that cannot be read is named', () => {
    expect(() => readCatalogue('no.sv.json')).toThrow(/no\.sv\.json går inte att läsa\. Hämta tillbaka filen/);
  });
});
