import { lastWorkingDay } from '../campaigns/calendar';
import { minAnswers, usualAnswerDays } from '../campaigns/draft';
import { dayOf } from '../shared/localTime';
import { beginSession } from '../coaching/coach';
import { countableQuestions } from '../coaching/countable';
import { principles, type Flow, type Principle } from '../coaching/flow';
import { flowIdOf } from '../coaching/questionSet';
import { type SentByHr } from '../bot/reply';
import { type HrCampaigns, type HrService, type TimeToAnswer } from './hrService';
import { type Actor } from '../campaigns/ports';
import { Declined } from './declined';
import { hrTexts } from '../shared/catalogues';

/** Something that can be sent. */
export interface QuestionView {
  readonly id: string;
  readonly title: string;
  /** What is asked first. */
  readonly ask: string;
  readonly kind: 'own' | 'reflection' | 'guide' | 'invitation';
  readonly principle?: Principle;
  /** Whether its answers give figures. Words stay with the person. */
  readonly counted: boolean;
}

/**
 * All that HR can send: first HR's own question sets, then the ready-made questions by principle, the guides and the invitations.
 */
export async function questions(hr: HrService): Promise<QuestionView[]> {
  const { reflections, guides, invitations, campaigning, questionSets } = hr;
  const asQuestion = (kind: QuestionView['kind']) => (flow: Flow) => ({
    id: flow.id,
    title: flow.title,
    ask: flow.cards[0]?.steps[0]?.ask ?? flow.purpose,
    kind,
    ...(flow.principle && { principle: flow.principle }),
    counted: flow.invites !== undefined || countableQuestions(flow, campaigning.coaching.scale).length > 0,
  });
  const ready = (await questionSets.list()).filter(({ state }) => state === 'ready');
  const own = await Promise.all(ready.map(async (set) => campaigning.coaching.flows.get(flowIdOf(set))));
  const placeOf = ({ principle }: Flow) => (principle ? principles.indexOf(principle) : principles.length);
  return [
    ...own.flatMap((flow) => flow ?? []).map(asQuestion('own')),
    ...[...reflections].sort((one, other) => placeOf(one) - placeOf(other)).map(asQuestion('reflection')),
    ...guides.map(asQuestion('guide')),
    ...invitations.map(asQuestion('invitation')),
  ];
}

/**
 * The first card of a flow as a manager would get it, with its day and the number of working days to answer.
 * @throws {Declined} `notFound`
 */
export async function cardToSend(hr: HrService, id: string, time?: TimeToAnswer): Promise<unknown> {
  return hr.cardOf(await flowFound(hr, id), time);
}

async function flowFound({ campaigning }: HrService, id: string): Promise<Flow> {
  const flow = await campaigning.coaching.flows.get(id);
  if (!flow) throw new Declined('notFound', hrTexts.shared.goneQuestion);
  return flow;
}

/**
 * What a sent card says about its sending, for a preview. What HR has not chosen yet gets the usual value. A day in the past
 * becomes today.
 */
export function usualSending(
  { calendar, now }: HrCampaigns,
  { from = '', days = usualAnswerDays }: TimeToAnswer = {},
): SentByHr {
  const today = dayOf(now());
  return { least: minAnswers, until: lastWorkingDay(calendar, from > today ? from : today, days) };
}

/**
 * Sends a person in HR the card as managers get it, in that person's own chat with the bot. Answers to it are not counted.
 * @throws {Declined} `notFound`, or `conflict` where the person has no chat with the bot or Teams refuses the card
 */
export async function previewTo(hr: HrService, id: string, by: Actor): Promise<void> {
  const { coaching } = hr.campaigning;
  const flow = await flowFound(hr, id);
  const chat = await hr.chatOf(by);
  if (!chat) throw new Declined('conflict', hrTexts.questions.noChat);
  const shown = await beginSession(coaching, chat.person, flow, true);
  const posted = await hr.campaigning.post(chat.address, {
    kind: 'guidance',
    guidance: shown,
    sent: usualSending(hr.campaigning),
  });
  if ('refusal' in posted) throw new Declined('conflict', hrTexts.questions.notTaken);
  if (shown.kind !== 'lost') await hr.campaigning.recordMessage(chat.person, shown.session.id, posted.message);
  await hr.record(by, 'preview', id);
}
