import { type Campaigning } from './campaigning';
import { fewest } from './campaigns/draft';
import { standingOf } from './coaching/coach';
import { type Flow } from './coaching/flow';
import { type Guides } from './flows';
import { type Desk } from './hr/desk';
import { figuresOf, type Counted } from './hr/figures';
import { type KnowledgeDocument } from './knowledge/document';
import { type Reply } from './reply';
import { readSheet } from './sheets/read';
import { csvOf, xlsxOf } from './sheets/write';

/** HR's side of the house: what the store has of it, and what the rest adds. */
export function openDesk(
  stored: Omit<
    Desk,
    'campaigning' | 'reflections' | 'guides' | 'cardOf' | 'readSheet' | 'sheetOf' | 'figures' | 'documents'
  > & {
    countUse(): Promise<Counted>;
  },
  campaigning: Campaigning,
  { flows, reflections, guides }: Guides,
  documents: () => readonly KnowledgeDocument[],
  render: (reply: Reply) => { readonly card?: object },
): Desk {
  return {
    ...stored,
    campaigning,
    reflections,
    guides,
    cardOf: (flow) => render(firstOf(campaigning, flow)).card,
    readSheet,
    sheetOf: async (form, rows) => (form === 'csv' ? Buffer.from(csvOf(rows)) : xlsxOf('Resultat', rows)),
    figures: async () => figuresOf(await stored.countUse(), (flow) => flows.get(flow)?.title),
    documents: () => documents().map(({ title, publisher, date, weight }) => ({ title, publisher, date, weight })),
  };
}

/** What a manager gets who has never touched it. */
function firstOf({ coaching }: Campaigning, { id, title, version }: Flow): Reply {
  const startedAt = coaching.now().toISOString();
  const standing = standingOf(coaching, { id: '', flow: id, title, version, startedAt, ended: false, moves: [] });
  const card = standing?.state.at;
  if (!standing || !card) return { kind: 'guidance', guidance: { kind: 'lost' } };
  return { kind: 'guidance', guidance: { kind: 'step', ...standing, card, problems: {} }, sent: { least: fewest } };
}
