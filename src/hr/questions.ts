import { fewest } from '../campaigns/draft';
import { beginSession } from '../coaching/coach';
import { countableQuestions } from '../coaching/countable';
import { type Flow } from '../coaching/flow';
import { type HrService } from './hrService';
import { type Actor } from '../campaigns/ports';
import { Declined } from './declined';

/** Something that can be sent. */
export interface QuestionView {
  readonly id: string;
  readonly title: string;
  /** What is asked first. */
  readonly ask: string;
  readonly kind: 'reflection' | 'guide';
  /** Whether its answers give figures; words alone stay with the person. */
  readonly counted: boolean;
}

export function questions({ reflections, guides, campaigning }: HrService): QuestionView[] {
  const asQuestion = (kind: QuestionView['kind']) => (flow: Flow) => ({
    id: flow.id,
    title: flow.title,
    ask: flow.cards[0]?.steps[0]?.ask ?? flow.purpose,
    kind,
    counted: countableQuestions(flow, campaigning.coaching.scale).length > 0,
  });
  return [...reflections.map(asQuestion('reflection')), ...guides.map(asQuestion('guide'))];
}

/** The card that it begins with, as a manager sees it. */
export function questionCard(desk: HrService, id: string): unknown {
  const flow = desk.campaigning.coaching.flows.get(id);
  if (!flow) throw new Declined('gone', 'Frågan finns inte längre.');
  return desk.cardOf(flow);
}

/** Sends somebody in HR the very card in her own chat; what she answers there is her own, and counted nowhere. */
export async function previewTo(desk: HrService, id: string, by: Actor): Promise<void> {
  const { coaching } = desk.campaigning;
  const flow = coaching.flows.get(id);
  if (!flow) throw new Declined('gone', 'Frågan finns inte längre.');
  const chat = await desk.chatOf(by);
  if (!chat)
    throw new Declined('conflict', 'Boten har ingen chatt med dig ännu. Skriv hej till den i Teams, och försök igen.');
  const shown = await beginSession(coaching, chat.person, flow, true);
  const posted = await desk.campaigning.post(chat.address, {
    kind: 'guidance',
    guidance: shown,
    sent: { least: fewest },
  });
  if ('refusal' in posted) throw new Declined('conflict', 'Teams tog inte emot kortet. Försök igen om en stund.');
  if (shown.kind !== 'lost') await desk.campaigning.recordMessage(chat.person, shown.session.id, posted.message);
  await desk.record(by, 'preview', id);
}
