import { told, type DialogueDeps } from './dialogueDeps';
import { askStep, backToLesson, settleStep, takeStep } from './dialogueSteps';
import { backToRound, meet, page, takeBack, write } from './pressDialogue';
import { type Sender } from './pressGuide';
import { type Reply } from './reply';

/**
 * Buttons of a dialogue in a group. Only the person who pressed sees the first reply; the others are for the group. The card that
 * all see is never replaced, because others may be typing on it.
 */
const verbs = [
  'dialogueWrite',
  'dialogueTakeBack',
  'dialogueAsk',
  'dialogueStep',
  'dialogueBack',
  'dialogueLearn',
  'dialogueShow',
] as const;
type Verb = (typeof verbs)[number];

/** Whether a press belongs to a dialogue in a group. `verb` comes from the wire and may be any text. */
export const isDialogueVerb = (verb: string): verb is Verb => (verbs as readonly string[]).includes(verb);

/**
 * Handles a button of a dialogue, and returns the replies. `data` comes from the wire and is checked; where it is not ours, the
 * reply says so.
 */
export async function pressDialogue(deps: DialogueDeps, sender: Sender, verb: Verb, data: unknown): Promise<Reply[]> {
  const met = await meet(deps, sender, data);
  if (!met) return [told(deps.texts.dialogue.lost)];
  const unclear = told(deps.texts.notUnderstood);
  switch (verb) {
    case 'dialogueWrite':
      return [(await write(deps, met, data)) ?? unclear];
    case 'dialogueTakeBack':
      return [(await takeBack(deps, met, data)) ?? unclear];
    case 'dialogueAsk':
      return [askStep(deps, met, data) ?? unclear];
    case 'dialogueStep': {
      const replies = await takeStep(deps, met, data);
      return replies.length ? replies : [unclear];
    }
    case 'dialogueBack':
      return [backToRound(met, data) ?? unclear];
    case 'dialogueLearn':
      return [backToLesson(met, data) ?? unclear];
    case 'dialogueShow':
      return [page(met, data) ?? unclear];
  }
}

/**
 * What the group may see of a reply to one person, for a client that cannot show a card to one person only. Undefined means the
 * summary line only.
 */
export function forEverybody(reply: Reply): Reply | undefined {
  if (reply.kind !== 'dialogue') return reply;
  const { shown } = reply;
  if (shown.at === 'refused' || (shown.at === 'round' && shown.own)) return undefined;
  return shown.at === 'asking' ? { kind: 'dialogue', shown: { ...shown, draft: undefined } } : reply;
}

/** To be called when the group's part of a press has been sent, or could not be. See `settleStep`. */
export async function settleDialogue(
  deps: DialogueDeps,
  sender: Sender,
  data: unknown,
  isDelivered: boolean,
): Promise<void> {
  const met = await meet(deps, sender, data);
  if (met) await settleStep(deps, met.ref, data, isDelivered);
}
