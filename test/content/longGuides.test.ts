import { theLibrary } from '../knowledge/library';
import { guides, stepsOf, wayOf } from './theGuides';

const topics = [...theLibrary().topics.values()];

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
