import { type HrService } from '../../src/hr/hrService';
import { tryQuestion } from '../../src/hr/tryQuestion';
import { type Passage } from '../../src/knowledge/documents/passages';

const quoted = (title: string, group?: string) => ({
  passage: { id: title, document: { id: title, title, group } } as Passage,
  excerpt: `enligt ${title}`,
});

/** What HR is told of a question that these passages come near. */
async function told(...candidates: ReturnType<typeof quoted>[]): Promise<readonly string[]> {
  const ask = () => Promise.resolve({ outcome: 'unsure', candidates });
  return (await tryQuestion({ library: { ask } } as unknown as HrService, { question: 'När?' })).reasons;
}

it('says which documents only a group may see, because other managers get another answer', async () => {
  expect(await told(quoted('Policy'), quoted('Lön', 'g1'), quoted('Lön', 'g1'), quoted('Jour', 'g2'))).toContain(
    'Bara en grupp får se ”Lön”, ”Jour”. Andra chefer får ett annat svar.',
  );
  expect((await told(quoted('Policy'))).join()).not.toContain('grupp');
});
