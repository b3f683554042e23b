import path from 'node:path';
import { foldersIn, readGuides } from '../../src/bot/guides';
import { ask } from '../../src/knowledge/answer';
import { projectRoot } from '../../src/shared/config';
import { readYaml } from '../../src/shared/contentFile';
import { theLibrary } from '../knowledge/library';

const { answer, ...first } = readYaml(path.join(__dirname, 'guideFirst.yaml')) as Record<string, string[]>;
const guides = readGuides(foldersIn(path.join(projectRoot, 'cards')));
const library = theLibrary();
const guideFor = (text: string) => guides.guideFirst(text, ask(library, text), guides.flowFor(text)?.flow.id)?.id;

describe('the guide comes before the answer', () => {
  it.each(Object.entries(first).flatMap(([id, texts]) => texts.map((text) => [text, id])))('to %s: %s', (text, id) =>
    expect(guideFor(text)).toBe(id),
  );

  it('whatever way a guide says that it is asked for, and whichever everyday words are all of the message', () => {
    for (const { id, asked, starts } of [...guides.guides, ...guides.rehearsals])
      for (const text of [...asked, ...starts.filter((words) => !guides.flowFor(words)?.exact)])
        expect([text, guideFor(text)]).toEqual([text, id]);
  });
});

describe('the answer comes first', () => {
  it.each(answer ?? [])('to what asks for no guide: %s', (text) => expect(guideFor(text)).toBeUndefined());

  it('to what a guide says is asked of something else', () => {
    for (const { notAsked } of [...guides.guides, ...guides.rehearsals])
      for (const text of notAsked) expect([text, guideFor(text)]).toEqual([text, undefined]);
  });
});
