import { type Dialogue, type Lesson, type Round, rounds, textsOf } from './dialogue';
import { inPages } from './pages';
import { type SummaryLine } from './shown';

/** Bytes of a message. Teams takes 100 KB, and counts two bytes for each letter. */
const mostInMessage = 18_000;

/** What a group takes away, split into messages: both questions with their answers, and the lesson. */
export function summaryOf(dialogue: Dialogue, lesson: Lesson): SummaryLine[][] {
  const lines: SummaryLine[] = [
    { kind: 'title' },
    ...rounds.flatMap((round): SummaryLine[] => [
      { kind: 'asked', round },
      ...answersOf(dialogue, round).map((text) => ({ kind: 'answer' as const, text })),
    ]),
    { kind: 'lesson', lesson },
  ];
  return inPages(lines, wordsOf, mostInMessage);
}

/** Late answers are among the others here, because nobody needs to know any more which they were. */
const answersOf = (dialogue: Dialogue, round: Round): string[] =>
  [...textsOf(dialogue, round), ...textsOf(dialogue, round, true)].sort((one, other) => one.localeCompare(other, 'sv'));

const wordsOf = (line: SummaryLine): string =>
  line.kind === 'answer' ? line.text : line.kind === 'lesson' ? line.lesson.how : '';
