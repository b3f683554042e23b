import fc from 'fast-check';
import { allQuotes, ask } from '../../src/knowledge/answer';
import { wordsOf } from '../../src/knowledge/text/swedish';
import { theLibrary } from './library';

const library = theLibrary();
const known = [...new Set(library.passages.flatMap(({ text }) => wordsOf(text).map(({ folded }) => folded)))];

const joined = (parts: readonly string[]) => parts.join(' ');
const anything = fc.string({ unit: 'binary', maxLength: 300 });
const letters = fc.tuple(fc.constantFrom('å', 'a', '\u0301', '😀', '\ud800', '~', '^'), fc.nat(5_000));
const question = fc.oneof(
  { weight: 4, arbitrary: anything },
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...known), { maxLength: 30 }).map((words) => words.join(' ')) },
  { weight: 2, arbitrary: fc.array(fc.oneof(fc.constantFrom(...known), anything), { maxLength: 10 }).map(joined) },
  { weight: 1, arbitrary: letters.map(([letter, times]) => letter.repeat(times)) },
  // What is syntax elsewhere: lunr, SQLite's FTS5, regular expressions, HTML, JavaScript's own names.
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.constantFrom(
          ...[
            'chef~8',
            '+tillit',
            '-styrning',
            'title:x',
            '*',
            'tillit^99',
            '"',
            'NEAR(',
            'OR',
            '(a+)+$',
            '[',
            '\\',
            '<b>',
          ],
          ...['__proto__', 'constructor', 'hasOwnProperty', "'; drop table", '\0', 'hur', 'vad', 'är', '?'],
        ),
        { maxLength: 40 },
      )
      .map(joined),
  },
);

/** Asks so many random and hostile questions; each is found, unsure or none, and quoted word for word. */
export function askAnything(runs: number): void {
  fc.assert(
    fc.property(question, (text) => {
      const answer = ask(library, text);
      const quotes = answer.outcome === 'found' ? allQuotes(answer) : 'candidates' in answer ? answer.candidates : [];
      return quotes.every(({ passage, excerpt }) => excerpt !== '' && passage.text.includes(excerpt));
    }),
    { numRuns: runs },
  );
}
