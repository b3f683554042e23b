import { allQuotes } from '../knowledge/answer';
import { withAsked } from '../knowledge/documents/asked';
import { passagesOf } from '../knowledge/documents/passages';
import { audienceOf, versionOf, writtenOf } from './documents';
import { type DocumentConflict } from './documentViews';
import { type HrService } from './hrService';

/** How many questions of a document are asked at most, because each is a search. */
const mostAsked = 400;
/** How many suggestions stand for a passage for which nobody has written questions. */
const mostSuggested = 2;

/**
 * The questions that two published documents answer differently, and what they say. The questions are those that editors have
 * written, and suggestions where they have written none. One after the other, so that managers are answered in between. Passages
 * that differ are told once.
 */
export async function conflicts(hr: HrService): Promise<DocumentConflict[]> {
  const found = new Map<string, DocumentConflict>();
  for (const question of await questionsOf(hr)) {
    const answer = await hr.library.ask(question);
    if (answer.outcome !== 'found' || !answer.differs) continue;
    const quotes = allQuotes({ ...answer, more: [] });
    const key = quotes
      .map(({ passage }) => passage.id)
      .sort()
      .join(' ');
    if (found.has(key)) continue;
    found.set(key, {
      question,
      quotes: quotes.map(({ passage: { document }, excerpt }) => ({
        document: document.id,
        title: document.title,
        excerpt,
        date: document.date ?? '',
        audience: audienceOf(document.group),
      })),
    });
  }
  return [...found.values()];
}

async function questionsOf(hr: HrService): Promise<Set<string>> {
  const questions = new Set<string>();
  for (const document of await hr.library.store.list()) {
    if (document.live !== 'published') continue;
    const version = await versionOf(hr, document, document.version);
    const own = withAsked(passagesOf(writtenOf(document.id, version)), version.asked).flatMap(
      (passage) => passage.asked ?? hr.library.suggest(passage).slice(0, mostSuggested),
    );
    for (const question of own.slice(0, mostAsked)) questions.add(question);
  }
  return questions;
}
