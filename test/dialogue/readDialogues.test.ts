import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findQuoted, foldersIn, readGuides } from '../../src/bot/guides';
import { readDialogues } from '../../src/dialogue/readDialogues';
import { projectRoot } from '../../src/shared/config';

const ours = readFileSync(path.join(projectRoot, 'cards/dialogues/ledningsgrupp.yaml'), 'utf8');
const knowledge = path.join(projectRoot, 'knowledge');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dialogues-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const reading = (text: string) => {
  writeFileSync(path.join(folder, 'prov.yaml'), text);
  return () => readDialogues(folder);
};

describe('a dialogue’s file', () => {
  it('of ours quotes its document word for word', () => {
    const guides = readGuides(foldersIn(path.join(projectRoot, 'cards')));
    expect([...guides.dialogueContents.keys()]).toEqual(['ledningsgrupp']);
    expect(() => findQuoted(guides, knowledge)).not.toThrow();
  });

  it('that quotes what does not stand in its document is refused at the start, by file and quote', () => {
    mkdirSync(path.join(folder, 'flows'));
    reading(ours.replace('Lyssna in', 'Lyssna ut'));
    const guides = readGuides({ guides: path.join(folder, 'flows'), dialogues: folder });
    expect(() => findQuoted(guides, knowledge)).toThrow('prov.yaml: citatet ”Lyssna ut” står inte i vgr');
  });

  it.each([
    ['a field that is missing', ours.replace(/^closing:.*$/m, ''), 'prov.yaml: closing saknas eller är fel. Tillåtet:'],
    ['a field that is unknown', `${ours}\nfärg: blå`, 'prov.yaml: filen har ett fält som inte finns. Tillåtet: title'],
    [
      'a time that is none',
      ours.replace('P30D', 'en månad'),
      'prov.yaml: retention saknas eller är fel. Tillåtet: en tid i dagar',
    ],
    ['no fields', 'bara text', 'prov.yaml: filen ska skrivas som fält'],
    [
      'no lessons',
      ours.replace(/lessons:[^]*$/, 'lessons: {}'),
      'prov.yaml: lessons saknas eller är fel. Tillåtet: 1 till 12',
    ],
  ])('with %s is refused with what is allowed', (_, text, message) => {
    expect(reading(text)).toThrow(message);
  });
});
