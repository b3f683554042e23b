import { conflicts } from '../../src/hr/conflicts';
import { type HrService } from '../../src/hr/hrService';
import { type Answer } from '../../src/knowledge/answer';
import { type Passage } from '../../src/knowledge/documents/passages';

const text = (id: string) =>
  `---\ntitle: ${id}\npublisher: Region Prov\nkind: Policy\nweight: Beslut\nsource: a.txt\n---\n\n# ${id}\n\n## Schema\n\nSchemat är klart i tid i ${id}.\n`;
const quoted = (id: string) => ({
  passage: {
    id: `${id}#1`,
    document: { id, title: id, date: '2019-04', ...(id === 'b' && { group: 'g' }) },
  } as Passage,
  excerpt: `enligt ${id}`,
});
const asked: string[] = [];

/** An HR service with these documents. Every question but the last of them is answered by `a` and, differently, by `b`. */
function hrWith(live: Readonly<Record<string, string>>, differing: readonly string[]): HrService {
  const version = (id: string) => ({
    version: 1,
    text: text(id),
    asked: id === 'a' ? [{ quote: 'i tid', questions: ['När är schemat klart?', 'Hur tidigt?'] }] : [],
    dropped: [],
  });
  const store = {
    list: () => Promise.resolve(Object.entries(live).map(([id, state]) => ({ id, live: state, version: 1 }))),
    version: (id: string) => Promise.resolve(version(id)),
  };
  const ask = (question: string): Promise<Answer> => {
    asked.push(question);
    const differs = differing.includes(question) && { differs: 'amount' as const };
    return Promise.resolve({
      outcome: 'found',
      quote: quoted('a'),
      beside: [quoted('b')],
      more: [quoted('c')],
      followUps: [],
      ...differs,
    });
  };
  const suggest = ({ document }: Passage) => [`${document.id} ett?`, `${document.id} två?`, `${document.id} tre?`];
  return { library: { store, ask, suggest } } as unknown as HrService;
}

describe('documents that answer differently', () => {
  beforeEach(() => asked.splice(0));

  it('are told once, with what each says, from when it is and who may see it, and nothing of those that only answer too', async () => {
    const live = { a: 'published', b: 'published' };
    expect(await conflicts(hrWith(live, ['När är schemat klart?', 'Hur tidigt?']))).toEqual([
      {
        question: 'När är schemat klart?',
        quotes: [
          { document: 'a', title: 'a', excerpt: 'enligt a', date: '2019-04', audience: { kind: 'everyone' } },
          {
            document: 'b',
            title: 'b',
            excerpt: 'enligt b',
            date: '2019-04',
            audience: { kind: 'group', group: 'g' },
          },
        ],
      },
    ]);
  });

  it('are looked for by what editors have written, else by suggestions, and among what is published', async () => {
    const live = { a: 'published', b: 'published', c: 'withdrawn', d: 'none' };
    expect(await conflicts(hrWith(live, []))).toEqual([]);
    expect(asked).toEqual(['När är schemat klart?', 'Hur tidigt?', 'b ett?', 'b två?']);
  });
});
