import { z } from 'zod';
import { type CampaignAction } from '../campaigns/campaign';
import { changeCampaignState, copyCampaign, campaignView, deleteCampaign, trialOf, writeDraft } from '../hr/campaigns';
import { campaignEntries } from '../hr/campaignList';
import { type HrService } from '../hr/hrService';
import { saveGroup, previewList, uploadAbsences, showGroup, deleteGroup } from '../hr/groups';
import { cardToSend, previewTo, questions } from '../hr/questions';
import {
  copyQuestionSet,
  questionSetEntries,
  questionSetView,
  retireQuestionSet,
  saveQuestionSet,
} from '../hr/questionSets';
import { previewQuestionSet } from '../hr/previewQuestionSet';
import { findQuotes } from '../hr/quotes';
import { answerAsked, askedPage, askedView, closeAsked, setPromise, takeAsked } from '../hr/askedQuestions';
import { auditEntries } from '../hr/auditLog';
import { onePageOf } from '../hr/onePage';
import { resultRows, resultsOf } from '../hr/results';
import { writePromise } from '../hr/promises';
import { retryFailed } from '../hr/retryFailed';
import { runViews } from '../hr/runs';
import { previewTeam, showTeams } from '../hr/teams';
import { yearOf } from '../hr/year';
import { readBytes, readJson } from './body';
import { documentHandlers } from './documentHandlers';
import { seenRevision, timeToAnswer } from './hrUrl';
import { type HrResponse, type HrHandlers } from './requireHrRole';
import { Declined } from '../hr/declined';
import { fill } from '../shared/fill';
import { hrTexts } from '../shared/catalogues';

/** Bytes of an uploaded list, and of the group that the page makes of it: 20,000 people with long names of units. */
const largestList = 2 * 1024 * 1024;
const largestGroup = 8 * 1024 * 1024;

/** The actions on a campaign, as the last part of the path. */
const Verb = z.enum([
  'launch',
  'approve',
  'pause',
  'resume',
  'cancel',
  'recall',
  'close',
  'retry',
  'duplicate',
  'template',
]);

/** The handlers of all requests that HR's page sends. */
export function hrHandlers(hr: HrService): HrHandlers {
  const json = async (result: Promise<unknown>): Promise<HrResponse> => ({ json: (await result) ?? {} });
  return {
    'GET /api/hr/me': ({ by: { name } }) => json(Promise.resolve({ name })),

    'GET /api/hr/questions': () => json(questions(hr)),
    'GET /api/hr/questions/:id/card': ({ part, request }) =>
      json(cardToSend(hr, part('id'), timeToAnswer(request.url))),
    'POST /api/hr/questions/:id/preview': ({ part, by }) => json(previewTo(hr, part('id'), by)),

    'GET /api/hr/sets': () => json(questionSetEntries(hr)),
    'POST /api/hr/sets': async ({ by, request }) => json(saveQuestionSet(hr, await readJson(request), by)),
    'POST /api/hr/sets/preview': async ({ request }) =>
      json(Promise.resolve(previewQuestionSet(hr, await readJson(request)))),
    'POST /api/hr/sets/quotes': async ({ request }) => json(findQuotes(hr, await readJson(request))),
    'GET /api/hr/sets/:id': ({ part }) => json(questionSetView(hr, part('id'))),
    'PUT /api/hr/sets/:id': async ({ by, part, request }) =>
      json(saveQuestionSet(hr, await readJson(request), by, part('id'))),
    'POST /api/hr/sets/:id/copy': ({ by, part }) => json(copyQuestionSet(hr, part('id'), by)),
    'POST /api/hr/sets/:id/retire': ({ by, part, request }) =>
      json(retireQuestionSet(hr, part('id'), by, seenRevision(request.url))),

    'GET /api/hr/campaigns': ({ by }) => json(campaignEntries(hr, by)),
    'POST /api/hr/campaigns': async ({ by, request }) => json(writeDraft(hr, await readJson(request), by)),
    'GET /api/hr/campaigns/:id': ({ by, part }) => json(campaignView(hr, part('id'), by)),
    'PUT /api/hr/campaigns/:id': async ({ by, part, request }) =>
      json(writeDraft(hr, await readJson(request), by, part('id'))),
    'DELETE /api/hr/campaigns/:id': ({ by, part }) => json(deleteCampaign(hr, part('id'), by)),
    'GET /api/hr/campaigns/:id/runs': ({ part }) => json(runViews(hr, part('id'))),
    'PUT /api/hr/campaigns/:id/runs/:day/promise': async ({ by, part, request }) =>
      json(writePromise(hr, part('id'), part('day'), await readJson(request), by)),
    'GET /api/hr/campaigns/:id/trial': ({ part }) => json(trialOf(hr, part('id'))),
    'GET /api/hr/campaigns/:id/year': ({ part }) => json(yearOf(hr, part('id'))),
    'GET /api/hr/campaigns/:id/results': ({ part }) => json(resultsOf(hr, part('id'))),
    'GET /api/hr/campaigns/:id/sheet/:form': async ({ by, part }) => {
      const form = part('form');
      if (form === 'pdf')
        return {
          file: await onePageOf(hr, part('id'), by),
          name: fill(hrTexts.shared.resultFile, { form }),
          type: types.pdf,
        };
      if (form !== 'csv' && form !== 'xlsx') throw new Declined('notFound', hrTexts.web.sheetForms);
      const file = await hr.sheetOf(form, await resultRows(hr, part('id'), by));
      return { file, name: fill(hrTexts.shared.resultFile, { form }), type: types[form] };
    },
    'POST /api/hr/campaigns/:id/:verb': ({ by, part, request }) => {
      const verb = Verb.safeParse(part('verb'));
      if (!verb.success) throw new Declined('notFound', hrTexts.web.noCampaignAct);
      if (verb.data === 'duplicate') return json(copyCampaign(hr, part('id'), by, 'draft'));
      if (verb.data === 'template') return json(copyCampaign(hr, part('id'), by, 'template'));
      if (verb.data === 'retry') return json(retryFailed(hr, part('id'), by));
      return json(
        changeCampaignState(hr, part('id'), verb.data satisfies CampaignAction, by, seenRevision(request.url)),
      );
    },

    'POST /api/hr/lists': async ({ request }) => json(previewList(hr, await readBytes(request, largestList))),
    'GET /api/hr/teams': () => json(showTeams(hr)),
    'POST /api/hr/teams/:id/roster': ({ part, by }) => json(previewTeam(hr, part('id'), by)),
    'GET /api/hr/groups': () => json(hr.groups()),
    'GET /api/hr/groups/:id': ({ part }) => json(showGroup(hr, part('id'))),
    'POST /api/hr/groups': async ({ by, request }) =>
      json(saveGroup(hr, await readJson(request, { limit: largestGroup }), by)),
    'PUT /api/hr/groups/:id': async ({ by, part, request }) =>
      json(saveGroup(hr, await readJson(request, { limit: largestGroup }), by, part('id'))),
    'DELETE /api/hr/groups/:id': ({ by, part }) => json(deleteGroup(hr, part('id'), by)),
    'GET /api/hr/absences': () => json(hr.absences.count()),
    'PUT /api/hr/absences': async ({ by, request }) =>
      json(uploadAbsences(hr, await readBytes(request, largestList), by)),

    'GET /api/hr/asked': ({ by }) => json(askedPage(hr, by)),
    'PUT /api/hr/asked': async ({ by, request }) => json(setPromise(hr, await readJson(request), by)),
    'GET /api/hr/asked/:id': ({ by, part }) => json(askedView(hr, part('id'), by)),
    'POST /api/hr/asked/:id/take': ({ by, part }) => json(takeAsked(hr, part('id'), by, false)),
    'POST /api/hr/asked/:id/takeover': ({ by, part }) => json(takeAsked(hr, part('id'), by, true)),
    'POST /api/hr/asked/:id/answer': async ({ by, part, request }) =>
      json(answerAsked(hr, part('id'), await readJson(request), by)),
    'POST /api/hr/asked/:id/close': ({ by, part }) => json(closeAsked(hr, part('id'), by)),

    'GET /api/hr/figures': () => json(hr.figures()),
    'GET /api/hr/unanswered': () => json(hr.unanswered()),
    ...documentHandlers(hr),
    'GET /api/hr/log': ({ request }) => json(auditEntries(hr, after(request.url))),
  };
}

const types = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The id of the last entry on the page of the log before. */
const after = (url = ''): string | undefined => new URL(url, 'http://here').searchParams.get('after') ?? undefined;
