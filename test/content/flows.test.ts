import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Flow, type Step } from '../../src/coaching/flow';
import { projectRoot } from '../../src/shared/config';
import { foldersIn, loadGuides, sourcesOf } from '../../src/bot/guides';
import { knowledge, theLibrary } from '../knowledge/library';

const folders = foldersIn(path.join(projectRoot, 'cards'));
const guides = loadGuides(folders, knowledge);
const fileOf = ({ id }: Flow) => {
  const isIn = (flows: readonly Flow[]) => flows.some((flow) => flow.id === id);
  const folder = isIn(guides.reflections) ? 'reflections' : isIn(guides.invitations) ? 'invitations' : 'guides';
  return path.join(folders[folder], `${id}.yaml`);
};
const flows = [...guides.flows.values()];
const topics = [...theLibrary().topics.values()];
const stepsOf = ({ cards }: Flow): Step[] => cards.flatMap(({ steps }) => [...steps]);

/** Every wording of a step: its own, and those for who has chosen otherwise. */
const wordingsOf = ({ ask, text, variant }: Step) =>
  [{}, ...Object.values(variant?.is ?? {})].map((other) => ({ ask, text, ...other }));

const about = 'Skriv om saken, inte personen.';
/** Where one writes of aims and frames there is no person to write about. */
const impersonal = ['syfte', 'ramar', 'handlingsutrymme'];

describe.each(flows.map((flow) => [flow.id, flow] as const))('the flow %s', (_, flow) => {
  const file = readFileSync(fileOf(flow), 'utf8');

  it('quotes word for word, out of the document that it names', () => {
    expect(sourcesOf(flow).length).toBeGreaterThan(0);
    for (const source of sourcesOf(flow)) expect(guides.sourceOf(source).document.id).toBe(source.document);
  });

  it('promises what is true of data, and no more', () => {
    const counts = stepsOf(flow).some(({ kind }) => kind !== 'text') && guides.reflections.includes(flow);
    expect(flow.seenBy).toBe(
      flow.invites !== undefined
        ? 'HR ser bara hur många som har börjat, från sex och uppåt. Regionen prövar varje begäran om allmän handling.'
        : counts
          ? 'HR och din chef ser inte vad just du svarar. Har HR skickat frågan ser HR hur gruppen svarar. Regionen prövar varje begäran om allmän handling.'
          : 'HR och din chef ser inte din text i tjänsten. Regionen prövar varje begäran om allmän handling.',
    );
    expect(file).not.toMatch(/anonym|ingen kan läsa|hemlig|säker på att/i);
  });

  it('says what not to write wherever free text invites', () => {
    const invites = stepsOf(flow).filter((step) => step.kind === 'text' || step.kind === 'list');
    const silent = invites.filter((step) => !wordingsOf(step).every(({ text }) => text?.includes(about)));
    expect(silent.map((step) => step.id).filter((step) => !impersonal.includes(step))).toEqual([]);
  });

  it('calls each response by a name of its own that fits a line', () => {
    const labels = stepsOf(flow).flatMap(({ kind, label }) => (kind === 'message' ? [] : [label]));
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label).toMatch(/^[^?]{2,30}$/);
  });

  it('asks in one breath', () => {
    for (const { ask, text = '' } of stepsOf(flow).flatMap(wordingsOf)) {
      expect(ask.length).toBeLessThanOrEqual(70);
      expect(text.length).toBeLessThanOrEqual(400);
    }
  });

  it('never demands a date', () => {
    for (const { kind, optional } of stepsOf(flow)) if (kind === 'date') expect(optional).toBe(true);
  });

  it('can be read at a sitting', () => {
    const { asked, notAsked } = flow;
    // What managers write to get the guide is a list to look things up in; what returns each week is read once.
    expect(new Set(file.split('\n')).size - asked.length - notAsked.length).toBeLessThanOrEqual(190);
  });

  it('has Swedish quotation marks, and no doubled spaces', () => {
    for (const { ask, text } of stepsOf(flow).flatMap(wordingsOf)) expect(`${ask} ${text}`).not.toMatch(/"| {2}/);
  });
});

/** What stands on the way of who has chosen so: each card's kinds, and the words quoted. */
const wayOf = (id: string, choice: Readonly<Record<string, string>> = {}) =>
  guides.flows.get(id)!.cards.flatMap(({ steps }) => {
    const shown = steps.filter(({ when }) => !when || when.is.includes(choice[when.step] ?? ''));
    const kinds = shown.map(({ kind }) => kind).join(' + ');
    return shown.length ? [[kinds, ...shown.flatMap(({ source }) => source?.quote ?? [])]] : [];
  });

describe('Vad förordar du?', () => {
  it('prepares a talk, waits for it, and looks back', () => {
    expect(wayOf('vad-forordar-du', { lage: 'samtal' })).toEqual([
      ['choice'],
      ['text'],
      ['choice', 'håller sig inom ramen och strukturen'],
      ['text', 'Då ska man inte gå i fällan'],
      ['message', 'De vill ha svar'],
      ['choice'],
      ['choice + text', 'Och att man bejakar det även om man var själv kanske hade gjort på ett annat sätt.'],
      ['date', 'absolut följa upp'],
    ]);
    const waits = stepsOf(guides.flows.get('vad-forordar-du')!).filter(({ afterDays }) => afterDays);
    expect(waits.map(({ id, afterDays }) => [id, afterDays])).toEqual([['forslag', 1]]);
  });

  it('weighs a decision', () => {
    expect(wayOf('vad-forordar-du', { lage: 'beslut' })).toEqual([
      ['choice'],
      ['text'],
      ['list'],
      ['text'],
      ['choice + text'],
      ['message', 'felaktiga beslut kan vara bättre än att inte fatta beslut'],
      ['date'],
    ]);
  });

  it('has the four questions on a card to bring along, whatever may be decided', () => {
    const card = stepsOf(guides.flows.get('vad-forordar-du')!).find(({ id }) => id === 'fyra-fragor')!;
    for (const { text } of wordingsOf(card)) expect(text).toMatch(/1\. Vad säger du\?[^]*4\. Vad förordar du\?/);
  });

  it('never says be brave without saying where it does not hold', () => {
    const brave = stepsOf(guides.flows.get('vad-forordar-du')!).find(({ id }) => id === 'vaga')!;
    for (const { text } of wordingsOf(brave))
      expect(text).toContain('Gäller inte patientsäkerhet, lag eller arbetsmiljö.');
  });
});

describe('Lämna över ett uppdrag', () => {
  it('goes from the assignment to letting go', () => {
    expect(wayOf('delegering')).toEqual([
      ['text', 'delegera och resonera i syfte att förstärka ägarskap'],
      ['text', 'verksamhetens syfte och medborgarens behov'],
      ['text + choice', 'förutsätter tydliga ramar och mandat'],
      ['text', 'utrymme för medarbetare att forma innehållet'],
      ['checklist + text', 'säkerställa att medarbetaren kan, vill och vågar'],
      ['choice + date', expect.stringMatching(/^Man har varit tydlig .* även om någon skulle ta ett felbeslut$/)],
      ['text', 'Man måste våga ge någon annan det också.'],
      ['message', 'ge och ta delegering'],
    ]);
  });

  it('begins by saying that a formal delegation is something else', () => {
    expect(stepsOf(guides.flows.get('delegering')!)[0]?.text).toMatch(
      /^Det här är en reflektion\. En formell delegering .* egen blankett\./,
    );
  });

  it('keeps what she lets go of to herself', () => {
    const own = stepsOf(guides.flows.get('delegering')!).filter((step) => step.private);
    expect(own.map(({ id }) => id)).toEqual(['slappa']);
  });
});

describe('En princip i veckan', () => {
  it('takes the seven principles in order, and asks a week later how it went', () => {
    const { cards } = guides.flows.get('veckans-princip')!;
    expect(cards.map(({ id }) => id)).toEqual(
      ['tillit', 'medborgarfokus', 'helhetssyn', 'handlingsutrymme', 'stod', 'kunskap', 'oppenhet'].flatMap((id) => [
        id,
        `${id}-gick`,
      ]),
    );
    expect(cards.map(({ steps }) => steps[0]!.afterDays)).toEqual(cards.map((_, at) => (at % 2 ? 7 : undefined)));
  });

  it('always lets the manager choose something else than the documents say', () => {
    const tried = stepsOf(guides.flows.get('veckans-princip')!).filter(({ id }) => !/-/.test(id));
    for (const step of tried) expect(step).toMatchObject({ kind: 'choice', options: { eget: 'Något eget' } });
  });
});

describe('Välj en vana', () => {
  it.each(['kultur', 'styrning', 'organisation'])('offers three habits of %s, and asks after two weeks', (hornsten) => {
    expect(wayOf('vana', { hornsten }).map(([kinds]) => kinds)).toEqual([
      'choice',
      'choice',
      'text',
      'choice + text + choice',
    ]);
    const habits = stepsOf(guides.flows.get('vana')!).find(({ id }) => id === `vana-${hornsten}`)!;
    expect(Object.keys('options' in habits ? habits.options : {})).toHaveLength(3);
    expect(stepsOf(guides.flows.get('vana')!).find(({ id }) => id === 'hur-gick-det')!.afterDays).toBe(14);
  });
});

describe('Klargör ett uppdrag', () => {
  it('asks four short questions, and gives them to bring along', () => {
    expect(wayOf('uppdrag')).toEqual([
      ['text', 'Fokus på samskapande kring uppdrag och uppföljning'],
      ['text', 'Förstå sin del i helheten'],
      ['text', 'lämnar också utrymme för medarbetare att forma innehållet'],
      ['text', 'Skapa forum för dialog'],
      ['choice + text', 'Tydliga roller'],
      ['message + date', 'förutsätter tydliga ramar och mandat'],
    ]);
  });
});

describe('Ny som chef', () => {
  const flow = guides.flows.get('ny-som-chef')!;
  const lists = stepsOf(flow).flatMap((step) => (step.kind === 'checklist' ? [step] : []));

  it('covers twelve weeks without a gap, with looks back after two, six and twelve', () => {
    expect(lists.map(({ weeks }) => weeks)).toEqual([
      [1, 1],
      [2, 4],
      [5, 8],
      [9, 12],
    ]);
    const waits = stepsOf(flow).flatMap(({ afterDays }) => afterDays ?? []);
    expect(waits.map((_, at) => waits.slice(0, at + 1).reduce((sum, days) => sum + days) / 7)).toEqual([2, 6, 12]);
  });

  it('has for each thing to do its source, and a guide or the question of a topic', () => {
    const questions = new Set(topics.map(({ question }) => question));
    for (const { options, about } of lists) {
      expect(Object.keys(about ?? {})).toEqual(Object.keys(options));
      for (const { source, guide, question } of Object.values(about!)) {
        expect(source).toBeDefined();
        expect(guide ?? question).toBeDefined();
        if (question) expect(questions).toContain(question);
      }
    }
  });
});

describe('the guides', () => {
  it('each lead on to another', () => {
    for (const { next } of guides.guides) expect(next.length).toBeGreaterThan(0);
  });

  it('are invited to by an invitation that asks nothing', () => {
    for (const { cards, invites } of guides.invitations) {
      expect(guides.guides.map(({ id }) => id)).toContain(invites);
      expect(cards.flatMap(({ steps }) => steps.map(({ kind }) => kind))).toEqual(['message']);
    }
  });

  it('are named by every topic', () => {
    expect(topics.filter(({ guide }) => !guides.guides.some(({ id }) => id === guide)).map(({ id }) => id)).toEqual([]);
  });
});

describe('everyday words', () => {
  it.each([
    ['Jag ska lämna över ett uppdrag till en kollega', 'delegering'],
    ['hur delegerar jag', 'delegering'],
    ['Jag vill lämna över ansvaret för schemat', 'delegering'],
    ['Jag har ett svårt beslut framför mig', 'vad-forordar-du'],
    ['svåra samtal', 'vad-forordar-du'],
    ['En medarbetare kommer och vill ha svar hela tiden', 'vad-forordar-du'],
    ['vad forordar du', 'vad-forordar-du'],
    ['Jag är ny!', 'ny-som-chef'],
    ['jag ar ny', 'ny-som-chef'],
    ['Mina 90 dagar', 'ny-som-chef'],
    ['veckans princip', 'veckans-princip'],
    ['en ny vana', 'vana'],
    ['Vi har fått ett otydligt uppdrag', 'uppdrag'],
  ])('point to a guide: %s', (said, id) => expect(guides.flowFor(said)?.flow.id).toBe(id));

  it.each([
    'Politikerna fattar beslut över huvudet på oss',
    'Jag vill ha ett samtal om min lön',
    'Jag ska lämna in mina uppgifter till HR',
    'tillitsbaserad styrning',
    'Vi har fått ett nytt uppdrag',
  ])('point to none: %s', (said) => expect(guides.flowFor(said)).toBeUndefined());
});
