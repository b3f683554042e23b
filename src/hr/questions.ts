import { fewest } from '../campaigns/draft';
import { start } from '../coaching/coach';
import { questionsOf } from '../coaching/counted';
import { type Flow } from '../coaching/flow';
import { type By, Declined, type Desk } from './desk';

/** Something that can be sent. */
export interface Question {
  readonly id: string;
  readonly title: string;
  /** What is asked first. */
  readonly ask: string;
  readonly kind: 'reflection' | 'guide';
  /** Whether its answers give figures; words alone stay with the person. */
  readonly counted: boolean;
}

export function questions({ reflections, guides, campaigning }: Desk): Question[] {
  const asQuestion = (kind: Question['kind']) => (flow: Flow) => ({
    id: flow.id,
    title: flow.title,
    ask: flow.cards[0]?.steps[0]?.ask ?? flow.purpose,
    kind,
    counted: questionsOf(flow, campaigning.coaching.scale).length > 0,
  });
  return [...reflections.map(asQuestion('reflection')), ...guides.map(asQuestion('guide'))];
}

/** The card that it begins with, as a manager sees it. */
export function cardOf(desk: Desk, id: string): unknown {
  const flow = desk.campaigning.coaching.flows.get(id);
  if (!flow) throw new Declined('gone', 'Frågan finns inte längre.');
  return desk.cardOf(flow);
}

/** Sends somebody in HR the very card in her own chat; what she answers there is her own, and counted nowhere. */
export async function previewTo(desk: Desk, id: string, by: By): Promise<void> {
  const { coaching } = desk.campaigning;
  const flow = coaching.flows.get(id);
  if (!flow) throw new Declined('gone', 'Frågan finns inte längre.');
  const chat = await desk.chatOf(by);
  if (!chat)
    throw new Declined('conflict', 'Boten har ingen chatt med dig ännu. Skriv hej till den i Teams, och försök igen.');
  const shown = await start(coaching, chat.person, flow, true);
  const posted = await desk.campaigning.post(chat.address, {
    kind: 'guidance',
    guidance: shown,
    sent: { least: fewest },
  });
  if ('refusal' in posted) throw new Declined('conflict', 'Teams tog inte emot kortet. Försök igen om en stund.');
  if (shown.kind !== 'lost') await desk.campaigning.recordMessage(chat.person, shown.session.id, posted.message);
  await desk.record(by, 'preview', id);
}
