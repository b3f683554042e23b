import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Flow, type Step } from '../../src/coaching/flow';
import { sourcesOf } from '../../src/bot/guides';
import { knowledge } from '../knowledge/library';
import { folders, guides, stepsOf, wayOf } from './theGuides';

const fileOf = ({ id }: Flow) => {
  const isIn = (flows: readonly Flow[]) => flows.some((flow) => flow.id === id);
  const folder = (['reflections', 'invitations', 'rehearsals'] as const).find((name) => isIn(guides[name])) ?? 'guides';
  return path.join(folders[folder], `${id}.yaml`);
};
const flows = [...guides.flows.values()];

/** Every wording of a step: its own, and the variants for other choices. */
const wordingsOf = ({ ask, text, variant }: Step) =>
  [{}, ...Object.values(variant?.is ?? {})].map((other) => ({ ask, text, ...other }));

const about = 'Skriv om saken, inte personen.';
/** Steps about aims and frames: there is no person to write about. */
const impersonal = ['syfte', 'ramar', 'handlingsutrymme'];

describe.each(flows.map((flow) => [flow.id, flow] as const))('the flow %s', (_, flow) => {
  const file = readFileSync(fileOf(flow), 'utf8');

  it('quotes word for word, out of the document that it names', () => {
    expect(sourcesOf(flow).length).toBeGreaterThan(0);
    for (const source of sourcesOf(flow)) expect(guides.sourceOf(source)!.document.id).toBe(source.document);
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
      expect(text).toContain('Det gäller inte patientsäkerhet, lag eller arbetsmiljö.');
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

  it('never shares what the manager lets go of', () => {
    const own = stepsOf(guides.flows.get('delegering')!).filter((step) => step.private);
    expect(own.map(({ id }) => id)).toEqual(['slappa']);
  });
});

const textOf = (document: string) => readFileSync(path.join(knowledge, `${document}.md`), 'utf8');
const scalesOf = (id: string) =>
  stepsOf(guides.flows.get(id)!).flatMap((step) => (step.kind === 'scale' ? [step] : []));

describe('Tillitsspegeln', () => {
  it('goes from an example to one thing to try', () => {
    expect(wayOf('tillitsspegeln')).toEqual([
      ['message', 'uppföljning och kontroll fortfarande är viktiga'],
      ['text'],
      ['scale + scale + scale + scale + scale', 'Chefer bestämmer och medarbetare utför'],
      ['choice', 'det ligger i systemet'],
      ['text + date', 'koppla ord till handling'],
    ]);
  });

  it('says that the pairing is ours, and that no end is a grade', () => {
    const [first] = stepsOf(guides.flows.get('tillitsspegeln')!);
    expect(first?.ask).toBe('Exempel, inte facit');
    expect(first?.text).toMatch(/vårt eget grepp[^]*Ingen ände är ett betyg/);
  });

  it('has for each line two passages on how others do it, and the guide that fits', () => {
    for (const { others, guide } of scalesOf('tillitsspegeln')) {
      expect(others).toHaveLength(2);
      expect(guides.guides.map(({ id }) => id)).toContain(guide);
    }
  });
});

describe('Planera om en uppföljning', () => {
  const kept = [
    ['text', 'vikten av uppföljning och kontroll kvarstår'],
    ['scale + scale + scale + scale + scale', 'Lärande och stöd'],
    ['choice + text', 'inte används'],
  ];
  const together = ['text + date', 'bör samskaps utifrån'];

  it('goes from today to when, how and with whom, and never says that control is wrong', () => {
    const when = ['text', 'löpande'];
    const how = ['text', 'skapar förutsättningar för lärande'];
    expect(wayOf('uppfoljning', { val: 'andra' })).toEqual([...kept, when, how, together]);
  });

  it('asks who is to know where the follow-up is taken away', () => {
    expect(wayOf('uppfoljning', { val: 'ta-bort' })).toEqual([...kept, ['text'], together]);
  });
});

describe('the poles of a scale', () => {
  /** The presentation has "Brister, detaljerat gärna ekonomi", which nobody can read aloud. No source is shown beside it. */
  const ownWords = ['Brister och detaljer, ofta i ekonomin'];

  it.each(['tillitsspegeln', 'uppfoljning'])('stand word for word in the presentation, but for one: %s', (id) => {
    for (const { poles } of scalesOf(id))
      for (const pole of poles)
        if (!ownWords.includes(pole)) expect(textOf('vgr-tillit-ledning-styrning')).toContain(pole);
  });

  it('have no source where they are our own words', () => {
    const ours = scalesOf('uppfoljning').filter(({ poles }) => poles.some((pole) => ownWords.includes(pole)));
    expect(ours.map(({ source }) => source)).toEqual([undefined]);
  });
});

describe('the places next to the poles', () => {
  it('are written in the file of each ready-made reflection, so that results can be read aloud', () => {
    const reflections = [...guides.flows.values()].filter(({ principle }) => principle);
    const scales = reflections.flatMap(stepsOf).flatMap((step) => (step.kind === 'scale' ? [step] : []));
    expect(scales.length).toBeGreaterThan(2);
    for (const { between } of scales) expect(between).toEqual([expect.any(String), expect.any(String)]);
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
