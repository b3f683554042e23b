import { type Passage, passagesOf } from '../knowledge/documents/passages';
import { parseDocument, type KnowledgeDocument, type WrittenDocument } from '../knowledge/documents/document';
import { blocksOf } from '../knowledge/text/markdown';
import { noPublisher } from '../documents/composeMarkdown';
import { dayOf } from '../shared/localTime';
import { Declined } from './declined';
import { type DocumentVersion, type ListedDocument, type StoredDocument, type VersionFacts } from './documentPorts';
import { actsOf, versionInHand } from './documentStand';
import {
  type DocumentAudience,
  type DocumentEntry,
  type DocumentFacts,
  type DocumentView,
  type ReadBlock,
  type ReadingWarning,
  type ReviewReason,
} from './documentViews';
import { type HrService } from './hrService';
import { hrTexts } from '../shared/catalogues';
import { editionsOf, isNewer } from './sameName';

/** All documents, sorted by title. */
export async function documentEntries(hr: HrService): Promise<DocumentEntry[]> {
  const all = await hr.library.store.list();
  return all.map((document) => entryOf(hr, all, document, document.shown));
}

/**
 * One document as HR reads it: its draft, where there is one.
 * @throws {Declined} `notFound`, or `conflict` where somebody changes the document at this moment
 */
export async function documentView(hr: HrService, id: string): Promise<DocumentView> {
  const document = await foundDocument(hr, id);
  return viewOf(hr, document, await versionOf(hr, document));
}

/** The document with this id. @throws {Declined} `notFound` */
export async function foundDocument(hr: HrService, id: string): Promise<StoredDocument> {
  const document = await hr.library.store.find(id);
  if (!document) throw new Declined('notFound', hrTexts.gone.document);
  return document;
}

/** The version of a document that HR reads and edits. @throws {Declined} `conflict` where there is no such version any more */
export async function versionOf(
  hr: HrService,
  document: StoredDocument,
  number = versionInHand(document),
): Promise<DocumentVersion> {
  const version = await hr.library.store.version(document.id, number);
  if (!version) throw new Declined('conflict', hrTexts.documents.changed);
  return version;
}

/** Parses the file of a document's version. @throws {Error} where the text is no document */
export const writtenOf = (id: string, { text }: Pick<DocumentVersion, 'text'>): WrittenDocument =>
  parseDocument(`${id}.md`, text);

/** What HR can edit about a document. A fact that nobody has given is ''. */
export const factsOf = ({ title, publisher, date, kind, weight, url, group }: KnowledgeDocument): DocumentFacts => ({
  title,
  // What nobody has said is an empty field.
  publisher: publisher === noPublisher ? '' : publisher,
  date: date ?? '',
  kind,
  weight,
  url: url ?? '',
  audience: audienceOf(group),
});

/** Who may see a document, by the group that it is for. */
export const audienceOf = (group: string | undefined): DocumentAudience =>
  group === undefined ? { kind: 'everyone' } : { kind: 'group', group };

function entryOf(
  hr: HrService,
  all: readonly ListedDocument[],
  document: StoredDocument,
  shown: VersionFacts,
): DocumentEntry {
  const years = ageOf(shown.facts, dayOf(hr.campaigning.now()));
  const isOld = years > hr.library.oldYears;
  return {
    ...factsOf(shown.facts),
    id: document.id,
    state: document.live === 'none' ? 'draft' : document.live,
    version: shown.version,
    revision: document.revision,
    passages: shown.passages,
    warnings: warningsOf(document, shown).length,
    changedOn: document.changedOn,
    ...(isOld && { oldYears: years }),
    reviews: document.live === 'published' ? reviewsOf(all, document, shown, isOld ? years : undefined) : [],
    hasDraft: document.draft !== undefined,
  };
}

function reviewsOf(
  all: readonly ListedDocument[],
  { id, hasNewerSeed }: StoredDocument,
  { facts }: VersionFacts,
  years?: number,
): ReviewReason[] {
  const newer = editionsOf(all, id, facts).find((other) => isNewer(other.shown.facts, facts));
  return [
    ...(newer ? [{ kind: 'newer' as const, ...namedBy(newer) }] : []),
    ...(years === undefined ? [] : [{ kind: 'old' as const, years }]),
    ...(hasNewerSeed ? [{ kind: 'newerSeed' as const }] : []),
  ];
}

const namedBy = ({ id, shown: { facts } }: ListedDocument) => ({ id, title: facts.title, date: facts.date ?? '' });

/** Whole years since a document's date, where a day counts as its year; 0 where there is no date. */
const ageOf = ({ date }: KnowledgeDocument, today: string): number =>
  date ? Number(today.slice(0, 4)) - Number(date.slice(0, 4)) : 0;

const warningsOf = (document: StoredDocument, { warnings }: VersionFacts): readonly ReadingWarning[] =>
  document.hasNewerSeed ? [...warnings, newerSeed] : warnings;

const newerSeed: ReadingWarning = {
  kind: 'newerSeed',
  words: hrTexts.documents.update,
};

async function viewOf(hr: HrService, document: StoredDocument, version: DocumentVersion): Promise<DocumentView> {
  const written = writtenOf(document.id, version);
  const [first] = passagesOf(written);
  const history = await hr.library.store.history(document.id);
  const all = await hr.library.store.list();
  const card = first && cardOf(hr, first);
  return {
    ...entryOf(hr, all, document, version),
    blocks: readBlocks(written.body),
    readingWarnings: warningsOf(document, version),
    history: history.map(({ act, ...entry }) => ({ act: act.replace(/Document$/, ''), ...entry })),
    acts: actsOf(document),
    canPropose: hr.library.propose !== undefined,
    older: editionsOf(all, document.id, version.facts)
      // A draft has no date until somebody writes it.
      .filter((other) => !version.facts.date || !isNewer(other.shown.facts, version.facts))
      .map(namedBy),
    ...(card && { card }),
  };
}

const cardOf = (hr: HrService, passage: Passage): object | undefined =>
  hr.library.cardOf({
    kind: 'found',
    answer: { outcome: 'found', quote: { passage, excerpt: passage.text }, beside: [], more: [], followUps: [] },
  });

/** The text in order, with each heading where it begins. */
function readBlocks(body: string): ReadBlock[] {
  let above: readonly string[] = [];
  return blocksOf(body).flatMap(({ heading, kind, parts, page = '' }): ReadBlock[] => {
    const shared = heading.findIndex((part, at) => part !== above[at]);
    const begun = shared < 0 ? [] : heading.slice(shared);
    above = heading;
    return [
      ...begun.map((text): ReadBlock => ({ place: page, kind: 'heading', text })),
      { place: page, kind, text: parts.join('\n') },
    ];
  });
}
