import { type Reply } from '../bot/reply';
import { shownCode } from '../downloads/order';
import { countsOf, kindsOfData } from '../people/ownData';
import { timeInWords } from '../shared/localTime';
import { fill } from '../shared/texts';
import { button, type Button } from './button';
import { type CardContext } from './cardContext';
import { menu, type Menu } from './menuCard';

type Of<Kind extends Reply['kind']> = Extract<Reply, { kind: Kind }>;

/** What layouts/files.json shows. */
interface FilesCard {
  readonly title: string;
  readonly lead: readonly { readonly text: string }[];
  /** To be typed where the links lead. */
  readonly code: readonly { readonly text: string }[];
  readonly facts: readonly { readonly text: string }[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly buttons: readonly Button[];
}

const asText = (text: string) => ({ text });

/** The card that shows what is kept about the person, in kinds and numbers. The words are in the exported file only. */
export function ownDataCard({ texts }: CardContext, { data }: Of<'ownData'>): FilesCard {
  const { overview, kinds, buttons } = texts.ownData;
  const counts = countsOf(data);
  const known = [overview.chat, ...((data.name ?? data.email) ? [overview.name] : [])];
  const counted = kindsOfData
    .filter((kind) => counts[kind])
    .map((kind) => fill(overview.count, { kind: kinds[kind], count: String(counts[kind]) }));
  return {
    title: overview.title,
    lead: [asText(overview.lead)],
    facts: [...known, ...counted].map(asText),
    code: [],
    links: [],
    buttons: [
      button(buttons.export, 'exportOwnData', {}),
      button(texts.coaching.buttons.sessions, 'sessions', { skip: 0 }),
      button(buttons.eraseAll, 'eraseAll', {}),
    ],
  };
}

/** Links to files. Each works once and for a few minutes; afterwards the card offers new ones. */
export function fileLinksCard({ texts }: CardContext, { links, code, until, session }: Of<'fileLinks'>): FilesCard {
  const { file, buttons } = texts.ownData;
  const words = session === undefined ? file.ownData : file.summary;
  return {
    title: words.title,
    lead: [asText(words.lead), asText(fill(file.once, { time: timeInWords(until) }))],
    code: [asText(fill(file.code, { code: shownCode(code) }))],
    facts: [asText(file.keep)],
    links: links.map(({ format, url }) => ({ title: file.formats[format], url })),
    buttons:
      session === undefined
        ? [button(buttons.newLinks, 'exportOwnData', {}), button(buttons.back, 'ownData', {})]
        : [button(buttons.newLinks, 'download', { session }), button(buttons.backToSummary, 'open', { session })],
  };
}

/** The card that asks before everything about a person is erased, and says all that the next press does. */
export function erasingAllMenu({ texts }: CardContext, { since }: Of<'erasingAll'>): Menu {
  const { erasing, buttons } = texts.ownData;
  return {
    ...menu(erasing.title, '', [
      button(buttons.keep, 'ownData', {}),
      button(buttons.export, 'exportOwnData', {}),
      button(buttons.eraseAllForGood, 'eraseAllForGood', { since }, 'destructive'),
    ]),
    lead: erasing.lines.map(asText),
  };
}
