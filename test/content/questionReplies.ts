import { type Reply } from '../../src/bot/reply';
import { longestFromHr, longestToHr, type AskedQuestion, type QuestionState } from '../../src/questions/question';
import { hostile } from './guideReplies';

const id = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const at = '2026-11-20T12:00:00.000Z';
/** A text that takes most space. */
const longest = (most: number) => '丈'.repeat(most);

const asked = (state: QuestionState, texts: readonly string[]): AskedQuestion => ({
  id,
  name: hostile,
  state,
  askedAt: at,
  changedAt: at,
  said: texts.map((text, nth) => ({ by: nth % 2 ? 'hr' : 'manager', text, at })),
});

/** Every card of a question to HR: before it is sent and after, with what is hostile and what is longest. */
export function questionReplies(): Reply[] {
  const shown = [hostile, longest(longestToHr)].flatMap((text) => [
    { at: 'preview', id, text, name: hostile, promise: hostile } as const,
    { at: 'rewriting', id, text, isEmpty: true } as const,
    { at: 'left', id, text } as const,
    ...[[text], [text, text], [text, text, text], [text, longest(longestFromHr), text, longest(longestFromHr)]].flatMap(
      (said) =>
        (['new', 'taken', 'answered', 'closed'] as const).map(
          (state) =>
            ({ at: 'sent', question: asked(state, said), promise: hostile, notice: 'Skriv något först.' }) as const,
        ),
    ),
  ]);
  return shown.map((each) => ({ kind: 'toHr', shown: each }));
}
