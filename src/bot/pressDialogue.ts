import { z } from 'zod';
import {
  countIn,
  type Dialogue,
  type DialogueContent,
  longestAnswer,
  ownIn,
  type Round,
  rounds,
  roundTakes,
  textsOf,
  writtenAnswer,
} from '../dialogue/dialogue';
import { inPages } from '../dialogue/pages';
import { type DialogueRef } from '../dialogue/ports';
import { answerField, type DialogueNotice } from '../dialogue/shown';
import { bare } from './commands';
import { chatOf, type DialogueDeps, shown, told } from './dialogueDeps';
import { type Sender } from './pressGuide';
import { type Reply } from './reply';
import { beginning } from '../shared/beginning';

/** Whom a dialogue's card is for, and which dialogue it is. */
export interface Met {
  readonly ref: DialogueRef;
  readonly dialogue: Dialogue;
  readonly content: DialogueContent;
}

/** The most characters that a field of ours can hold. A longer text was not typed into a card of ours. */
const longestTyped = 4 * longestAnswer;
const Typed = z.string().max(longestTyped).default('').transform(writtenAnswer);
const Draft = Typed.transform((text) => beginning(text, longestAnswer));
const Ref = z.object({ dialogue: z.string().uuid() });
const InRound = Ref.extend({ round: z.enum(rounds), [answerField]: Typed, draft: Draft });
const Page = Ref.extend({ round: z.enum(rounds), late: z.boolean(), page: z.number().int().min(0).max(60) });

/** The dialogue that a message begins; undefined unless the message is one of the `starts` in a dialogue's file. */
export const dialogueFor = ({ dialogueContents }: DialogueDeps, said: string): DialogueContent | undefined =>
  [...dialogueContents.values()].find(({ starts }) => starts.some((start) => bare(start) === bare(said)));

/**
 * Starts a dialogue in a group, or shows the one that is running there ("dialog"). Returns the card that everybody writes on.
 * In a personal chat it starts nothing, and returns a sentence that says where dialogues are started.
 */
export async function startDialogue(deps: DialogueDeps, sender: Sender, content: DialogueContent): Promise<Reply[]> {
  const { texts, dialogues } = deps;
  if (sender.personal) return [{ kind: 'sentence', text: texts.dialogue.personal }];
  const { dialogue, isNew } = await dialogues.begin(chatOf(sender.chat), sender.person, content);
  const { id, phase } = dialogue;
  const begun = deps.dialogueContents.get(dialogue.content) ?? content;
  if (phase === 'learning') return [shown({ at: 'learning', id, content: begun, notice: { told: 'running' } })];
  const round = phase === 'closing' ? 'closing' : 'question';
  return [shown({ at: 'round', id, content: begun, round, ...(!isNew && { notice: { told: 'running' as const } }) })];
}

/**
 * The dialogue that a button belongs to, with what the person may do in it. Undefined where it is in another chat, is over, or
 * `data` is not ours.
 */
export async function meet(deps: DialogueDeps, sender: Sender, data: unknown): Promise<Met | undefined> {
  const about = Ref.safeParse(data);
  if (!about.success || sender.personal) return undefined;
  const ref = { id: about.data.dialogue, chat: chatOf(sender.chat), person: sender.person };
  const dialogue = await deps.dialogues.find(ref);
  const content = dialogue && deps.dialogueContents.get(dialogue.content);
  return dialogue && content && { ref, dialogue, content };
}

/**
 * Stores what a person wrote in a round of a dialogue (the button _Skicka_), and returns the person's next card.
 * A text that is empty or too long changes nothing, and the card says why. Returns undefined where the data is not ours.
 */
export async function write(deps: DialogueDeps, met: Met, data: unknown): Promise<Reply | undefined> {
  const written = InRound.safeParse(data);
  if (!written.success) return undefined;
  const { round, [answerField]: text } = written.data;
  const { ref, dialogue } = met;
  if (!text) return form(met, round, { notice: { told: 'empty' } });
  if (text.length > longestAnswer) return form(met, round, { text, notice: { told: 'tooLong' } });
  const came = await deps.dialogues.write(ref, round, text);
  if (came === 'lost') return told(deps.texts.dialogue.lost);
  if (came === 'closed' || came === 'full')
    return shown({ at: 'refused', id: dialogue.id, content: met.content, why: came, typed: text });
  const after = { ...met, dialogue: (await deps.dialogues.find(ref)) ?? dialogue };
  const notice: DialogueNotice =
    came === 'late' ? { told: 'late' } : { told: 'kept', count: countIn(after.dialogue, round) };
  return form(after, round, { text, notice, isConcern: await deps.isConcern(text) });
}

/**
 * Deletes what a person wrote in a round (the button _Ta bort mitt svar_), and returns the empty field. Undefined where `data` is
 * not ours.
 */
export async function takeBack(deps: DialogueDeps, met: Met, data: unknown): Promise<Reply | undefined> {
  const about = InRound.safeParse(data);
  if (!about.success) return undefined;
  const { round } = about.data;
  await deps.dialogues.takeBack(met.ref, round);
  const dialogue = (await deps.dialogues.find(met.ref)) ?? met.dialogue;
  // What the group has seen stays, so the card does not say that it is gone.
  const notice: DialogueNotice = { told: ownIn(dialogue, round) ? 'opened' : 'takenBack' };
  return form({ ...met, dialogue }, round, { notice });
}

/** Returns to the field with what the person had typed (the button _Tillbaka_); undefined where `data` is not ours. */
export function backToRound(met: Met, data: unknown): Reply | undefined {
  const about = InRound.safeParse(data);
  return about.success ? form(met, about.data.round, { text: about.data.draft || undefined }) : undefined;
}

/** A round's card for one person, with the person's own text in the field. */
export function form(
  { dialogue, content }: Pick<Met, 'dialogue' | 'content'>,
  round: Round,
  { text, notice, isConcern = false }: { text?: string; notice?: DialogueNotice; isConcern?: boolean } = {},
): Reply {
  const { id, phase, startedByAsker: mayErase } = dialogue;
  const kept = ownIn(dialogue, round);
  const takes = roundTakes(phase, round);
  const isKept = !!kept && (takes === 'onTime' || (takes === 'late' && kept.late));
  const own = { text: text ?? kept?.text ?? '', isKept, mayErase, isConcern };
  return shown({ at: 'round', id, content, round, notice, own });
}

/** One page of the answers that have been opened, for the person who pressed. Undefined where `data` is not ours. */
export function page(met: Met, data: unknown): Reply | undefined {
  const about = Page.safeParse(data);
  if (!about.success) return undefined;
  const { round, late, page: at } = about.data;
  const isOpened = met.dialogue.phase !== 'writing' && (round === 'question' || met.dialogue.phase !== 'closing');
  if (!isOpened || (late && met.dialogue.phase === 'opened')) return undefined;
  return answersPages(met, round, { late, own: true })[at];
}

/** All answers of a round, on as many cards as they need. */
export function answersPages(
  { dialogue, content }: Pick<Met, 'dialogue' | 'content'>,
  round: Round,
  { late = false, own = false, notice }: { late?: boolean; own?: boolean; notice?: DialogueNotice } = {},
): Reply[] {
  const pages = inPages(textsOf(dialogue, round, late), (text) => text);
  return pages.map((texts, at) => {
    const isLast = at === pages.length - 1;
    const goesOn = isLast && round === 'question' && !late && dialogue.phase === 'opened';
    const about = { id: dialogue.id, content, round, late, texts, page: at, pages: pages.length, goesOn, own };
    return shown({ at: 'answers', ...about, ...(at === 0 && { notice }) });
  });
}
