import { randomUUID } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import Sql from 'libsql';
import { type KnowledgeDocument } from '../documents/document';
import { type Weighable } from '../ranking/evidence';
import { fullTextIn, fullTextMatching } from './fullText';
import { documentsOf, entryOf, scopeQuestions, tallyWords, vocabularyOf, type Index, type Tallied } from './buildIndex';
import { type Passage } from '../documents/passages';
import { matching, postingsOf, type Posting, type Text } from './postings';
import { type SearchResources } from '../ranking/question';
import { groupedTerms } from './terms';
import { topicPassage, type Topic } from '../topics/topic';
import { scopeIn, writeScope } from './scopeTable';
import { topicJudgeIn, writeTopicJudge } from './topicTables';

/** An index on disk: the passages, their words, and where the words are. */
export interface IndexFile {
  readonly index: Index;
  /** The passage with this id; undefined where there is none. */
  readonly passage: (id: string) => Passage | undefined;
  /** The passages of the document with this id, in order; none where there is no such document. */
  readonly passagesIn: (document: string) => readonly Passage[];
  readonly topics: readonly Topic[];
  readonly close: () => void;
}

/** Up to this many passages are weighed in memory while the index is built. FTS5 holds larger libraries. */
const mostInMemory = 10_000;
/** Bytes of postings that are kept in memory, and bytes that each needs besides its numbers. */
const mostPostingBytes = 8_000_000;
const keptBytes = 300;
/** Analysed passages that are kept, because the same passages come up again. */
const mostEntries = 3_000;

/** Numbers begin at 0 in each table. Those of the full-text table are the same as the passages'. */
const tables = `
create table documents(number integer primary key, facts text not null);
create table passages(number integer primary key, id text not null unique, document integer not null, facts text not null);
create table topics(number integer primary key, facts text not null);
create table stems(number integer primary key, stem text not null, holding integer not null);
create table postings(term text primary key, texts blob not null, weights blob not null) without rowid;`;

/** The ending of a file that is no complete index yet. */
export const draftEnding = '.draft';
/** How many times a draft may be lost to another process, in the moment when nobody has it open. */
const mostDrafts = 3;

/** What is searched: passages, topics and their documents. */
export interface IndexedContent {
  readonly passages: readonly Passage[];
  readonly topics?: readonly Topic[];
  /** Questions that documents like these do not answer. */
  readonly outOfScope?: readonly string[];
}

/**
 * Writes the index of passages and topics into a new file. The file appears when it is complete. Up to `largest` passages are
 * weighed while it is written; FTS5 weighs more of them when it is searched.
 * @throws what the file system or SQLite throws; then there is no file
 */
export function writeIndex(file: string, content: IndexedContent, largest = mostInMemory): void {
  for (let drafts = 1; ; drafts++) {
    const draft = `${file}.${randomUUID()}${draftEnding}`;
    try {
      writeDraft(draft, content, largest);
      return renameSync(draft, file);
    } catch (error) {
      rmSync(draft, { force: true });
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || drafts === mostDrafts) throw error;
    }
  }
}

/** Whether a process is writing a draft. Its lock ends with the process, and other containers see it too. */
export function isBeingWritten(draft: string): boolean {
  let db: Sql.Database | undefined;
  try {
    db = new Sql(draft, { fileMustExist: true, timeout: 0 });
    db.exec('begin exclusive');
    return false;
  } catch (error) {
    return (error as { code?: string }).code === 'SQLITE_BUSY';
  } finally {
    db?.close();
  }
}

function writeDraft(
  file: string,
  { passages: cited, topics = [], outOfScope = [] }: IndexedContent,
  largest: number,
): void {
  const passages = [...cited, ...topics.map(topicPassage)];
  // A process that tests whether the draft is being written holds it for a moment.
  const db = new Sql(file, { timeout: 10_000 });
  // A file that a crash has cut off is made again.
  db.exec(`pragma journal_mode = off; pragma synchronous = off; begin exclusive; ${tables}`);
  const documents = documentsOf(passages);
  const numbers = new Map(documents.map((document, number) => [document, number]));
  const addDocument = db.prepare('insert into documents values (?, ?)');
  documents.forEach((document, number) => addDocument.run(number, JSON.stringify(document)));
  const addPassage = db.prepare('insert into passages values (?, ?, ?, ?)');
  passages.forEach(({ id, document, ...facts }, number) =>
    addPassage.run(number, id, numbers.get(document), JSON.stringify(facts)),
  );
  const addTopic = db.prepare('insert into topics values (?, ?)');
  topics.forEach((topic, number) => addTopic.run(number, JSON.stringify(topic, passageAsId)));
  writeTopicJudge(db, topics);
  writeScope(db, scopeQuestions(cited, topics, outOfScope));
  const tallied = { passages, topics };
  const { stems, holding } = passages.length > largest ? writeFullText(db, tallied) : writePostings(db, tallied);
  const addStem = db.prepare('insert into stems values (?, ?, ?)');
  stems.forEach((stem, number) => addStem.run(number, stem, holding[number]));
  db.exec('commit');
  db.close();
}

/** Passages have a table of their own. */
const passageAsId = (key: string, value: unknown) => (key === 'passage' ? (value as Passage).id : value);

function writeFullText(db: Sql.Database, tallied: Tallied) {
  const fullText = fullTextIn(db);
  const counted = tallyWords(tallied.passages, (text, at) => fullText.add(at, text));
  fullText.finish();
  return counted;
}

function writePostings(db: Sql.Database, tallied: Tallied) {
  const texts: Text[] = [];
  const counted = tallyWords(tallied.passages, (text) => texts.push(text));
  const add = db.prepare('insert into postings values (?, ?, ?)');
  for (const [term, posting] of postingsOf(texts)) add.run(term, bytesOf(posting.texts), bytesOf(posting.weights));
  return counted;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array | Uint16Array) =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);

/** Opens an index that writeIndex has written. @throws {Error} where the file is no such index */
export function openIndex(file: string, wording: SearchResources): IndexFile {
  const db = new Sql(file, { readonly: true, fileMustExist: true });
  const rows = <Row>(sql: string) => db.prepare(sql).raw().all() as Row[];
  const documents = rows<[string]>('select facts from documents order by number').map(
    ([facts]) => JSON.parse(facts) as KnowledgeDocument,
  );
  const stems = rows<[string, number]>('select stem, holding from stems order by number');
  const [[size]] = rows<[number]>('select count(*) from passages') as [[number]];
  const counted = { stems: stems.map(([stem]) => stem), holding: stems.map(([, holding]) => holding) };
  const topicFacts = rows<[string]>('select facts from topics order by number');
  const vocabulary = vocabularyOf(counted, documents, size - topicFacts.length);

  const byNumber = db.prepare('select id, document, facts from passages where number = ?').raw();
  const byId = db.prepare('select id, document, facts from passages where id = ?').raw();
  const inDocument = db.prepare('select id, document, facts from passages where document = ? order by number').raw();
  const passageOf = (row: unknown): Passage | undefined => {
    if (!row) return undefined;
    const [id, document, facts] = row as [string, number, string];
    return { id, document: documents[document]!, ...(JSON.parse(facts) as Omit<Passage, 'id' | 'document'>) };
  };
  const passageWith = (id: string) => passageOf(byId.get(id));
  const textsIn = db.prepare('select number from passages where document = ? order by number').raw();
  const entries = new Map<number, Weighable>();
  const entry = (text: number): Weighable => {
    const kept = entries.get(text) ?? entryOf(vocabulary, passageOf(byNumber.get(text))!);
    if (entries.size >= mostEntries) entries.delete(entries.keys().next().value!);
    entries.set(text, kept);
    return kept;
  };
  const groupedOf = (text: number) => {
    const passage = passageOf(byNumber.get(text))!;
    return groupedTerms(passage, documents.indexOf(passage.document));
  };
  const isFullText = rows("select 1 from sqlite_master where name = 'terms'").length > 0;
  const topics = topicFacts.map(
    ([facts]) =>
      JSON.parse(facts, (key, value: unknown) => (key === 'passage' ? passageWith(value as string) : value)) as Topic,
  );
  return {
    index: {
      vocabulary,
      wording,
      textsOf: (document) => (textsIn.all(documents.indexOf(document)) as [number][]).map(([text]) => text),
      entry,
      matching: isFullText ? fullTextMatching(db, size, groupedOf) : postingsMatching(db, size),
      topics: topicJudgeIn(
        db,
        topics.map(({ id }) => id),
      ),
      scope: scopeIn(db),
    },
    passage: passageWith,
    passagesIn: (id) =>
      inDocument.all(documents.findIndex((document) => document.id === id)).flatMap((row) => passageOf(row) ?? []),
    topics,
    close: () => void db.close(),
  };
}

function postingsMatching(db: Sql.Database, size: number): Index['matching'] {
  const select = db.prepare('select texts, weights from postings where term = ?').raw();
  const read = (term: string): Posting | undefined => {
    const row = select.get(term) as [Buffer, Buffer] | undefined;
    return row && { texts: new Uint32Array(copyOf(row[0])), weights: new Uint16Array(copyOf(row[1])) };
  };
  // Most terms of a question occur again. All terms of a small library are kept; those of a large one are dropped when
  // there are too many.
  const kept = new Map<string, Posting | undefined>();
  let bytes = 0;
  const postingOf = (term: string): Posting | undefined => {
    if (kept.has(term)) return kept.get(term);
    const posting = read(term);
    if (bytes > mostPostingBytes) {
      kept.clear();
      bytes = 0;
    }
    kept.set(term, posting);
    bytes += keptBytes + (posting ? posting.texts.byteLength + posting.weights.byteLength : 0);
    return posting;
  };
  return (terms, hidden) => matching(postingOf, terms, size, hidden);
}

/** Copies bytes, because a typed array needs its numbers aligned and bytes from a database may not be. */
const copyOf = ({ buffer, byteOffset, byteLength }: Buffer) =>
  (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);
