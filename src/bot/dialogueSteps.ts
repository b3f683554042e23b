import { z } from 'zod';
import {
  countIn,
  type DialogueContent,
  type GroupStep,
  isPast,
  leastAnswers,
  type Lesson,
  longestAnswer,
  longestHow,
  mayStep,
  ownIn,
  type Phase,
  type Round,
  rounds,
  groupSteps,
  textsOf,
  writtenAnswer,
} from '../dialogue/dialogue';
import { type DialogueRef } from '../dialogue/ports';
import { answerField, howField, lessonField } from '../dialogue/shown';
import { summaryOf } from '../dialogue/summary';
import { type DialogueDeps, shown, told } from './dialogueDeps';
import { answersPages, form, type Met } from './pressDialogue';
import { type Reply } from './reply';
import { beginning } from '../shared/beginning';

const stepNames = ['open', 'close', 'openClosing', 'end', 'erase'] as const;
const Words = z
  .string()
  .max(4 * longestAnswer)
  .default('')
  .transform((typed) => beginning(writtenAnswer(typed), longestAnswer));
const Asked = z.object({
  step: z.enum(stepNames),
  round: z.enum(rounds).optional(),
  [answerField]: Words,
  draft: Words,
});
const Chosen = z.object({ [lessonField]: z.string().max(40).default(''), [howField]: Words });

/** The round whose card has a step's button. */
const roundOf = (step: GroupStep | 'erase', phase: Phase): Round =>
  step === 'openClosing' || (step === 'erase' && isPast(phase, 'opened')) ? 'closing' : 'question';

/**
 * The card that asks before a step is taken for the whole group. It carries what the person has typed and not sent; that is
 * stored nowhere. Undefined where `data` is not ours.
 */
export function askStep(deps: DialogueDeps, met: Met, data: unknown): Reply | undefined {
  const asked = Asked.safeParse(data);
  if (!asked.success) return undefined;
  const { step, [answerField]: draft } = asked.data;
  const { dialogue, content } = met;
  const { id } = dialogue;
  const round = asked.data.round ?? roundOf(step, dialogue.phase);
  if (step === 'erase')
    return dialogue.startedByAsker
      ? shown({ at: 'asking', id, content, step, round, count: dialogue.answers.length, draft })
      : told(deps.texts.dialogue.onlyStarter);
  if (step === 'end') return askEnd(met, data);
  return (
    hindrance(met, step, draft || undefined) ??
    shown({ at: 'asking', id, content, step, round, count: countIn(dialogue, round), draft })
  );
}

/** What is shown where a step cannot be taken, or has been taken already. */
function hindrance(met: Met, step: Exclude<GroupStep, 'end'>, text?: string): Reply | undefined {
  const { dialogue } = met;
  const { from, opens } = groupSteps[step];
  const round = roundOf(step, dialogue.phase);
  if (isPast(dialogue.phase, from)) {
    const notice = { told: step === 'close' ? ('asked' as const) : ('opened' as const) };
    return answersPages(met, round, { own: true, notice })[0];
  }
  if (dialogue.phase !== from) return form(met, round, { text });
  if (!mayStep(dialogue))
    return opens
      ? form(met, round, { text, notice: { told: 'notYet' } })
      : answersPages(met, round, { own: true, notice: { told: 'notYet' } })[0];
  const count = opens ? countIn(dialogue, opens) : leastAnswers;
  return count < leastAnswers ? form(met, round, { text, notice: { told: 'tooFew', count } }) : undefined;
}

const learning = (
  { dialogue: { id }, content }: Pick<Met, 'dialogue' | 'content'>,
  own?: Lesson,
  why?: 'chooseLesson' | 'tooLong' | 'notYet',
): Reply => shown({ at: 'learning', id, content, own, ...(why && { notice: { told: why } }) });

function readLesson(content: DialogueContent, data: unknown): Lesson | undefined {
  const chosen = Chosen.safeParse(data);
  if (!chosen.success) return undefined;
  const { [lessonField]: id, [howField]: how } = chosen.data;
  return { chosen: Object.hasOwn(content.lessons, id) ? id : '', how };
}

/** Shows the chosen lesson, and how the group tries it, once more before the dialogue ends for everybody. */
function askEnd(met: Met, data: unknown): Reply | undefined {
  const { dialogue, content } = met;
  const lesson = readLesson(content, data);
  if (!lesson || dialogue.phase !== 'learning') return undefined;
  if (!mayStep(dialogue)) return learning(met, lesson, 'notYet');
  if (!lesson.chosen) return learning(met, lesson, 'chooseLesson');
  if (lesson.how.length > longestHow) return learning(met, lesson, 'tooLong');
  return shown({ at: 'asking', id: dialogue.id, content, step: 'end', round: 'closing', count: 0, lesson });
}

/** Returns to the lesson as it was chosen (the button _Tillbaka_); undefined where `data` is not ours. */
export const backToLesson = (met: Met, data: unknown): Reply | undefined => {
  const lesson = readLesson(met.content, data);
  return lesson && learning(met, lesson);
};

/**
 * Takes a step for the whole group. The first reply is for the person who pressed, the others are for the group. Empty where
 * `data` is not ours, or ends the dialogue without a lesson that the group may take.
 */
export async function takeStep(deps: DialogueDeps, met: Met, data: unknown): Promise<Reply[]> {
  const asked = Asked.safeParse(data);
  if (!asked.success) return [];
  const { step, draft } = asked.data;
  if (step === 'erase') return eraseAll(deps, met);
  const lesson = step === 'end' ? lessonToEnd(met, data) : undefined;
  const hindered = step === 'end' ? undefined : hindrance(met, step, draft || undefined);
  if (hindered) return [hindered];
  if (step === 'end' && !lesson) return [];
  const taken = await deps.dialogues.step(met.ref, step, lesson);
  const dialogue = await deps.dialogues.find(met.ref);
  if (!dialogue) return [told(deps.texts.dialogue.lost)];
  const now = { ...met, dialogue };
  if (taken) return forAll(deps, now, step, lesson);
  // Somebody else has taken the step first.
  return [(step !== 'end' && hindrance(now, step)) || told(deps.texts.dialogue.ended)];
}

function lessonToEnd({ dialogue, content }: Met, data: unknown): Lesson | undefined {
  const lesson = readLesson(content, data);
  return lesson?.chosen && lesson.how.length <= longestHow && mayStep(dialogue) ? lesson : undefined;
}

function forAll(deps: DialogueDeps, now: Met, step: GroupStep, lesson?: Lesson): Reply[] {
  const { dialogue, content } = now;
  const { id } = dialogue;
  const { texts } = deps;
  switch (step) {
    case 'open': {
      // The person who began the dialogue may open it without an answer, and may still write.
      const hasWritten = ownIn(dialogue, 'question') !== undefined;
      const own = hasWritten ? told(texts.dialogue.openedBelow) : form(now, 'question', { notice: { told: 'opened' } });
      return [own, ...answersPages(now, 'question')];
    }
    case 'close': {
      const hasLate = textsOf(dialogue, 'question', true).length > 0;
      return [
        answersPages(now, 'question', { own: true, notice: { told: 'asked' } })[0]!,
        ...(hasLate ? answersPages(now, 'question', { late: true }) : []),
        shown({ at: 'round', id, content, round: 'closing' }),
      ];
    }
    case 'openClosing':
      return [
        told(texts.dialogue.openedBelow),
        ...answersPages(now, 'closing'),
        shown({ at: 'learning', id, content }),
      ];
    case 'end': {
      const messages = lesson ? summaryOf(dialogue, lesson) : [];
      const cards = messages.map((lines, at) =>
        shown({ at: 'summary', id, content, lines, isLast: at === messages.length - 1 }),
      );
      return [told(texts.dialogue.ended), ...cards];
    }
  }
}

async function eraseAll(deps: DialogueDeps, { ref, dialogue }: Met): Promise<Reply[]> {
  const { texts } = deps;
  if (!dialogue.startedByAsker) return [told(texts.dialogue.onlyStarter)];
  await deps.dialogues.erase(ref);
  return [told(texts.dialogue.erased), { kind: 'sentence', text: texts.dialogue.erasedForAll }];
}

/**
 * Finishes a step after its messages to the group. A summary that reached the group is erased from the store. A step of which
 * nothing reached the group is undone, so that somebody can take it again.
 */
export async function settleStep(
  deps: DialogueDeps,
  ref: DialogueRef,
  data: unknown,
  isDelivered: boolean,
): Promise<void> {
  const step = Asked.safeParse(data).data?.step;
  if (!step || step === 'erase') return;
  if (!isDelivered) await deps.dialogues.stepBack(ref, step);
  else if (step === 'end') await deps.dialogues.erase(ref);
}
