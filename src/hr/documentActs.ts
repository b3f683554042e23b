import { extname } from 'node:path';
import { z } from 'zod';
import { type Actor } from '../campaigns/ports';
import { idOf, noPublisher } from '../documents/composeMarkdown';
import { remedyOf } from '../documents/documentFault';
import { withFacts, type GivenFacts } from '../documents/withFacts';
import { misplacedAsked } from '../knowledge/documents/asked';
import { refusedFacts, type KnowledgeDocument } from '../knowledge/documents/document';
import { passagesOf } from '../knowledge/documents/passages';
import { Declined } from './declined';
import { type DocumentChange, type DocumentVersion, type StoredDocument } from './documentPorts';
import { documentView, foundDocument, versionOf, writtenOf } from './documents';
import { standAfter, type StandAct } from './documentStand';
import { type DocumentView } from './documentViews';
import { type HrService } from './hrService';
import { refuseQuoted } from './refuseQuoted';
import { hrTexts } from '../shared/catalogues';

const longestName = 200;
/** How many documents may have the same name. */
const mostNamesakes = 50;

/**
 * Reads an uploaded file and stores it as the draft of a new document.
 * @throws {Declined} `invalid` where the file cannot be read, or `conflict` where 50 documents have the same name
 */
export async function addDocument(hr: HrService, name: string, bytes: Buffer, by: Actor): Promise<DocumentView> {
  const wanted = idFor(name);
  for (let nth = 1; nth <= mostNamesakes; nth++) {
    const id = nth === 1 ? wanted : `${wanted}-${nth}`;
    if (await hr.library.store.find(id)) continue;
    // The file's name is the title where the file has none.
    const draft = await readVersion(hr, nth === 1 ? name : `${id}${extname(name)}`, bytes);
    if (await hr.library.store.add(id, { ...draft, asked: [], dropped: [] }, by)) return documentView(hr, id);
  }
  throw new Declined('conflict', hrTexts.documents.sameName);
}

/**
 * Stores an uploaded file as the draft of a document's next version. The published version answers until the draft is published.
 * `seen` is the revision that the page showed.
 * @throws {Declined} `notFound`, `invalid` where the file cannot be read, or `conflict` where somebody has changed the document
 */
export async function replaceDocument(
  hr: HrService,
  id: string,
  name: string,
  bytes: Buffer,
  by: Actor,
  seen?: number,
): Promise<DocumentView> {
  idFor(name);
  const document = await seenDocument(hr, id, seen);
  const earlier = await versionOf(hr, document);
  const read = await readVersion(hr, `${id}${extname(name)}`, bytes, earlier.facts);
  const passages = passagesOf(writtenOf(id, read));
  const lost = new Set(misplacedAsked(passages, earlier.asked).map(({ quote }) => quote));
  const asked = earlier.asked.filter(({ quote }) => !lost.has(quote));
  const draft = document.draft ?? document.version + 1;
  return changed(hr, document, {
    by,
    act: 'replaceDocument',
    next: { live: document.live, version: document.version, draft },
    put: [{ ...read, asked, dropped: earlier.dropped, version: draft }],
  });
}

/**
 * Carries out an action on a document: publish, withdraw, undo (the latest of these) or discard (the draft). Publishing may withdraw
 * another document (`withdraws`, its id) at the same moment. `seen` is the revision that the page showed. Returns undefined where
 * the document no longer exists afterwards.
 * @throws {Declined} `notFound`, `invalid` where a document to publish has no publisher, or `conflict` where the action is not
 * allowed now, a topic or a guide would lose its quote, or somebody has changed the document
 */
export async function actOnDocument(
  hr: HrService,
  id: string,
  act: StandAct,
  by: Actor,
  seen?: number,
  withdraws?: string,
): Promise<DocumentView | undefined> {
  const document = await seenDocument(hr, id, seen);
  const next = standAfter(document, act);
  if (!next) throw new Declined('conflict', hrTexts.documents.tooLate);
  if (act === 'discard' && document.live === 'none') {
    if (!(await hr.library.store.remove(document, by))) throw changedMeanwhile();
    return undefined;
  }
  if (next.live === 'published') {
    const version = await versionOf(hr, document, next.version);
    if (act === 'publish') refuseUnsaid(version.facts);
    refuseQuoted(hr, id, writtenOf(id, version));
  } else if (document.live === 'published') refuseQuoted(hr, id, undefined);
  return changed(hr, document, {
    by,
    act: `${act}Document`,
    next,
    ...(act === 'discard' && { drop: document.draft }),
    ...(act === 'publish' && withdraws !== undefined && { also: await withdrawal(hr, id, withdraws) }),
  });
}

async function withdrawal(hr: HrService, id: string, older: string): Promise<DocumentChange['also']> {
  const seen = await foundDocument(hr, older);
  const next = older === id ? undefined : standAfter(seen, 'withdraw');
  if (!next) throw changedMeanwhile();
  refuseQuoted(hr, older, undefined);
  return { act: 'withdrawDocument', seen, next };
}

const Facts = z.object({
  title: z.string(),
  publisher: z.string(),
  date: z.string(),
  kind: z.string(),
  weight: z.string(),
  url: z.string(),
  audience: z.union([
    z.object({ kind: z.literal('everyone') }),
    z.object({ kind: z.literal('group'), group: z.string() }),
  ]),
  revision: z.number().int(),
});

/**
 * Stores the facts about a document. A change of who may read it applies to the published version at once.
 * @throws {Declined} `notFound`, `invalid` with the fields that are wrong, or `conflict` where a topic or a guide would lose its
 * quote, or somebody has changed the document
 */
export async function saveFacts(hr: HrService, id: string, json: unknown, by: Actor): Promise<DocumentView> {
  const read = Facts.safeParse(json);
  if (!read.success)
    throw new Declined('invalid', hrTexts.invalid.fields, {
      [String(read.error.issues[0]?.path[0] ?? 'title')]: hrTexts.invalid.empty,
    });
  const { revision, audience, date, url, ...words } = read.data;
  const document = await seenDocument(hr, id, revision);
  const group = audience.kind === 'group' ? audience.group : undefined;
  if (group !== undefined && !(await hr.groupTitles()).has(group))
    throw new Declined('invalid', hrTexts.gone.group, {
      audience: hrTexts.gone.groupChooseOther,
    });
  const inHand = await versionOf(hr, document);
  const given: GivenFacts = { ...words, date: date.trim() || undefined, url: url.trim() || undefined, group };
  const put = [changedFacts(id, inHand, given)];
  if (document.draft !== undefined && document.live === 'published') {
    const published = await versionOf(hr, document, document.version);
    put.push(changedFacts(id, published, { ...published.facts, group }));
  }
  if (document.live === 'published') {
    const answering = put.at(-1)!;
    refuseQuoted(hr, id, writtenOf(id, answering));
  }
  const { live, version, draft, before } = document;
  return changed(hr, document, { by, act: 'changeDocument', next: { live, version, draft, before }, put });
}

function changedFacts(id: string, version: DocumentVersion, given: GivenFacts): DocumentVersion {
  const wrong = refusedFacts(given);
  if (Object.keys(wrong).length > 0) throw new Declined('invalid', hrTexts.invalid.fields, wrong);
  const { text, document } = withFacts(writtenOf(id, version), given);
  const { body: _, ...facts } = document;
  return { ...version, text, facts };
}

/**
 * Stores a change of a document. This instance soon answers with it.
 * @throws {Declined} `conflict` where somebody else has changed the document
 */
export async function changed(hr: HrService, document: StoredDocument, change: DocumentChange): Promise<DocumentView> {
  if (!(await hr.library.store.change(document, change))) throw changedMeanwhile();
  hr.library.look();
  return documentView(hr, document.id);
}

/**
 * The document at the revision that a page has shown.
 * @throws {Declined} `notFound`, or `conflict` where there is a newer revision or the page names none
 */
export async function seenDocument(hr: HrService, id: string, seen?: number): Promise<StoredDocument> {
  const document = await foundDocument(hr, id);
  if (document.revision !== seen) throw changedMeanwhile();
  return document;
}

const changedMeanwhile = () => new Declined('conflict', hrTexts.documents.changed);

function idFor(name: string): string {
  const id = name.length <= longestName ? idOf(name) : '';
  if (!id) throw new Declined('invalid', hrTexts.documents.fileName);
  return id;
}

async function readVersion(
  hr: HrService,
  name: string,
  bytes: Buffer,
  earlier?: KnowledgeDocument,
): Promise<Omit<DocumentVersion, 'version' | 'madeOn' | 'asked' | 'dropped'>> {
  const outcome = await hr.library.read(name, bytes, earlier);
  if ('fault' in outcome) {
    const why = remedyOf(outcome.fault, outcome.detail);
    throw new Declined('invalid', why.charAt(0).toUpperCase() + why.slice(1));
  }
  const { body, ...facts } = outcome.made.document;
  return {
    text: outcome.made.text,
    plain: outcome.read.plain,
    facts,
    passages: passagesOf({ body, ...facts }).length,
    warnings: hr.library.warningsIn(outcome.read.warnings),
  };
}

/** An answer says who stands behind its words, so a publisher is needed. */
function refuseUnsaid({ publisher }: KnowledgeDocument): void {
  if (publisher !== noPublisher) return;
  const why = hrTexts.documents.publisher;
  throw new Declined('invalid', why, { publisher: why });
}
