import { randomUUID } from 'node:crypto';
import { withOwnFlows } from '../../src/coaching/ownFlows';
import { flowIdOf, stepsOf } from '../../src/coaching/questionSet';
import { type QuestionSet } from '../../src/hr/ports';
import { addCampaign, findCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { findVersion, questionSetStore } from '../../src/store/questionSets';
import { aCampaign, aDraft } from '../campaigns/aCampaign';
import { texts } from '../journeys/service';
import { onPostgres, twoHandles } from './temporary';

const now = () => new Date('2026-12-07T23:30:00Z');
const own = texts.ownQuestions;
const asking = (ask: string) => stepsOf([{ kind: 'yesNo', ask, intro: '' }], own);

let one: Database;
let other: Database;
let set: QuestionSet;
beforeEach(async () => {
  [one, other] = await twoHandles();
  const steps = asking('Har ni tid?');
  set = { set: randomUUID(), version: 1, title: '', steps, state: 'ready', revision: 0, changedOn: '' };
  await questionSetStore(one, now).add(set);
});

describe('question sets', () => {
  it('are there at once in every instance, as the flow that a card is made of', async () => {
    const flows = withOwnFlows(new Map(), (at) => findVersion(other, at), own);
    expect(await flows.get(flowIdOf(set))).toMatchObject({
      id: flowIdOf(set),
      title: own.title,
      cards: [{ steps: [{ kind: 'choice', ask: 'Har ni tid?', options: { ja: 'Ja', nej: 'Nej' } }] }],
    });
    for (const id of [
      'egen-',
      'constructor',
      flowIdOf({ set: randomUUID(), version: 1 }),
      flowIdOf({ ...set, version: 2 }),
    ])
      expect(await flows.get(id)).toBeUndefined();
  });

  it('keep every version as it was, and show the latest, with the local day only', async () => {
    const store = questionSetStore(one, now);
    expect(await store.change({ ...set, steps: asking('Har ni ro?') })).toBe(true);
    expect(await findVersion(other, set)).toMatchObject({ steps: set.steps });
    expect(await store.find(set.set)).toMatchObject({ version: 2, revision: 1, steps: asking('Har ni ro?') });
    const [row] = await one.selectFrom('question_sets').selectAll().execute();
    expect(row).toMatchObject({ created_on: '2026-12-08', changed_on: '2026-12-08', retired_on: null });
  });

  it('are changed by one of two who change at once', async () => {
    // SQLite has one instance.
    const instances = [one, onPostgres ? other : one];
    const changes = instances.map((db) => questionSetStore(db, now).change({ ...set, steps: asking('Ny?') }));
    expect((await Promise.all(changes)).sort()).toEqual([false, true]);
    expect(await one.selectFrom('question_set_versions').selectAll().execute()).toHaveLength(2);
  });

  it('are neither changed nor retired again once they are retired', async () => {
    const store = questionSetStore(one, now);
    expect(await store.retire(set.set, 5)).toBe(false);
    expect(await store.retire(set.set, 0)).toBe(true);
    expect([await store.change({ ...set, revision: 1 }), await store.retire(set.set, 1)]).toEqual([false, false]);
    expect(await store.find(set.set)).toMatchObject({ state: 'retired', revision: 1, version: 1 });
  });

  it('give a change to drafts and templates, at a new revision, and to nothing that has been launched', async () => {
    const flow = flowIdOf(set);
    await addCampaign(one, aDraft({ id: 'draft', flow }));
    await addCampaign(one, aDraft({ id: 'template', state: 'template', flow }));
    await addCampaign(one, aDraft({ id: 'elsewhere', flow: 'tydliga-ramar' }));
    for (const state of ['awaiting', 'running', 'paused', 'cancelled', 'closed'] as const)
      await addCampaign(one, aCampaign({ id: state, state, flow }));
    await questionSetStore(one, now).change(set);
    const next = flowIdOf({ ...set, version: 2 });
    const kept = async (id: string) => {
      const { flow: named, revision } = (await findCampaign(one, id))!;
      return [named, revision];
    };
    for (const id of ['draft', 'template']) expect([id, await kept(id)]).toEqual([id, [next, 1]]);
    expect(await kept('elsewhere')).toEqual(['tydliga-ramar', 0]);
    for (const id of ['awaiting', 'running', 'paused', 'cancelled', 'closed'])
      expect([id, await kept(id)]).toEqual([id, [flow, 0]]);
  });
});
