import { z } from 'zod';
import { type Act } from '../campaigns/campaign';
import { actOn, copyCampaign, findCampaign, listCampaigns, removeCampaign, tryOut, writeDraft } from '../hr/campaigns';
import { Declined, type Desk } from '../hr/desk';
import { changeGroup, previewList, replaceAbsences, showGroup, takeAwayGroup } from '../hr/groups';
import { cardOf, previewTo, questions } from '../hr/questions';
import { logOf } from '../hr/log';
import { resultRows, resultsOf } from '../hr/results';
import { previewTeam, showTeams } from '../hr/teams';
import { readBytes, readJson } from './body';
import { type Answer, type Routes } from './route';

/** Bytes of an uploaded list; and of the group that the page makes of it, 20,000 people with long names of their units. */
const largestList = 2 * 1024 * 1024;
const largestGroup = 8 * 1024 * 1024;

/** What HR does with a campaign, as the last part of its path. */
const Verb = z.enum(['launch', 'approve', 'pause', 'resume', 'cancel', 'recall', 'close', 'duplicate', 'template']);

/** All that HR's page asks for: this is the page's whole door. */
export function hrRoutes(desk: Desk): Routes {
  const json = async (result: Promise<unknown>): Promise<Answer> => ({ json: (await result) ?? {} });
  return {
    'GET /api/hr/me': ({ by: { name } }) => json(Promise.resolve({ name })),

    'GET /api/hr/questions': () => json(Promise.resolve(questions(desk))),
    'GET /api/hr/questions/:id/card': ({ part }) => json(Promise.resolve(cardOf(desk, part('id')))),
    'POST /api/hr/questions/:id/preview': ({ part, by }) => json(previewTo(desk, part('id'), by)),

    'GET /api/hr/campaigns': ({ by }) => json(listCampaigns(desk, by)),
    'POST /api/hr/campaigns': async ({ by, request }) => json(writeDraft(desk, await readJson(request), by)),
    'GET /api/hr/campaigns/:id': ({ by, part }) => json(findCampaign(desk, part('id'), by)),
    'PUT /api/hr/campaigns/:id': async ({ by, part, request }) =>
      json(writeDraft(desk, await readJson(request), by, part('id'))),
    'DELETE /api/hr/campaigns/:id': ({ by, part }) => json(removeCampaign(desk, part('id'), by)),
    'GET /api/hr/campaigns/:id/trial': ({ part }) => json(tryOut(desk, part('id'))),
    'GET /api/hr/campaigns/:id/results': ({ part }) => json(resultsOf(desk, part('id'))),
    'GET /api/hr/campaigns/:id/sheet/:form': async ({ by, part }) => {
      const form = part('form');
      if (form !== 'csv' && form !== 'xlsx') throw new Declined('gone', 'Välj csv eller xlsx.');
      const file = await desk.sheetOf(form, await resultRows(desk, part('id'), by));
      return { file, name: `resultat.${form}`, type: types[form] };
    },
    'POST /api/hr/campaigns/:id/:verb': ({ by, part }) => {
      const verb = Verb.safeParse(part('verb'));
      if (!verb.success) throw new Declined('gone', 'Det går inte att göra med ett utskick.');
      if (verb.data === 'duplicate') return json(copyCampaign(desk, part('id'), by, 'draft'));
      if (verb.data === 'template') return json(copyCampaign(desk, part('id'), by, 'template'));
      return json(actOn(desk, part('id'), verb.data satisfies Act, by));
    },

    'POST /api/hr/lists': async ({ request }) => json(previewList(desk, await readBytes(request, largestList))),
    'GET /api/hr/teams': () => json(showTeams(desk)),
    'POST /api/hr/teams/:id/roster': ({ part, by }) => json(previewTeam(desk, part('id'), by)),
    'GET /api/hr/groups': () => json(desk.groups()),
    'GET /api/hr/groups/:id': ({ part }) => json(showGroup(desk, part('id'))),
    'POST /api/hr/groups': async ({ by, request }) =>
      json(changeGroup(desk, await readJson(request, { limit: largestGroup }), by)),
    'PUT /api/hr/groups/:id': async ({ by, part, request }) =>
      json(changeGroup(desk, await readJson(request, { limit: largestGroup }), by, part('id'))),
    'DELETE /api/hr/groups/:id': ({ by, part }) => json(takeAwayGroup(desk, part('id'), by)),
    'GET /api/hr/absences': () => json(desk.absences.count()),
    'PUT /api/hr/absences': async ({ by, request }) =>
      json(replaceAbsences(desk, await readBytes(request, largestList), by)),

    'GET /api/hr/figures': () => json(desk.figures()),
    'GET /api/hr/unanswered': () => json(desk.unanswered()),
    'GET /api/hr/documents': () => json(Promise.resolve(desk.documents())),
    'GET /api/hr/log': ({ request }) => json(logOf(desk, after(request.url))),
  };
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The entry that a page of the log comes after. */
const after = (url = ''): string | undefined => new URL(url, 'http://here').searchParams.get('after') ?? undefined;
