import path from 'node:path';
import { type DialogueContent, type Quoted } from '../dialogue/dialogue';
import { quotesIn, readDialogues } from '../dialogue/readDialogues';
import { namedAmong, readFlows } from '../coaching/readFlows';
import { type Flow } from '../coaching/flow';
import { FlowError } from '../coaching/parseFlow';
import { type Answer } from '../knowledge/answer';
import { findDocument } from '../knowledge/documents/document';
import { passagesOf, type Passage } from '../knowledge/documents/passages';
import { wordsOf } from '../knowledge/text/swedish';
import { guideFirstAmong, type GuideFirst } from './guideFirst';
import { findQuote } from '../knowledge/documents/verbatim';

/** The guides. */
export interface Guides {
  readonly flows: ReadonlyMap<string, Flow>;
  /** Those of the catalogue. */
  readonly guides: readonly Flow[];
  /** Those of one question. */
  readonly reflections: readonly Flow[];
  /** What groups may talk about, by id. */
  readonly dialogueContents: ReadonlyMap<string, DialogueContent>;
  /** The guide that a typed text names. */
  readonly flowFor: (text: string) => { readonly flow: Flow; readonly exact: boolean } | undefined;
  readonly guideFirst: GuideFirst;
}

/** What ties guides to the documents. */
export interface QuotedSources {
  /** Where a quote of a guide or a dialogue stands. */
  readonly sourceOf: (source: Quoted) => Passage;
  /** The id of the guide that quotes the very passage of an answer. */
  readonly guideFor: (answer: Extract<Answer, { outcome: 'found' }>) => string | undefined;
}

/** Where the files are. */
export interface GuideFolders {
  readonly guides: string;
  readonly reflections?: string;
  readonly dialogues?: string;
}

/** Below the folder of all cards. */
export const foldersIn = (cards: string): Required<GuideFolders> => ({
  guides: path.join(cards, 'flows'),
  reflections: path.join(cards, 'reflections'),
  dialogues: path.join(cards, 'dialogues'),
});

/** Reads guides, reflections and dialogues, each of its folder. Throws FlowError or DialogueError where one cannot be read. */
export function readGuides(folders: GuideFolders): Guides {
  const guides = readFlows(folders.guides);
  const reflections = folders.reflections ? readFlows(folders.reflections) : [];
  const dialogues = folders.dialogues ? readDialogues(folders.dialogues) : [];
  const flows = [...guides, ...reflections];
  return {
    flows: new Map(flows.map((flow) => [flow.id, flow])),
    guides,
    reflections,
    dialogueContents: new Map(dialogues.map((dialogue) => [dialogue.id, dialogue])),
    flowFor: namedAmong(flows, stemsOf),
    guideFirst: guideFirstAmong(flows),
  };
}

/** Finds what guides and dialogues quote in the documents of a folder. Throws FlowError where something does not stand there. */
export function findQuoted({ flows, guides, dialogueContents }: Guides, knowledge: string): QuotedSources {
  const read = new Map<string, ReturnType<typeof readQuotable>>();
  const passages = new Map<string, Passage>();
  const missing: string[] = [];
  const quoting = [
    ...[...flows.values()].map((flow) => ({ id: flow.id, sources: sourcesOf(flow) })),
    ...[...dialogueContents.values()].map((content) => ({ id: content.id, sources: quotesIn(content) })),
  ];
  for (const { id, sources } of quoting)
    for (const source of sources) {
      const quotable = read.get(source.document) ?? readQuotable(knowledge, source.document);
      read.set(source.document, quotable);
      const passage = quotable && findQuote(quotable.document, quotable.passages, source.quote);
      if (passage) passages.set(keyOf(source), passage);
      else missing.push(`${id}.yaml: citatet ”${source.quote}” står inte i ${source.document}. Skriv det ordagrant.`);
    }
  if (missing.length) throw new FlowError(missing.join('\n'));
  const idOf = (source: Quoted) => passages.get(keyOf(source))!.id;
  return {
    sourceOf: (source) => passages.get(keyOf(source))!,
    guideFor: ({ quote }) =>
      guides.find((flow) => sourcesOf(flow).some((source) => idOf(source) === quote.passage.id))?.id,
  };
}

function readQuotable(knowledge: string, id: string) {
  const document = findDocument(knowledge, id);
  return document && { document, passages: passagesOf(document) };
}

/** Both: for who starts nothing that outlives the documents. */
export function loadGuides(folders: GuideFolders, knowledge: string): Guides & QuotedSources {
  const guides = readGuides(folders);
  return { ...guides, ...findQuoted(guides, knowledge) };
}

/** Every quote of a flow. */
export const sourcesOf = (flow: Flow): Quoted[] =>
  [flow.source, ...flow.cards.flatMap(({ steps }) => steps.map(({ source }) => source))].filter((source) => !!source);

const keyOf = ({ document, quote }: Quoted): string => JSON.stringify([document, quote]);

const stemsOf = (text: string): string[] => wordsOf(text).flatMap(({ stem, stop }) => (stop ? [] : [stem]));
