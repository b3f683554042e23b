import path from 'node:path';
import { foldersIn, loadGuides } from '../../src/bot/guides';
import { summaryDocument } from '../../src/bot/summaryDocument';
import { type Move, replay } from '../../src/coaching/session';
import { projectRoot } from '../../src/shared/config';
import { readTexts } from '../../src/shared/texts';

const cards = path.join(projectRoot, 'cards');
const texts = readTexts(cards);
const flow = loadGuides(foldersIn(cards), path.join(projectRoot, 'knowledge')).flows.get('delegering')!;
const own = 'Min egen oro';
const given = (label: string, words: string) => ({ value: words, asked: label, label, words: [words] });
const madeAt = '2026-11-20T12:00:00.000Z';
const onCards: Pick<Move, 'card' | 'given'>[] = [
  { card: 'uppdrag', given: { uppdrag: given('Uppdrag', 'Schemat') } },
  { card: 'slappa', given: { slappa: given('Det jag själv släpper', own) } },
];
const moves = onCards.map((move, at): Move => ({
  ...move,
  revision: at + 1,
  kind: 'next' as const,
  madeAt,
  key: `k${at}`,
}));
const session = { id: 's', flow: flow.id, title: flow.title, version: '1', startedAt: madeAt, ended: false, moves };
const written = (withPrivate: boolean) =>
  JSON.stringify(
    summaryDocument(texts, { session, current: { session, flow, state: replay(flow, moves) }, withPrivate }),
  );

describe('a summary as a document', () => {
  it('holds what is private for the person, marked so, and for nobody else', () => {
    expect(written(true)).toContain(own);
    expect(written(true)).toContain(texts.coaching.private);
    expect(written(false)).toContain('Schemat');
    expect(written(false)).not.toContain(own);
    expect(written(false)).not.toContain('släpper');
  });
});
