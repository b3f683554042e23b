import path from 'node:path';
import { namedAmong, readFlows } from '../coaching/readFlows';
import { isRehearsal, type Flow, type Source, type Step } from '../coaching/flow';
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
  /** Those of scenes. HR sends none of them. */
  readonly rehearsals: readonly Flow[];
  /** The guide that a typed text names. */
  readonly flowFor: (text: string) => { readonly flow: Flow; readonly exact: boolean } | undefined;
  readonly guideFirst: GuideFirst;
}

/** What ties guides to the documents. */
export interface QuotedSources {
  /** Where a guide's quote stands. */
  readonly sourceOf: (source: Source) => Passage;
  /** The id of the guide that quotes the very passage of an answer. */
  readonly guideFor: (answer: Extract<Answer, { outcome: 'found' }>) => string | undefined;
}

/** Where the files are. */
export interface GuideFolders {
  readonly guides: string;
  readonly reflections?: string;
  readonly rehearsals?: string;
}

/** Below the folder of all cards. */
export const foldersIn = (cards: string): Required<GuideFolders> => ({
  guides: path.join(cards, 'flows'),
  reflections: path.join(cards, 'reflections'),
  rehearsals: path.join(cards, 'rehearsals'),
});

/** Reads the guides of a folder, and the reflections and the rehearsals of others. Throws FlowError where one cannot be read. */
export function readGuides(folders: GuideFolders): Guides {
  const read = {
    guides: readFlows(folders.guides),
    reflections: folders.reflections ? readFlows(folders.reflections) : [],
    rehearsals: folders.rehearsals ? readFlows(folders.rehearsals) : [],
  };
  const strange = read.rehearsals.find((flow) => !isRehearsal(flow));
  if (strange)
    throw new FlowError(`${strange.id}.yaml: är ingen övning. Tillåtet i rehearsals: steg av slaget scene, och ends.`);
  const flows = [...read.guides, ...read.reflections, ...read.rehearsals];
  // Wherever the file lies: HR must not be able to send a rehearsal.
  const rehearsals = flows.filter(isRehearsal);
  const guides = read.guides.filter((flow) => !isRehearsal(flow));
  const reflections = read.reflections.filter((flow) => !isRehearsal(flow));
  checkGuidesNamed(rehearsals, guides);
  return {
    flows: new Map(flows.map((flow) => [flow.id, flow])),
    guides,
    reflections,
    rehearsals,
    flowFor: namedAmong(flows, stemsOf),
    guideFirst: guideFirstAmong(flows),
  };
}

/** Throws FlowError where a rehearsal's end names a guide that is not there. */
function checkGuidesNamed(rehearsals: readonly Flow[], guides: readonly Flow[]): void {
  const names = guides.map(({ id }) => id);
  const faults = rehearsals.flatMap((flow) =>
    flow.ends.flatMap(({ id, guide }) =>
      guide && !names.includes(guide)
        ? [`${flow.id}.yaml: avslutet ${id} har guide ${guide}. Tillåtet: ${names.join(', ')}.`]
        : [],
    ),
  );
  if (faults.length) throw new FlowError(faults.join('\n'));
}

/** Finds what the guides quote in the documents of a folder. Throws FlowError where something does not stand there. */
export function findQuoted({ flows, guides }: Guides, knowledge: string): QuotedSources {
  const read = new Map<string, ReturnType<typeof readQuotable>>();
  const passages = new Map<string, Passage>();
  const missing: string[] = [];
  for (const flow of flows.values())
    for (const source of sourcesOf(flow)) {
      const quotable = read.get(source.document) ?? readQuotable(knowledge, source.document);
      read.set(source.document, quotable);
      const passage = quotable && findQuote(quotable.document, quotable.passages, source.quote);
      if (passage) passages.set(keyOf(source), passage);
      else
        missing.push(`${flow.id}.yaml: citatet ”${source.quote}” står inte i ${source.document}. Skriv det ordagrant.`);
    }
  if (missing.length) throw new FlowError(missing.join('\n'));
  const idOf = (source: Source) => passages.get(keyOf(source))!.id;
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
export const sourcesOf = (flow: Flow): Source[] =>
  [
    flow.source,
    ...flow.cards.flatMap(({ steps }) => steps.flatMap((step) => [step.source, ...lineSourcesOf(step)])),
    ...flow.ends.map(({ source }) => source),
  ].filter((source) => !!source);

const lineSourcesOf = (step: Step) =>
  step.kind === 'scene' ? Object.values(step.lines).map(({ source }) => source) : [];

const keyOf = ({ document, quote }: Source): string => JSON.stringify([document, quote]);

const stemsOf = (text: string): string[] => wordsOf(text).flatMap(({ stem, stop }) => (stop ? [] : [stem]));
