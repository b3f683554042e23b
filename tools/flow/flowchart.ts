import { type Card, type Flow, type Step } from '../../src/coaching/flow';

type Choice = Extract<Step, { kind: 'choice' }>;
/** Choice -> the option that is taken. */
type Way = Readonly<Record<string, string>>;

/** A guide's cards as a Mermaid flowchart. An arrow that only some options take says which. */
export function flowchart({ title, cards }: Flow): string {
  const steps = cards.flatMap((card) => card.steps);
  const forks = steps.filter((step): step is Choice => step.kind === 'choice' && decides(step, steps));
  const ways = forks.reduce<readonly Way[]>(
    (all, { id, options, each }) =>
      all.flatMap((way) =>
        [...Object.keys(options), ...(each ? [''] : [])].map((option) => ({ ...way, [id]: option })),
      ),
    [{}],
  );
  const walks = ways.map((way) => ({ way, cards: cards.filter((card) => isOn(card, way, steps)) }));

  /** What tells the ways that take an arrow from the others that reach its beginning. */
  const labelOf = (from: Card, to: Card): string => {
    const reaching = walks.filter((walk) => walk.cards.includes(from));
    const taking = reaching.filter((walk) => next(walk.cards, from) === to);
    return forks
      .flatMap(({ id, options }) => {
        const [all, some] = [reaching, taking].map((walks) => new Set(walks.map(({ way }) => way[id]!)));
        return some!.size < all!.size ? [[...some!].map((option) => options[option] ?? 'annat').join(' / ')] : [];
      })
      .join(', ');
  };
  const arrows = cards.flatMap((from, at) => {
    const following = new Set(walks.flatMap((walk) => next(walk.cards, from) ?? []));
    return [...following].map((to) => {
      const { afterDays } = to.steps[0]!;
      const label = [labelOf(from, to), afterDays && `efter ${afterDays} dygn`].filter(Boolean).join(', ');
      return `  k${at + 1} ${afterDays ? '-.->' : '-->'}${label && `|${quoted(label)}|`} k${cards.indexOf(to) + 1}`;
    });
  });
  const boxes = cards.map(({ steps }, at) => {
    const [open, close] = steps.some((step) => forks.some(({ id }) => id === step.id)) ? ['{{', '}}'] : ['[', ']'];
    return `  k${at + 1}${open}${quoted(steps.map((step) => wordsOf(step, cards)).join('<br>'))}${close}`;
  });
  return ['---', `title: ${JSON.stringify(title)}`, '---', 'flowchart TD', ...boxes, ...arrows].join('\n');
}

const decides = ({ id }: Step, steps: readonly Step[]): boolean => steps.some(({ when }) => when?.step === id);

/** Whether a card is shown. A condition on a choice that is not asked does not hold. */
const isOn = ({ steps }: Card, way: Way, all: readonly Step[]): boolean =>
  steps.some(({ when }) => {
    const choice = all.find(({ id }) => id === when?.step);
    return !when || (when.is.includes(way[when.step]!) && (!choice || isOn({ id: '', steps: [choice] }, way, all)));
  });

const next = (cards: readonly Card[], card: Card): Card | undefined =>
  cards.includes(card) ? cards[cards.indexOf(card) + 1] : undefined;

/** A step's question, and what is special about it. */
function wordsOf(step: Step, cards: readonly Card[]): string {
  const other = cards.flatMap(({ steps }) => steps).find(({ id }) => id === step.variant?.step);
  const notes = [
    step.optional && 'frivilligt',
    step.private && 'bara för dig',
    other && `ord efter ”${other.ask}”`,
  ].filter(Boolean);
  return `${step.ask}${notes.length ? ` (${notes.join(', ')})` : ''}`;
}

/** A text as Mermaid takes it: in quotation marks, with those within it escaped. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '#quot;')}"`;
