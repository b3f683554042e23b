import { findabilityOf } from '../../src/hr/findability';
import { type HrService } from '../../src/hr/hrService';
import { type Answer } from '../../src/knowledge/answer';
import { type Passage } from '../../src/knowledge/documents/passages';

const facts = 'title: Resor\npublisher: Region Prov\nkind: Policy\nweight: Beslut\nsource: resor.txt';
const text = `---\n${facts}\n---\n\n# Resor\n\n## Tåg\n\nTåget är bäst.\n\n## Flyg\n\nFlyget är sist.\n\n## Bil\n\nBilen är kvar.\n`;
const asked: string[] = [];

/** An HR service that has one published document. Only the question about the train finds its passage. */
function hrWith(questions: readonly string[]): HrService {
  const version = { version: 1, text, asked: [{ quote: 'Bilen', questions }], dropped: [] };
  const store = {
    find: (id: string) => Promise.resolve({ id, live: 'published', version: 1, draft: null }),
    version: () => Promise.resolve(version),
  };
  const none: Answer = { outcome: 'none', near: { others: [] } };
  const ask = (question: string) => {
    asked.push(question);
    const passage = { id: 'resor#1' } as Passage;
    const quote = { passage, excerpt: '' };
    return Promise.resolve(
      question === 'Tåg?' ? { outcome: 'found' as const, quote, beside: [], more: [], followUps: [] } : none,
    );
  };
  const suggest = ({ heading }: Passage) => [`${heading.at(-1)}?`];
  return { library: { store, ask, suggest } } as unknown as HrService;
}

describe('how the passages of a document are found', () => {
  it('begins with those that not even their own words find', async () => {
    const found = await findabilityOf(hrWith(['Hur kör jag?']), 'resor');
    expect(found.map(({ heading }) => heading)).toEqual(['Flyg', 'Bil', 'Tåg']);
    expect(found.map(({ isFound }) => isFound)).toEqual(['no', 'no', 'no']);
    // Where an editor has written what people ask, the suggestions need not be asked.
    expect(asked.sort()).toEqual(['Flyg?', 'Hur kör jag?', 'Tåg?']);
  });
});
