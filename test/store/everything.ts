import { addCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { recordFeedback } from '../../src/store/feedback';
import { recordRoster, remember } from '../../src/store/people';
import { publishRun } from '../../src/store/publishedResults';
import { sendQuestion } from '../../src/store/questions';
import { keepResponse } from '../../src/store/responses';
import { recordSessionMessage } from '../../src/store/sessionMessages';
import { sessionStore } from '../../src/store/sessions';
import { keepUnanswered } from '../../src/store/unanswered';
import { aCampaign, aResponse } from '../campaigns/aCampaign';
import { next } from './move';
import { sentRun } from './sentRun';

const flow = { id: 'ramar', title: 'Ramar', version: '1' } as never;
const at = new Date('2026-11-24T10:00:00.000Z');
export const [published, open] = ['2026-11-17', '2026-11-24'] as const;

/** Some of everything that is encrypted, of these people. */
export async function fillSealed(db: Database, serviceKey: Buffer, people: readonly string[]): Promise<void> {
  await addCampaign(db, aCampaign({ least: 2 }));
  for (const day of [published, open]) await sentRun(db, serviceKey, { day });
  const sessions = sessionStore(db, serviceKey, () => at);
  for (const id of people) {
    await remember(db, { id }, at);
    await recordRoster(db, id, { name: `Namn ${id}` }, at);
    await recordFeedback(db, serviceKey, { message: id, personId: id, reaction: 'like', words: `Tack ${id}` }, at);
    const session = await sessions.begin(id, flow);
    await sessions.append(id, session, next, false);
    await recordSessionMessage(db, serviceKey, { person: id, session: session.id, message: `m ${id}` });
    await sendQuestion(db, serviceKey, id, { id: `q ${id}`, name: id, text: `Fråga ${id}` }, at);
    await keepUnanswered(db, serviceKey, id, ['parkering'], at);
    for (const occurrence of [published, open])
      await keepResponse(db, serviceKey, { ...aResponse({ shared: { t: `Ord ${id}` } }), occurrence, person: id });
  }
  await publishRun(db, serviceKey, { campaign: 'c1', day: published }, 2);
}
