import path from 'node:path';
import { foldersIn, readGuides } from '../../src/bot/guides';
import { pressGuide, type GuideDeps } from '../../src/bot/pressGuide';
import { type CampaignResponseStore } from '../../src/bot/ports';
import { replay } from '../../src/coaching/session';
import { projectRoot } from '../../src/shared/config';
import { readTexts } from '../../src/shared/texts';
import { newKey } from '../../src/store/encryption';
import { recordRoster } from '../../src/store/people';
import { sessionStore } from '../../src/store/sessions';
import { temporaryDatabase } from '../store/temporary';

const cards = path.join(projectRoot, 'cards');
const texts = readTexts(cards);
const { flows } = readGuides(foldersIn(cards));
const flow = flows.get('tydliga-ramar')!;
const now = () => new Date('2026-11-30T09:00:00Z');
const sending = {
  campaign: 'c1',
  occurrence: '2026-11-30',
  group: 'K',
  takesAnswers: true,
  answerUntil: '2026-12-04',
};

let keys = 0;
let deps: GuideDeps;
/** All that was recorded, in order: the options chosen, or that the answer was taken back. */
let recorded: unknown[];
let takesAnswers: boolean;
let fails: boolean;
beforeEach(async () => {
  [recorded, takesAnswers, fails] = [[], true, false];
  const db = await temporaryDatabase();
  await recordRoster(db, 'asa', {}, now());
  const campaigns: Partial<CampaignResponseStore> = {
    sendingOf: (delivery) => Promise.resolve(delivery === 'd1' ? { ...sending, takesAnswers } : undefined),
    keep: ({ person, given, group }) => {
      if (fails) return Promise.reject(new Error('fault'));
      recorded.push({ person, group, given: given['tydliga-ramar'] });
      return Promise.resolve(true);
    },
    forget: ({ person, campaign }) => Promise.resolve(void recorded.push({ forgets: person, campaign })),
  };
  deps = {
    texts,
    coaching: { flows, store: sessionStore(db, newKey(), now), scale: texts.coaching.scale, now },
    campaigns: campaigns as CampaignResponseStore,
    flowFor: () => undefined,
    isConcern: () => Promise.resolve(false),
  };
});
const begin = (delivery?: string) => deps.coaching.store.begin('asa', flow, delivery);
const stored = async (session: string) =>
  (await deps.coaching.store.find('asa', session))?.moves.map(({ kind }) => kind);
const press = (session: string, verb: Parameters<typeof pressGuide>[2], chosen?: string, key = `press ${++keys}`) =>
  pressGuide(deps, { person: 'asa', chat: 'chat', personal: true, key }, verb, {
    session,
    card: 'tydliga-ramar',
    revision: 0,
    ...(chosen && { 'tydliga-ramar': chosen }),
  });
const chose = (...given: string[]) => ({ person: 'asa', group: 'K', given });

describe('an answer to a question of HR’s', () => {
  it('is recorded when the guide is finished, and anew when it is changed', async () => {
    const { id } = await begin('d1');
    await press(id, 'next', '4');
    await press(id, 'back');
    expect(recorded).toEqual([chose('4')]);
    await press(id, 'next', '2');
    expect(recorded).toEqual([chose('4'), chose('2')]);
  });

  it('is recorded ahead of the move: where that fails nothing is kept, and the person presses again', async () => {
    const { id } = await begin('d1');
    fails = true;
    await expect(press(id, 'next', '4')).rejects.toThrow('fault');
    expect(await stored(id)).toEqual([]);
    fails = false;
    await press(id, 'next', '4');
    expect([recorded, await stored(id)]).toEqual([[chose('4')], ['next']]);
  });

  it('is as it is stored where two presses come at once', async () => {
    const { id } = await begin('d1');
    await Promise.all([press(id, 'next', '1'), press(id, 'next', '5')]);
    const session = (await deps.coaching.store.find('asa', id))!;
    expect(recorded.at(-1)).toEqual(chose(replay(flow, session.moves).responses.get('tydliga-ramar')!.value as string));
  });

  it('is one answer where the same press comes twice', async () => {
    const { id } = await begin('d1');
    await press(id, 'next', '3', 'the same');
    await press(id, 'next', '3', 'the same');
    expect([recorded, await stored(id)]).toEqual([[chose('3')], ['next']]);
  });

  it('is recorded nowhere when the time to answer is over; the person’s own words are kept', async () => {
    takesAnswers = false;
    const { id } = await begin('d1');
    await press(id, 'next', '4');
    expect([recorded, await stored(id)]).toEqual([[], ['next']]);
  });

  it('is taken back where the person erases it', async () => {
    const { id } = await begin('d1');
    await press(id, 'next', '4');
    await press(id, 'erase');
    expect(recorded).toHaveLength(1);
    await press(id, 'eraseForGood');
    expect(recorded.at(-1)).toEqual({ forgets: 'asa', campaign: 'c1' });
  });
});

describe('what a person answers by their own choice', () => {
  it('is recorded nowhere', async () => {
    const { id } = await begin();
    await press(id, 'next', '4');
    await press(id, 'eraseForGood');
    expect(recorded).toEqual([]);
  });
});
