import {
  type DialogueContent,
  longestAnswer,
  longestHow,
  mostPeople,
  type Dialogue,
  type Phase,
} from '../../src/dialogue/dialogue';
import { summaryOf } from '../../src/dialogue/summary';
import { type DialogueNotice } from '../../src/dialogue/shown';
import { answersPages, form } from '../../src/bot/pressDialogue';
import { shown } from '../../src/bot/dialogueDeps';
import { type Reply } from '../../src/bot/reply';

const id = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

/** Every card of a dialogue, with as many and as long answers as there can be, in a script that takes most space. */
export function dialogueReplies(content: DialogueContent, hostile: string): Reply[] {
  const texts = (most: number) =>
    Array.from({ length: mostPeople }, (_, n) =>
      `${n} ${n % 2 ? '丈'.repeat(most) : `${hostile} ${'"'.repeat(most)}`}`.slice(0, most),
    );
  const full = (phase: Phase): Dialogue => ({
    id,
    content: content.id,
    phase,
    startedByAsker: true,
    answers: (['question', 'closing'] as const).flatMap((round) =>
      texts(longestAnswer).map((text, n) => ({ round, text, late: round === 'question' && n > 20, own: n === 0 })),
    ),
  });
  const met = (phase: Phase) => ({ content, dialogue: full(phase) });
  const [first, last] = [hostile, '丈'.repeat(longestHow)];
  const chosen = Object.keys(content.lessons)[0]!;
  const lessons = [first, last, ''].map((how) => ({ chosen, how }));
  const notices: DialogueNotice[] = [
    ...(['kept', 'tooFew'] as const).flatMap((told) => [1, 30].map((count) => ({ told, count }))),
    ...(
      [
        'late',
        'takenBack',
        'empty',
        'tooLong',
        'notYet',
        'opened',
        'asked',
        'ended',
        'running',
        'chooseLesson',
      ] as const
    ).map((told) => ({ told })),
  ];
  const drafts = [hostile, '丈'.repeat(longestAnswer), undefined];
  return [
    ...(['question', 'closing'] as const).map((round) => shown({ at: 'round', id, content, round })),
    ...notices.map((notice) => form(met('writing'), 'question', { text: hostile, notice, isConcern: true })),
    form(met('opened'), 'question', { text: '丈'.repeat(4 * longestAnswer) }),
    ...(['open', 'close', 'openClosing', 'erase'] as const).flatMap((step) =>
      drafts.map((draft) => shown({ at: 'asking', id, content, step, round: 'question', count: 30, draft })),
    ),
    ...lessons.flatMap((lesson) => [
      shown({ at: 'asking', id, content, step: 'end', round: 'closing', count: 0, lesson }),
      shown({ at: 'learning', id, content, own: lesson, notice: { told: 'chooseLesson' } }),
      ...summaryOf(full('ended'), lesson).map((lines, at, all) =>
        shown({ at: 'summary', id, content, lines, isLast: at === all.length - 1 }),
      ),
    ]),
    shown({ at: 'told', text: 'Dialogen är avslutad.' }),
    shown({ at: 'learning', id, content }),
    ...[true, false].flatMap((own) => [
      ...answersPages(met('opened'), 'question', { own, notice: { told: 'opened' } }),
      ...answersPages(met('closing'), 'question', { late: true, own }),
    ]),
    ...(['closed', 'full'] as const).flatMap((why) =>
      [hostile, '丈'.repeat(4 * longestAnswer)].map((typed) => shown({ at: 'refused', id, content, why, typed })),
    ),
  ];
}
