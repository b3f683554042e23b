import { z } from 'zod';
import { conflicts } from '../hr/conflicts';
import { Declined } from '../hr/declined';
import { actOnDocument, addDocument, replaceDocument, saveFacts } from '../hr/documentActs';
import { documentEntries, documentView } from '../hr/documents';
import { findabilityOf, saveAsked } from '../hr/findability';
import { proposedQuestions } from '../hr/proposedQuestions';
import { type HrService } from '../hr/hrService';
import { tryQuestion } from '../hr/tryQuestion';
import { readBytes, readJson } from './body';
import { fileNamed, seenRevision, withdrawnBy } from './hrUrl';
import { type HrHandlers } from './requireHrRole';
import { hrTexts } from '../shared/catalogues';

/** Bytes of a document, and milliseconds within which it must arrive: a slow line takes two minutes. */
const largestDocument = 50e6;
const slowestDocument = 120_000;

const Verb = z.enum(['publish', 'withdraw', 'undo', 'discard']);

/** The handlers of HR's requests about documents. */
export function documentHandlers(hr: HrService): HrHandlers {
  const json = async (result: Promise<unknown>) => ({ json: (await result) ?? {} });
  const file = (request: Parameters<typeof readBytes>[0]) => readBytes(request, largestDocument, slowestDocument);
  return {
    'GET /api/hr/conflicts': () => json(conflicts(hr)),
    'GET /api/hr/documents': () => json(documentEntries(hr)),
    'POST /api/hr/documents': async ({ by, request }) =>
      json(addDocument(hr, fileNamed(request.url), await file(request), by)),
    'POST /api/hr/documents/try': async ({ request }) => json(tryQuestion(hr, await readJson(request))),
    'GET /api/hr/documents/:id': ({ part }) => json(documentView(hr, part('id'))),
    'PUT /api/hr/documents/:id': async ({ by, part, request }) =>
      json(saveFacts(hr, part('id'), await readJson(request), by)),
    'GET /api/hr/documents/:id/findability': ({ part }) => json(findabilityOf(hr, part('id'))),
    'POST /api/hr/documents/:id/asked': async ({ by, part, request }) =>
      json(saveAsked(hr, part('id'), await readJson(request), by)),
    'POST /api/hr/documents/:id/proposals': async ({ part, request }) =>
      json(proposedQuestions(hr, part('id'), await readJson(request))),
    'POST /api/hr/documents/:id/file': async ({ by, part, request }) => {
      const bytes = await file(request);
      return json(replaceDocument(hr, part('id'), fileNamed(request.url), bytes, by, seenRevision(request.url)));
    },
    'POST /api/hr/documents/:id/:verb': ({ by, part, request }) => {
      const verb = Verb.safeParse(part('verb'));
      if (!verb.success) throw new Declined('notFound', hrTexts.web.noDocumentAct);
      return json(actOnDocument(hr, part('id'), verb.data, by, seenRevision(request.url), withdrawnBy(request.url)));
    },
  };
}
