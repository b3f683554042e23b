import path from 'node:path';
import { namedAmong, readFlows } from './coaching/catalogue';
import { type Flow, type Source } from './coaching/flow';
import { FlowError } from './coaching/parse';
import { type Answer } from './knowledge/answer';
import { type Passage } from './knowledge/passages';
import { wordsOf } from './knowledge/swedish';
import { findQuote } from './knowledge/verbatim';

/** The guides, and what ties them to the documents. */
export interface Guides {
  readonly flows: ReadonlyMap<string, Flow>;
  /** Those of the catalogue. */
  readonly guides: readonly Flow[];
  /** Those of one question. */
  readonly reflections: readonly Flow[];
  /** Where a guide's quote stands. */
  readonly sourceOf: (source: Source) => Passage;
  /** The guide that a typed text names. */
  readonly flowFor: (text: string) => { readonly flow: Flow; readonly exact: boolean } | undefined;
  /** The id of the guide that quotes the very passage of an answer. */
  readonly guideFor: (answer: Extract<Answer, { outcome: 'found' }>) => string | undefined;
}

/** Where the files are. */
export interface Folders {
  readonly guides: string;
  readonly reflections?: string;
}

/** Below the folder of all cards. */
export const foldersIn = (cards: string): Required<Folders> => ({
  guides: path.join(cards, 'flows'),
  reflections: path.join(cards, 'reflections'),
});

/** Reads the guides of a folder, and the reflections of another. Throws FlowError where one cannot be read, or quotes what does not stand in its document. */
export function loadGuides(folders: Folders, all: readonly Passage[]): Guides {
  const guides = readFlows(folders.guides);
  const reflections = folders.reflections ? readFlows(folders.reflections) : [];
  const flows = [...guides, ...reflections];
  const passages = new Map<string, Passage>();
  const missing: string[] = [];
  for (const flow of flows)
    for (const source of sourcesOf(flow)) {
      const passage = findQuote(all, source.document, source.quote);
      if (passage) passages.set(keyOf(source), passage);
      else
        missing.push(`${flow.id}.yaml: citatet ”${source.quote}” står inte i ${source.document}. Skriv det ordagrant.`);
    }
  if (missing.length) throw new FlowError(missing.join('\n'));
  return {
    flows: new Map(flows.map((flow) => [flow.id, flow])),
    guides,
    reflections,
    sourceOf: (source) => passages.get(keyOf(source))!,
    flowFor: namedAmong(flows, stemsOf),
    guideFor: ({ quote }) =>
      guides.find((flow) => sourcesOf(flow).some((source) => passages.get(keyOf(source)) === quote.passage))?.id,
  };
}

/** Every quote of a flow. */
export const sourcesOf = (flow: Flow): Source[] =>
  [flow.source, ...flow.cards.flatMap(({ steps }) => steps.map(({ source }) => source))].filter((source) => !!source);

const keyOf = ({ document, quote }: Source): string => JSON.stringify([document, quote]);

const stemsOf = (text: string): string[] => wordsOf(text).flatMap(({ stem, stop }) => (stop ? [] : [stem]));
