import { type Block, type WrittenDocument } from '../downloads/document';
import { countsOf, writtenBackIn, type OwnData } from '../people/ownData';
import { dayInWords } from '../shared/localTime';
import { fill, type Texts } from '../shared/texts';

/**
 * All that is kept about a person, as a document for that person to read. The JSON file beside it holds the same in full and
 * unchanged.
 */
export function ownDataDocument({ ownData: words, coaching }: Texts, data: OwnData, now: Date): WrittenDocument {
  const { export: told, file, kinds } = words;
  const counts = countsOf(data);
  const day = (iso: string) => dayInWords(new Date(iso));
  const section = (count: number, text: string, blocks: readonly Block[]): Block[] =>
    count ? [{ kind: 'heading', text }, ...blocks] : [];
  const list = (items: readonly string[]): Block[] => [{ kind: 'list', items }];
  const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block[] => [
    { kind: 'table', head, rows },
  ];

  const given = data.sessions
    .filter((session) => session.given.length)
    .flatMap((session): Block[] => [
      {
        kind: 'heading',
        text: fill(coaching.summary.open, { title: session.title, day: day(session.startedAt) }),
      },
      ...table(
        [told.asked, told.answered, told.when],
        session.given.map(({ asked, words: answer, givenAt }) => [asked, answer.join('\n'), day(givenAt)]),
      ),
    ]);
  return {
    title: told.title,
    facts: [fill(told.made, { day: dayInWords(now) })],
    blocks: [
      { kind: 'text', text: told.lead },
      { kind: 'heading', text: told.person },
      ...list([
        ...(data.name ? [fill(told.name, { name: data.name })] : []),
        ...(data.email ? [fill(told.email, { email: data.email })] : []),
        fill(told.since, { day: day(data.firstSeenAt) }),
        ...(data.optedOutAt ? [fill(told.optedOut, { day: day(data.optedOutAt) })] : []),
      ]),
      ...given,
      ...section(
        counts.answers,
        kinds.answers,
        list(data.answers.map(({ title, occurrence }) => `${title} (${occurrence})`)),
      ),
      ...section(
        counts.feedback,
        kinds.feedback,
        table(
          [told.thumb, told.written, told.when],
          data.feedback.map(({ reaction, words: said = '', givenAt }) => [
            reaction === 'like' ? told.up : told.down,
            said,
            day(givenAt),
          ]),
        ),
      ),
      ...section(
        counts.questions,
        kinds.questions,
        table(
          [told.who, told.said, told.when],
          data.questions.flatMap(({ said }) =>
            said.map(({ by, text, at }) => [by === 'hr' ? told.hr : told.you, text, day(at)]),
          ),
        ),
      ),
      ...section(
        counts.commitments,
        kinds.commitments,
        table(
          [told.said, told.about, told.when],
          data.commitments.map(({ what, title, due }) => [what, title, day(due)]),
        ),
      ),
      ...section(counts.dialogues, kinds.dialogues, list(data.dialogues.map(({ text }) => text))),
      ...section(
        counts.shares,
        kinds.shares,
        table(
          [told.about, told.from, told.to, told.when],
          data.shares.map(({ title = told.yourSummary, ownerName, receiverName, sharedAt }) => [
            title,
            ownerName,
            receiverName,
            day(sharedAt),
          ]),
        ),
      ),
      ...section(
        counts.understandings,
        kinds.understandings,
        table(
          [told.about, told.to, told.written, told.when],
          writtenBackIn(data).map(({ title, ownerName, words: written, writtenAt }) => [
            title,
            ownerName,
            written,
            day(writtenAt),
          ]),
        ),
      ),
      ...section(
        counts.messages,
        kinds.messages,
        list([
          ...data.campaigns.map(({ title, occurrence }) => `${title} (${occurrence})`),
          ...(data.messages.length ? [fill(told.otherMessages, { count: String(data.messages.length) })] : []),
        ]),
      ),
      ...section(
        counts.unanswered,
        kinds.unanswered,
        list(data.unanswered.map(({ word, month }) => `${word} (${month})`)),
      ),
      ...section(
        counts.listings,
        kinds.listings,
        list([
          ...data.groups.map(({ title, unit }) => (unit ? `${title}: ${unit}` : title)),
          ...data.absences.map(({ from, until }) => fill(told.away, { from, until })),
        ]),
      ),
      ...section(counts.acts, kinds.acts, [{ kind: 'text', text: fill(told.acts, { count: String(counts.acts) }) }]),
    ],
    footer: file.footer,
  };
}
