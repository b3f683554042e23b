import path from 'node:path';
import { libraryOf, loadPassages, readWording } from '../../../src/knowledge/library';
import { type Passage } from '../../../src/knowledge/documents/passages';
import { readQuestions } from '../../../tools/evaluate/evaluationFiles';
import { ask } from '../../../src/knowledge/answer';
import { confidenceOf } from '../../../src/knowledge/ranking/confidence';
import { type Grounds } from '../../../src/knowledge/ranking/grounds';
import { readOutOfScope } from '../../../src/knowledge/scope/outOfScope';
import { search } from '../../../src/knowledge/search';
import { documentOf, knowledge, theLibrary } from '../library';

const library = theLibrary();
const { weights } = library.index.wording;
const grounds: Grounds = {
  missing: 0.3,
  unknown: 0.1,
  own: 0.7,
  alike: 0.4,
  opening: 0.2,
  terms: 3,
  lacksName: 0,
  lacksNumber: 0,
  lacksFact: 0,
  lacksReason: 0,
  lacksDefinition: 0,
  outside: 0,
  likeOutside: 0,
  unasked: 0,
  size: Math.log(100),
};

describe('confidence', () => {
  it.each(['own', 'alike'] as const)('grows with %s', (kind) => {
    const more = { ...grounds, [kind]: grounds[kind] + 0.1 };
    expect(confidenceOf(weights, more)).toBeGreaterThan(confidenceOf(weights, grounds));
  });

  it.each([
    'missing',
    'unknown',
    'opening',
    'lacksName',
    'lacksNumber',
    'lacksFact',
    'lacksReason',
    'lacksDefinition',
    'outside',
    'likeOutside',
  ] as const)('falls with %s', (kind) => {
    const more = { ...grounds, [kind]: grounds[kind] + 0.1 };
    expect(confidenceOf(weights, more)).toBeLessThan(confidenceOf(weights, grounds));
  });

  it('is lower for the same evidence in a larger library', () => {
    const inThousands = { ...grounds, size: Math.log(10_000) };
    expect(confidenceOf(weights, inThousands)).toBeLessThan(confidenceOf(weights, grounds));
  });

  it.each(['Hur mår du?', 'Vem är min chef?', 'Vad blir det för väder i morgon?', 'asdf qwer'])(
    'is not enough to answer "%s"',
    (question) => expect(ask(library, question).outcome).not.toBe('found'),
  );

  it('answers no more of what nothing answers when four hundred passages about other things come beside', () => {
    const others = Array.from({ length: 400 }, (_, at): Passage => {
      const document = documentOf('', { id: `annat-${at}`, title: `Annat ${at}` });
      const text = [0, 1, 2].map((nth) => sentences[(at * 7 + nth * 13) % sentences.length]).join(' ');
      return { id: `annat-${at}#1`, document, heading: [], text, weight: '' };
    });
    const unanswered = readQuestions(path.join(__dirname, '../questions.jsonl')).filter(
      ({ answerable }) => !answerable,
    );
    const foundIn = (index: typeof library.index) =>
      unanswered.filter(({ q }) => (search(index, q, 1)[0]?.confidence ?? 0) >= weights.thresholds.found).length;
    const passages = [...loadPassages(knowledge), ...others];
    const larger = libraryOf(passages, readWording(knowledge), [], [], readOutOfScope(knowledge));
    expect(foundIn(larger.index)).toBeLessThanOrEqual(foundIn(library.index));
  });
});

const sentences = [
  'Pannrummet städas varje fredag av den som har jouren.',
  'Bussen till stationen går tre gånger i timmen.',
  'Den som lånar en cykel lämnar tillbaka den samma dag.',
  'Soppan serveras med bröd och ost klockan tolv.',
  'Trädgården vattnas tidigt om morgonen hela sommaren.',
  'Biblioteket har öppet till klockan nitton på vardagar.',
  'En regnig dag flyttas marknaden in i gymnastiksalen.',
  'Färgen torkar på två timmar om det är varmt.',
];
