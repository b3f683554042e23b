import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import page from '../../cards/hr-page.sv.json';
import { hrTexts } from '../../src/shared/catalogues';
import { projectRoot } from '../../src/shared/config';
import { sentencesIn, takenIn, valuesLacking } from './sentencesInCode';

/** What the files of some folders take; `sentence` is filled as `fill` is. */
const takenBy = (folders: readonly string[], catalogue: string) =>
  folders
    .flatMap((folder) => readdirSync(path.join(projectRoot, 'src', folder)).map((name) => path.join(folder, name)))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(projectRoot, 'src', name), 'utf8').replace(/\bsentence\(/g, 'fill('))
    .map((code) => takenIn(code, [catalogue]));

/** Tables that code takes as a whole, and reads by a state, a kind or a number. */
const tables = {
  texts: [
    ...['actions', 'feedbackReasons', 'moved', 'principles', 'questionKinds', 'skipped', 'retry'],
    ...['documentFacts.fields', 'documentFacts.hints', 'documents.acts', 'documents.history', 'documents.tabs'],
    ...['group.verdicts', 'log.acts', 'unanswered.people'],
    // With a form for one and a form for many.
    ...['managers', 'workingDays', 'documents.passages', 'documents.warnings', 'list.rows', 'list.hidden'],
  ],
  hrTexts: ['calendar.remedies', 'lists.faults', 'model.faults', 'onePage.left', 'shared'],
};

describe.each([
  ['of HR’s page', 'texts', page, ['page']],
  ['of HR’s API', 'hrTexts', hrTexts, ['hr', 'campaigns', 'web', 'sheets', 'knowledge/coldStart']],
] as const)('the catalogue %s', (_of, name, catalogue, folders) => {
  const sentences = sentencesIn(catalogue, name);
  const taken = takenBy(folders, name);

  it('names no value that the code does not give', () => {
    expect(valuesLacking(taken, sentences)).toEqual([]);
  });

  it('holds no sentence that no code takes', () => {
    const places = new Set(taken.flatMap((each) => [...each.places]));
    const idle = sentences
      .map(([place]) => place)
      .filter((place) => !places.has(place) && !tables[name].some((table) => place.startsWith(`${name}.${table}.`)));
    expect(idle).toEqual([]);
  });
});
