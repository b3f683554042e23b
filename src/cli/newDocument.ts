import { join } from 'node:path';
import { projectRoot } from '../shared/config';
import { Explained } from '../shared/errors';
import { readTexts } from '../shared/texts';
import { findability, type PassageFindability, type TriedQuestion } from '../knowledge/coldStart/findability';
import { readSuggestionRules, type SuggestionRule } from '../knowledge/coldStart/rules';
import { suggestQuestions } from '../knowledge/coldStart/suggestQuestions';
import { loadLibrary, loadPassages } from '../knowledge/library';
import { cliTexts } from './cliTexts';
import { fill } from '../shared/fill';

const { newDocument: texts } = cliTexts;

type Print = (line: string) => void;

/** The rules that come with the product. */
const rules = (): SuggestionRule[] => readSuggestionRules(join(projectRoot, 'knowledge', 'suggestions.yaml'));

/**
 * Prints what people may ask about each passage of these documents (ids). The editor accepts or drops the questions in
 * asked.yaml.
 * @throws {Error} where there is no such document
 */
export function suggest(folder: string, ids: readonly string[], print: Print): number {
  const made = rules();
  const passages = loadPassages(folder);
  for (const id of ids) {
    const own = passages.filter(({ document }) => document.id === id);
    if (own.length === 0) throw unknown(id);
    for (const passage of own) {
      print(`${passage.id}  ${beginningOf(passage.text)}`);
      for (const { question } of suggestQuestions(made, passage)) print(`  - ${question}`);
    }
  }
  return 0;
}

/**
 * Prints how each passage of these documents (ids) is found, and which other passages come before it. Returns 0: a passage that
 * is not found is no fault.
 * @throws {Error} where there is no such document
 */
export function findable(folder: string, ids: readonly string[], print: Print): number {
  const library = loadLibrary(folder);
  const { explained } = readTexts(join(projectRoot, 'cards'));
  for (const id of ids) {
    const passages = findability(library, rules(), id);
    if (passages.length === 0) throw unknown(id);
    const lost = passages.filter(({ isFound }) => !isFound).length;
    print(fill(texts.passages, { id, passages: passages.length, lost }));
    for (const one of passages) for (const line of told(one, explained.suggestedBy, explained.outcomes)) print(line);
  }
  return 0;
}

function told(
  { passage, questions, failing, isFound }: PassageFindability,
  suggestedBy: Readonly<Record<TriedQuestion['from'], string>>,
  outcomes: Readonly<Record<TriedQuestion['outcome'], string>>,
): string[] {
  const place = ({ rank, beatenBy }: TriedQuestion) => {
    if (rank === 1) return texts.first;
    const own = rank ? fill(texts.place, { rank }) : texts.noPlace;
    return beatenBy ? fill(texts.after, { place: own, passage: beatenBy }) : own;
  };
  return [
    `${isFound ? ' ' : '!'} ${passage.id}  ${beginningOf(passage.text)}`,
    ...questions.map(
      (one) => `    ${one.question} (${suggestedBy[one.from]}): ${place(one)}, ${outcomes[one.outcome]}`,
    ),
    ...(failing.length > 0
      ? [
          fill(texts.leadingElsewhere, {
            words: failing.map(({ word, beatenBy }) => `${word} → ${beatenBy}`).join(', '),
          }),
        ]
      : []),
  ];
}

const longest = 70;
const beginningOf = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest).trimEnd()} …` : line;
};

const unknown = (id: string) => new Explained(fill(texts.unknown, { id }));
