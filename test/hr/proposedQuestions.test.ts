import { type HrService } from '../../src/hr/hrService';
import { proposedQuestions } from '../../src/hr/proposedQuestions';
import { ModelFault } from '../../src/knowledge/coldStart/proposeQuestions';
import { type Passage } from '../../src/knowledge/documents/passages';

const text = `---\ntitle: Distans\npublisher: Region Prov\nkind: Policy\nweight: Beslut\nsource: distans.txt\n---\n\n# Distans\n\nHögst hälften av tiden.\n`;
const asked: Passage[] = [];

/** An HR service that has one document, and a model that does this. */
function hrWith(propose?: (passage: Passage) => Promise<readonly string[]>): HrService {
  const version = { text, asked: [{ quote: 'Högst hälften', questions: ['Hur mycket?'] }], dropped: ['Hur då?'] };
  const store = {
    find: (id: string) => Promise.resolve({ id, live: 'none', version: 0, draft: 1 }),
    version: () => Promise.resolve(version),
  };
  return { library: { store, propose } } as unknown as HrService;
}
const from = (hr: HrService, passage = 'distans#1') => proposedQuestions(hr, 'distans', { passage });

describe('what the region’s model proposes for a passage', () => {
  it('is made of the passage with what is asked of it, without what HR has dropped before', async () => {
    const hr = hrWith((passage) => {
      asked.push(passage);
      return Promise.resolve(['Hur ofta får jag vara hemma?', 'Hur då?']);
    });
    expect(await from(hr)).toEqual(['Hur ofta får jag vara hemma?']);
    expect(asked).toMatchObject([{ id: 'distans#1', asked: ['Hur mycket?'] }]);
  });

  it.each([
    ['there is no model', hrWith(), 'distans#1'],
    ['the passage is gone', hrWith(() => Promise.resolve([])), 'distans#99'],
  ])('is nothing where %s', async (_, hr, passage) =>
    expect(from(hr, passage)).rejects.toMatchObject({ why: 'notFound' }),
  );

  it('is an answer of what to do where the model fails', async () => {
    const hr = hrWith(() => Promise.reject(new ModelFault('slow')));
    await expect(from(hr)).rejects.toMatchObject({
      why: 'unavailable',
      message: 'Modellen svarade inte i tid. Försök igen om en stund.',
    });
  });
});
