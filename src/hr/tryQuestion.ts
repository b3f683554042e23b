import { z } from 'zod';
import { allQuotes, type Answer } from '../knowledge/answer';
import { type KnowledgeDocument } from '../knowledge/documents/document';
import { quotesOf } from '../knowledge/topics/topic';
import { Declined } from './declined';
import { foundDocument, versionOf } from './documents';
import { type TriedQuestion } from './documentViews';
import { type HrService } from './hrService';
import { hrTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

const Tried = z.object({ question: z.string().trim().min(1).max(500), draft: z.string().max(100).optional() });

/**
 * What the bot would answer to a question. With `draft` it answers as if that document's draft were published. The question is
 * not stored.
 * @throws {Declined} `invalid` where it is empty or too long, `notFound` where there is no such document, or `conflict` where
 * somebody changes the document at this moment
 */
export async function tryQuestion(hr: HrService, json: unknown): Promise<TriedQuestion> {
  const tried = Tried.safeParse(json);
  if (!tried.success) throw new Declined('invalid', hrTexts.tried.invalid);
  const { question, draft } = tried.data;
  if (draft === undefined) return told(await hr.library.ask(question));
  const document = await foundDocument(hr, draft);
  const { text, plain, asked, facts } = await versionOf(hr, document);
  const hash = `trial-${document.id}-${document.revision}`;
  return told(await hr.library.ask(question, { id: document.id, text, plain, asked, facts, hash }));
}

function told(answer: Answer): TriedQuestion {
  const quoted = quotedIn(answer);
  return {
    outcome: answer.outcome,
    reasons: [...reasonsOf(answer), ...ofGroups(quoted.map(({ passage }) => passage.document))],
    quotes: quoted.map(({ passage: { document }, excerpt }) => ({
      document: document.id,
      title: document.title,
      excerpt,
    })),
  };
}

function quotedIn(answer: Answer) {
  switch (answer.outcome) {
    case 'found':
      return allQuotes(answer);
    case 'topic':
      return quotesOf(answer.topic).map(({ passage, text }) => ({ passage, excerpt: text }));
    case 'unsure':
      return answer.candidates;
    case 'none':
      return [];
  }
}

/** One line each. */
function reasonsOf(answer: Answer): string[] {
  switch (answer.outcome) {
    case 'found':
      return [hrTexts.tried.found, ...(answer.differs ? [hrTexts.tried.differs] : [])];
    case 'topic':
      return [fill(hrTexts.tried.topic, { title: answer.topic.title })];
    case 'unsure':
      return [hrTexts.tried.unsure, ...absentIn(answer.absent)];
    case 'none':
      return [answer.documents ? hrTexts.tried.documents : hrTexts.tried.none, ...absentIn(answer.absent)];
  }
}

/** HR sees all documents. A manager outside the group of one of them gets another answer. */
function ofGroups(documents: readonly KnowledgeDocument[]): string[] {
  const titles = new Set(documents.filter(({ group }) => group !== undefined).map(({ title }) => `”${title}”`));
  return titles.size ? [fill(hrTexts.tried.ofGroup, { titles: [...titles].join(', ') })] : [];
}

const absentIn = (names: readonly string[] | undefined): string[] =>
  names ? [fill(hrTexts.tried.absent, { names: names.join(', ') })] : [];
