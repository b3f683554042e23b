import { commitmentsOnCard, type Reply } from '../bot/reply';
import { answers, longestWhat, type Commitment } from '../commitments/commitment';
import { dayAfter, dayInWords, dayOf } from '../shared/localTime';
import { fill } from '../shared/texts';
import { button, inert, type Button } from './button';
import { type CardContext } from './cardContext';
import { shortened } from './citedQuote';

type Lines = readonly { readonly text: string }[];

/** What layouts/commitment.json shows. Empty fields are left out. */
export interface CommitmentCard {
  readonly notices: Lines;
  readonly title: string;
  readonly lead: Lines;
  readonly items: readonly object[];
  readonly questions: Lines;
  readonly answers: readonly Button[];
  readonly texts: readonly object[];
  readonly moveLead: Lines;
  readonly moves: readonly Button[];
  readonly dates: readonly object[];
  readonly buttons: readonly Button[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
}

const nothing: CommitmentCard = {
  notices: [],
  title: '',
  lead: [],
  items: [],
  questions: [],
  answers: [],
  texts: [],
  moveLead: [],
  moves: [],
  dates: [],
  buttons: [],
  links: [],
};

/** Days ahead that the field for another day offers. */
const furthest = 365;
/** Characters of a commitment in a list of several. */
const inAList = 160;
const lines = (...texts: readonly string[]): Lines => texts.filter(Boolean).map((text) => ({ text }));
type Of<Kind extends Reply['kind']> = Extract<Reply, { kind: Kind }>;

/** The card of a reply about commitments. */
export function commitmentCardOf(
  context: CardContext,
  reply: Of<'commitments'> | Of<'commitment'> | Of<'remindWhen'>,
): CommitmentCard {
  switch (reply.kind) {
    case 'commitments':
      return reply.at === 'list' ? commitmentList(context, reply) : reminderCard(context, reply.commitments);
    case 'commitment':
      return commitmentCard(context, reply);
    case 'remindWhen':
      return remindWhenCard(context, reply);
  }
}

/** The card of one commitment: what the person meant to do, how it went, and buttons to move the day. */
function commitmentCard(
  context: CardContext,
  { commitment, asks, notice, besides = [] }: Of<'commitment'>,
): CommitmentCard {
  const { texts } = context;
  const { commitments: words } = texts;
  const { kind, session } = commitment;
  const onCard = { commitment: commitment.id, revision: commitment.revision };
  const resumes = kind === 'step' && session !== undefined && asks === 'how';
  const given = resumes ? answers.filter((one) => one === 'dropped') : answers;
  const isOver = commitment.state === 'done' || commitment.state === 'dropped';
  return {
    ...nothing,
    notices: lines(notice ?? ''),
    items: [
      itemOf(context, commitment, [], false),
      ...besides
        .slice(0, commitmentsOnCard)
        .map((one) => itemOf(context, one, [answerButton(context, one)], true))
        .map((item, at) => ({ ...item, heading: at ? '' : words.besides })),
    ],
    questions: lines(asks === 'how' && kind === 'answer' ? words.how : asks === 'when' ? words.when : ''),
    answers:
      asks !== 'how'
        ? []
        : [
            ...(resumes
              ? [button(texts.coaching.buttons.resume, 'resume', { session, card: '', revision: 0 }, 'positive')]
              : []),
            ...given.map((answer) => button(words.answers[answer], 'howItWent', { ...onCard, answer })),
          ],
    ...(asks === 'nothing' ? {} : movesOf(context, 'moveCommitment', onCard, asks === 'how' ? words.orMove : '')),
    buttons: [
      ...(asks === 'nothing' && !isOver
        ? [button(words.buttons.change, 'commitment', { commitment: commitment.id })]
        : []),
      ...(session !== undefined && !resumes ? [button(words.buttons.session, 'open', { session })] : []),
      ...(asks === 'how' ? [] : [button(words.buttons.list, 'commitments', { skip: 0 })]),
    ],
    // A day that is about to change does not belong in a calendar.
    links: isOver || asks !== 'nothing' ? [] : calendarLinks(context, commitment),
  };
}

/** What is due today: one commitment as a card of its own, several as a list. */
function reminderCard(context: CardContext, commitments: readonly Commitment[]): CommitmentCard {
  const { commitments: words } = context.texts;
  const [first, ...others] = commitments;
  if (first && !others.length) return commitmentCard(context, { kind: 'commitment', commitment: first, asks: 'how' });
  return {
    ...nothing,
    title: fill(words.several, { count: String(commitments.length) }),
    lead: lines(words.severalLead),
    items: commitments.slice(0, commitmentsOnCard).map((one) => itemOf(context, one, oneTapOf(context, one), true)),
    buttons: [button(words.buttons.list, 'commitments', { skip: 0 })],
  };
}

/** "Mina åtaganden": a page of them, the earliest first. */
function commitmentList(
  context: CardContext,
  { commitments, skip, more, paused }: Extract<Of<'commitments'>, { at: 'list' }>,
): CommitmentCard {
  const { commitments: words, coaching } = context.texts;
  return {
    ...nothing,
    notices: lines(paused ? words.list.paused : ''),
    title: words.list.title,
    lead: lines(commitments.length ? words.list.lead : words.list.empty),
    items: commitments.map((one) => itemOf(context, one, oneTapOf(context, one), true)),
    buttons: [
      ...(more ? [button(coaching.reflections.more, 'commitments', { skip: skip + commitmentsOnCard })] : []),
      ...(skip ? [button(coaching.reflections.first, 'commitments', { skip: 0 })] : []),
      ...(paused ? [button(words.buttons.on, 'remindersOn', {})] : []),
      ...(commitments.length ? [] : [button(coaching.buttons.guides, 'guides', {})]),
    ],
  };
}

/** "Påminn mig": the days to choose from, and a field for a few words. */
function remindWhenCard(context: CardContext, { session, problem = '', what = '' }: Of<'remindWhen'>): CommitmentCard {
  const { remindWhen, moves } = context.texts.commitments;
  const about = session ? { session: session.id } : {};
  const { moves: days, dates } = movesOf(context, 'remindOn', about, '', moves.remind);
  const weeks = button(moves.weeks, 'remindOn', { ...about, to: 'weeks' });
  return {
    ...nothing,
    notices: lines(problem),
    title: remindWhen.title,
    lead: lines(session ? fill(remindWhen.about, { title: session.title }) : ''),
    texts: [{ label: remindWhen.what, value: inert(what), max: longestWhat }],
    moves: [...(days ?? []), weeks],
    dates: dates ?? [],
  };
}

/** A row with a button "Gjort", and one that opens the commitment's own card for everything else. */
const oneTapOf = (context: CardContext, one: Commitment): Button[] => [
  ...(one.kind === 'step'
    ? []
    : [
        button(context.texts.commitments.answers.done, 'howItWent', {
          commitment: one.id,
          revision: one.revision,
          answer: 'done',
        }),
      ]),
  answerButton(context, one),
];

const answerButton = ({ texts }: CardContext, { id, kind }: Commitment): Button =>
  button(kind === 'answer' ? texts.commitments.buttons.answer : texts.commitments.buttons.open, 'commitment', {
    commitment: id,
  });

function movesOf(
  { texts, now }: CardContext,
  verb: 'moveCommitment' | 'remindOn',
  about: object,
  lead: string,
  go = texts.commitments.moves.move,
): Partial<CommitmentCard> {
  const { moves } = texts.commitments;
  const today = dayOf(now());
  return {
    moveLead: lines(lead),
    moves: [
      button(moves.tomorrow, verb, { ...about, to: 'tomorrow' }),
      button(moves.week, verb, { ...about, to: 'week' }),
    ],
    dates: [
      {
        ...button(go, verb, { ...about, to: 'date' }),
        opens: moves.date,
        label: moves.label,
        isVisible: false,
        min: dayAfter(today),
        max: dayAfter(today, furthest),
      },
    ],
  };
}

/** What the person wrote is in `words`, which the layout does not read as Markdown. */
function itemOf({ texts }: CardContext, one: Commitment, buttons: readonly Button[], isListed: boolean) {
  const { commitments: words } = texts;
  const { kind, what, title, due, state } = one;
  const headings = { answer: words.meant, own: words.asked, step: what ? words.nextStepAbout : words.nextStep };
  const day = dayInWords(due);
  const fact = title ? fill(words.factOf, { title, day }) : fill(words.fact, { day });
  const said = what || title || words.wordless;
  return {
    heading: headings[kind],
    words: [{ text: inert(isListed ? shortened(said, inAList) : said) }],
    fact: isListed && state === 'notYet' ? fill(words.list.notYet, { fact }) : fact,
    buttons,
    separator: isListed,
  };
}

/** The link to the calendar file of the commitment's day; empty where no address leads to this service. */
export function calendarLinks({ texts, calendarLinkTo }: CardContext, { id, due }: Commitment) {
  const url = calendarLinkTo(due, id);
  return url === undefined ? [] : [{ title: texts.commitments.buttons.calendar, url }];
}
