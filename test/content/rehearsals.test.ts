import path from 'node:path';
import { commandOf } from '../../src/bot/commands';
import { foldersIn, loadGuides, readGuides } from '../../src/bot/guides';
import { isGuideVerb, pressGuide, type GuideDeps } from '../../src/bot/pressGuide';
import { type Reply } from '../../src/bot/reply';
import { readLayouts } from '../../src/cards/layouts';
import { createRenderer } from '../../src/cards/render';
import { type Flow, type Scene, type Step } from '../../src/coaching/flow';
import { type Session, type SessionStore } from '../../src/coaching/ports';
import { projectRoot } from '../../src/shared/config';
import { readTexts } from '../../src/shared/texts';
import { asText, type Json } from '../../tools/localTeams/activity';
import { partsOf } from '../../tools/localTeams/inputs';
import { everyWay, type Decide } from '../journeys/walk';
import { theLibrary } from '../knowledge/library';
import { calendar } from '../ourCalendar';
import { usualRetention } from '../usualRetention';

const cards = path.join(projectRoot, 'cards');
const texts = readTexts(cards);
const words = texts.coaching.rehearsals;
const library = theLibrary();
const guides = loadGuides(foldersIn(cards), path.join(projectRoot, 'knowledge'));
const now = () => new Date('2026-11-23T12:00:00Z');
const render = createRenderer(readLayouts(cards), {
  texts,
  hrContact: 'HR',
  documents: () => library.documents,
  flows: guides.guides,
  reflections: guides.reflections,
  rehearsals: guides.rehearsals,
  sourceOf: guides.sourceOf,
  linkTo: () => undefined,
  calendarLinkTo: () => undefined,
  calendar,
  retention: usualRetention,
  now,
});
const scenesOf = ({ cards }: Flow) => cards.flatMap(({ steps }) => steps as readonly (Step & Scene)[]);

/** Stores the one session that is walked. */
function oneSession(): SessionStore {
  let kept: Session | undefined;
  return {
    begin: (_, { id, title, version }) =>
      Promise.resolve(
        (kept = { id: 's', flow: id, title, version, startedAt: now().toISOString(), ended: false, moves: [] }),
      ),
    find: () => Promise.resolve(kept),
    latestOpen: () => Promise.resolve(undefined),
    latest: () => Promise.resolve(undefined),
    list: () => Promise.resolve([]),
    listEnded: () => Promise.resolve([]),
    append: (_, session, move, ended) => {
      kept = { ...session, ended, moves: [...session.moves, move] };
      return Promise.resolve(true);
    },
    erase: () => Promise.resolve(),
  };
}

/** A manager who sees nothing but the cards, and presses what stands on them. */
async function begin(flow: Flow) {
  const coaching = { flows: guides.flows, store: oneSession(), scale: texts.coaching.scale, now };
  const guiding: GuideDeps = {
    texts,
    coaching,
    flowFor: guides.flowFor,
    isConcern: () => Promise.resolve(false),
    // A rehearsal is never HR's, so nothing of it is recorded.
    campaigns: undefined as never,
  };
  let presses = 0;
  let card: Json = {};
  const show = ([reply]: Reply[]) => (card = render(reply!).card as Json);
  const press = async (verb: string, inputs: Json = {}) => {
    const button = partsOf(card, 'Action.').find((action) => action.verb === verb);
    if (verb !== 'start' && !button) throw new Error(`The card has no button ${verb}.`);
    const speaker = { person: 'p', chat: 'c', personal: true, key: String(++presses) };
    const data = verb === 'start' ? { flow: flow.id } : { ...(button!.data as Json), ...inputs };
    return isGuideVerb(verb) && show(await pressGuide(guiding, speaker, verb, data));
  };
  await press('start');
  const inputs = () => partsOf(card, 'Input.');
  const choice = () => inputs().find(({ type }) => type === 'Input.ChoiceSet');
  const said = () => JSON.stringify(card);
  const has = (verb: string) => partsOf(card, 'Action.').some((action) => action.verb === verb);
  return { press, inputs, choice, said, has };
}

const sceneOn = (flow: Flow, inputId: unknown) => scenesOf(flow).find(({ id }) => asText(inputId).startsWith(id))!;

describe.each(guides.rehearsals.map((flow) => [flow.id, flow] as const))('the rehearsal %s', (_, flow) => {
  it('is walked over every line to every end, each line met by what might follow', async () => {
    const reached = new Set<string>();
    const walkOnce = async (decide: Decide) => {
      const walker = await begin(flow);
      let steps = 0;
      while (walker.has('next')) {
        if (++steps > 7) throw new Error('The rehearsal does not end.');
        const { id, choices } = walker.choice()!;
        const values = (choices as Json[]).map(({ value }) => asText(value));
        const line = values[decide(values.length)]!;
        const { reply, source } = sceneOn(flow, id).lines[line]!;
        await walker.press('next', { [asText(id)]: line });
        expect(walker.said()).toContain(JSON.stringify(reply).slice(1, -1));
        if (source) expect(walker.said()).toContain(JSON.stringify(source.quote).slice(1, -1).slice(0, 20));
      }
      const end = flow.ends.find(({ text }) => walker.said().includes(JSON.stringify(text).slice(1, -1)))!;
      reached.add(end.id);
      expect(walker.said()).toContain(JSON.stringify(end.title));
      expect(walker.has('startAnew')).toBe(true);
      expect(walker.has(end.guide ? 'guide' : 'ask')).toBe(true);
    };
    const walks = await everyWay(walkOnce);
    expect(walks).toBeGreaterThanOrEqual(flow.ends.length);
    expect([...reached].sort()).toEqual(flow.ends.map(({ id }) => id).sort());
  });

  it('lets the manager write a line, shows it beside the others, and goes on by the one most like it', async () => {
    const walker = await begin(flow);
    const first = scenesOf(flow)[0]!;
    const [line, { reply }] = Object.entries(first.lines)[1]!;
    const text = walker.inputs().find(({ type }) => type === 'Input.Text')!;
    await walker.press('next', { [asText(text.id)]: 'Det har jag aldrig sagt' });
    for (const { say, reply } of Object.values(first.lines))
      for (const shown of [say, reply]) expect(walker.said()).toContain(JSON.stringify(shown).slice(1, -1));
    const kept = () => Object.fromEntries(walker.inputs().map(({ id, value }) => [asText(id), asText(value)]));
    await walker.press('next', kept());
    expect(walker.said()).toContain(texts.coaching.problems.missing);
    await walker.press('pause', kept());
    await walker.press('resume');
    expect(walker.said()).toContain('Det har jag aldrig sagt');
    await walker.press('next', { ...kept(), [asText(walker.choice()!.id)]: line });
    expect(walker.said()).toContain('Du: Det har jag aldrig sagt');
    expect(walker.said()).toContain(JSON.stringify(reply).slice(1, -1));
    await walker.press('back');
    expect(kept()).toMatchObject({ [asText(text.id)]: 'Det har jag aldrig sagt', [asText(walker.choice()!.id)]: line });
  });

  it('takes five minutes: four to seven scenes, of which nobody meets more than five', () => {
    expect(scenesOf(flow).length).toBeGreaterThanOrEqual(4);
    expect(scenesOf(flow).length).toBeLessThanOrEqual(7);
    const longest = (id: string): number => {
      const scene = scenesOf(flow).find((one) => one.id === id);
      return scene ? 1 + Math.max(...Object.values(scene.lines).map(({ to }) => longest(to))) : 0;
    };
    expect(longest(scenesOf(flow)[0]!.id)).toBeLessThanOrEqual(5);
    expect(flow.ends.length).toBeGreaterThanOrEqual(3);
  });

  it('gives no grade, and names nobody', () => {
    const authored = [
      ...scenesOf(flow).flatMap(({ says, text, lines }) => [
        says,
        text ?? '',
        ...Object.values(lines).flatMap(({ say, reply }) => [say, reply]),
      ]),
      ...flow.ends.flatMap(({ title, text }) => [title, text]),
    ];
    for (const text of authored) {
      expect(text).not.toMatch(/\b(poäng|betyg|rätt svar|fel svar|bra jobbat|tyvärr)\b|"| {2}/i);
      // A name would be a capital within a sentence.
      expect(text.replace(/[.?!”] ”?\p{Lu}|”\p{Lu}|: \p{Lu}/gu, '').slice(1)).not.toMatch(/\p{Lu}/u);
    }
  });

  it('ends with words that a person can take along, and a topic or a guide that there is', () => {
    const questions = [...library.topics.values()].map(({ question }) => question);
    for (const { text, guide, ask, source } of flow.ends) {
      expect(text.split(/(?<=[.?!])\s/).length).toBeGreaterThanOrEqual(2);
      expect(text.length).toBeLessThanOrEqual(300);
      expect(source).toBeDefined();
      if (ask) expect(questions).toContain(ask);
      expect(guide ?? ask).toBeDefined();
    }
  });

  it('is among what HR can neither send nor count', () => {
    expect([...guides.guides, ...guides.reflections]).not.toContain(flow);
  });
});

describe('a file is a rehearsal by its scenes', () => {
  const { guides: flows, rehearsals } = foldersIn(cards);

  it('so that HR is offered none, wherever it lies', () => {
    const read = readGuides({ guides: flows, reflections: rehearsals });
    expect([read.guides.length, read.reflections]).toEqual([guides.guides.length, []]);
    expect(read.rehearsals.length).toBeGreaterThan(0);
  });

  it('and a guide among the rehearsals is refused', () => {
    expect(() => readGuides({ guides: flows, rehearsals: flows })).toThrow('delegering.yaml: är ingen övning.');
  });
});

describe('a manager finds the rehearsals', () => {
  it('by their command, and each by its name', () => {
    const menu = render({ kind: 'rehearsals' });
    for (const { id, title } of guides.rehearsals) {
      expect(JSON.stringify(menu.card)).toContain(title);
      expect(guides.flowFor(title)).toMatchObject({ exact: true, flow: { id } });
    }
    expect(JSON.stringify(menu.card)).toContain(words.lead);
    for (const said of ['öva', 'Övning', 'Öva ett svårt samtal!', 'ova'])
      expect(commandOf(texts, said)).toBe('rehearsals');
  });

  it('from the menu of guides', () => {
    expect(partsOf(render({ kind: 'guides', skip: 0 }).card as Json, 'Action.').map(({ verb }) => verb)).toContain(
      'rehearsals',
    );
  });
});
