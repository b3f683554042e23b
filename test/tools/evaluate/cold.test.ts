import { judgeCold, questionsByDocument } from '../../../tools/evaluate/cold';
import { readPassages } from '../../../tools/evaluate/evaluationFiles';
import { measure } from '../../../tools/evaluate/metrics';
import { theLibrary } from '../../knowledge/library';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'cold-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = path.join(folder, 'passages.jsonl');
const lines = [
  { id: 'katt', title: 'Katter', text: 'Katten sover hela dagen på soffan och jagar möss om natten.' },
  { id: 'hund', title: 'Hundar', text: 'Hunden skäller på brevbäraren och sover i en korg vid dörren.' },
];
writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
const [cat, dog] = readPassages(file).map((passage) => ({ ...passage, asked: ['Vem väsnas när posten kommer?'] }));
const question = (q: string, ...gold: string[]) => ({ id: q, q, gold, kind: 'x', answerable: true });

describe('evaluate --cold', () => {
  it('takes the questions that one document alone answers', () => {
    const ofBoth = question('Vem sover?', 'katt', 'hund');
    const ofDog = question('Vem skäller?', 'hund');
    expect([...questionsByDocument([cat!, dog!], [ofBoth, ofDog])]).toEqual([['Hundar', [ofDog]]]);
  });

  it('leaves out what is asked of all documents, and of the one that answers', () => {
    const asked = [question('Vem väsnas när posten kommer?', 'hund')];
    const passages = [{ ...cat!, asked: ['Vem fångar råttor?'] }, dog!];
    const judged = judgeCold(passages, theLibrary().index.wording, asked);
    const recall = (kind: string) => measure(judged.filter((one) => one.kind === kind)).recallAt1;
    expect(recall('warm')).toBe(1);
    expect(recall('all cold')).toBe(0);
    expect(recall('this one cold')).toBe(0);
  });
});
