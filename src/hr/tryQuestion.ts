import { z } from 'zod';
import { allQuotes, type Answer } from '../knowledge/answer';
import { quotesOf } from '../knowledge/topics/topic';
import { Declined } from './declined';
import { foundDocument, versionOf } from './documents';
import { type TriedQuestion } from './documentViews';
import { type HrService } from './hrService';

const Tried = z.object({ question: z.string().trim().min(1).max(500), draft: z.string().max(100).optional() });

/** What the bot would answer; with `draft`, as if that document's draft were published. The question is kept nowhere. */
export async function tryQuestion(hr: HrService, json: unknown): Promise<TriedQuestion> {
  const tried = Tried.safeParse(json);
  if (!tried.success) throw new Declined('invalid', 'Skriv en fråga på högst 500 tecken.');
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
    reasons: reasonsOf(answer),
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
      return [
        'Ett stycke svarar på frågan.',
        ...(answer.differs
          ? ['Dokumenten säger olika. Chefen ser dem bredvid varandra. Dra tillbaka det som inte gäller längre.']
          : []),
      ];
    case 'topic':
      return [`Ämnet ”${answer.topic.title}” svarar på frågan.`];
    case 'unsure':
      return [
        'Sökningen är inte säker. Chefen får välja bland det som ligger närmast.',
        ...(answer.absent ? [`Det här står inte i något dokument: ${answer.absent.join(', ')}.`] : []),
      ];
    case 'none':
      return [
        'Inget stycke svarar på frågan.',
        ...(answer.absent ? [`Det här står inte i något dokument: ${answer.absent.join(', ')}.`] : []),
      ];
  }
}
