import path from 'node:path';
import { readLayouts } from '../../src/cards/layouts';
import { createRenderer } from '../../src/cards/render';
import { type Answer } from '../../src/knowledge/answer';
import { type KnowledgeDocument } from '../../src/knowledge/documents/document';
import { passagesOf } from '../../src/knowledge/documents/passages';
import { projectRoot } from '../../src/shared/config';
import { partsOf } from '../../tools/localTeams/inputs';
import { documentOf } from '../knowledge/library';
import { plainSetting } from './plainSetting';

const cards = path.join(projectRoot, 'cards');
const render = createRenderer(readLayouts(cards), { ...plainSetting, oldYears: 5 });

const quoteOf = (text: string, facts: Partial<KnowledgeDocument>) => {
  const [passage] = passagesOf(documentOf(`# Schema\n\n${text}`, facts));
  return { passage: passage!, excerpt: text };
};
const [old, recent] = [
  quoteOf('Schemat är klart 14 dagar före.', { id: 'a', title: 'Äldre rutin', date: '2019' }),
  quoteOf('Schemat är klart fyra veckor före.', { id: 'b', title: 'Ny rutin', date: '2025-03' }),
];
const shown = (answer: Partial<Extract<Answer, { outcome: 'found' }>>) => {
  const message = render({
    kind: 'found',
    answer: { outcome: 'found', quote: old, beside: [recent], more: [], followUps: [], ...answer },
  });
  return { ...message, blocks: partsOf(message.card ?? {}, 'TextBlock').map(({ text }) => String(text)) };
};

describe('where documents say different things', () => {
  it('the card says so above both, with their sources and years, and which is newest', () => {
    const { text, summary, blocks } = shown({ differs: 'amount' });
    expect(text).toBe('Dokumenten säger olika: [1] [2].');
    expect(summary).toBe(text);
    expect(blocks.slice(0, 2)).toEqual([
      'Dokumenten säger olika',
      'Nyast är Ny rutin, 2025. Fråga HR vad som gäller hos dig.',
    ]);
    expect(blocks).toContain('Region Prov: Äldre rutin, från 2019 · Presentation');
    expect(blocks).toContain('Region Prov: Ny rutin, 2025 · Presentation');
  });

  it('definitions are no question of what counts', () => {
    const { blocks } = shown({ differs: 'definition' });
    expect(blocks.slice(0, 2)).toEqual(['Dokumenten förklarar det olika', 'Nyast är Ny rutin, 2025.']);
  });

  it('nothing is called newest where a document has no date, or both are of one year', () => {
    const undated = quoteOf('Schemat är klart fyra veckor före.', { id: 'b', title: 'Ny rutin' });
    const same = quoteOf('Schemat är klart fyra veckor före.', { id: 'b', title: 'Ny rutin', date: '2019-12' });
    for (const other of [undated, same])
      expect(shown({ differs: 'stance', beside: [other] }).blocks[1]).toBe('Fråga HR vad som gäller hos dig.');
  });

  it('nothing is said of it where they do not', () => {
    const { text, blocks } = shown({});
    expect(text).toContain('Så står det i');
    expect(blocks.join()).not.toContain('olika');
  });
});
