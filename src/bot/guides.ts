import path from 'node:path';
import { type DialogueContent, type Quoted } from '../dialogue/dialogue';
import { quotesIn, readDialogues } from '../dialogue/readDialogues';
import { namedAmong, readFlows } from '../coaching/readFlows';
import { isRehearsal, type Flow, type ItemHelp, type Source } from '../coaching/flow';
import { FlowError } from '../coaching/parseFlow';
import { type Answer } from '../knowledge/answer';
import { findDocument } from '../knowledge/documents/document';
import { passagesOf, type Passage } from '../knowledge/documents/passages';
import { wordsOf } from '../knowledge/text/swedish';
import { guideFirstAmong, type GuideFirst } from './guideFirst';
import { findQuote } from '../knowledge/documents/verbatim';
import { editorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

/** The guides. */
export interface Guides {
  readonly flows: ReadonlyMap<string, Flow>;
  /** The guides that people can choose from the list. */
  readonly guides: readonly Flow[];
  /** The questions to reflect on, one question each. */
  readonly reflections: readonly Flow[];
  /** The invitations to a guide, which only HR sends. */
  readonly invitations: readonly Flow[];
  /** What groups may talk about, by id. */
  readonly dialogueContents: ReadonlyMap<string, DialogueContent>;
  /** The rehearsals. HR never sends one. */
  readonly rehearsals: readonly Flow[];
  /** The guide that a typed text names. */
  readonly flowFor: (text: string) => { readonly flow: Flow; readonly exact: boolean } | undefined;
  readonly guideFirst: GuideFirst;
}

/** What connects guides with the documents. */
export interface QuotedSources {
  /** The passage with a quote of a guide, a dialogue or HR's own question; undefined where the documents do not hold it. */
  readonly sourceOf: (source: Quoted) => Passage | undefined;
  /** The id of the guide that quotes the same passage as an answer. */
  readonly guideFor: (answer: Extract<Answer, { outcome: 'found' }>) => string | undefined;
}

/** Where the files are. */
export interface GuideFolders {
  readonly guides: string;
  readonly reflections?: string;
  readonly invitations?: string;
  readonly dialogues?: string;
  readonly rehearsals?: string;
}

/** The folders of guides, reflections and the other flows below `cards`, which holds all of them. */
export const foldersIn = (cards: string): Required<GuideFolders> => ({
  guides: path.join(cards, 'flows'),
  reflections: path.join(cards, 'reflections'),
  invitations: path.join(cards, 'invitations'),
  rehearsals: path.join(cards, 'rehearsals'),
  dialogues: path.join(cards, 'dialogues'),
});

const { guides: words } = editorTexts;

/**
 * Reads the guides of a folder, and the reflections, invitations, rehearsals and dialogues of others.
 * @throws {FlowError | DialogueError} where one cannot be read
 */
export function readGuides(folders: GuideFolders): Guides {
  const readFrom = (folder?: string) => (folder ? readFlows(folder) : []);
  const all = {
    guides: readFrom(folders.guides),
    reflections: readFrom(folders.reflections),
    rehearsals: readFrom(folders.rehearsals),
    invitations: readFrom(folders.invitations),
  };
  const strange = all.rehearsals.find((flow) => !isRehearsal(flow));
  if (strange) throw new FlowError(fill(words.notRehearsal, { guide: strange.id }));
  const flows = Object.values(all).flat();
  // This holds for a rehearsal in any folder: HR must not be able to send one.
  const sendable = (some: readonly Flow[]) => some.filter((flow) => !isRehearsal(flow));
  const read = {
    guides: sendable(all.guides),
    reflections: sendable(all.reflections),
    invitations: sendable(all.invitations),
    rehearsals: flows.filter(isRehearsal),
  };
  const dialogues = folders.dialogues ? readDialogues(folders.dialogues) : [];
  checkNamedFlows(read, flows);
  const asked = [...read.guides, ...read.reflections, ...read.rehearsals];
  return {
    ...read,
    flows: new Map(flows.map((flow) => [flow.id, flow])),
    dialogueContents: new Map(dialogues.map((dialogue) => [dialogue.id, dialogue])),
    flowFor: namedAmong(asked, stemsOf),
    guideFirst: guideFirstAmong(asked),
  };
}

/** Checks that the guides and rehearsals that a flow names exist, and are not the flow itself. @throws {FlowError} */
function checkNamedFlows({ guides, rehearsals }: Pick<Guides, 'guides' | 'rehearsals'>, flows: readonly Flow[]): void {
  const ids = { guide: guides.map(({ id }) => id), either: [...guides, ...rehearsals].map(({ id }) => id) };
  const faults = flows.flatMap((flow) =>
    namedIn(flow).flatMap(([field, id, kind]) => {
      const others = ids[kind].filter((other) => other !== flow.id);
      return others.includes(id)
        ? []
        : [fill(words.unknownGuide, { guide: flow.id, field, named: id, allowed: others.join(', ') })];
    }),
  );
  if (faults.length) throw new FlowError(faults.join('\n'));
}

type Named = readonly [field: string, id: string, kind: 'guide' | 'either'];

/** The field of the file and the id of each guide or rehearsal that a flow leads to. */
const namedIn = (flow: Flow): Named[] => [
  ...flow.next.map((id): Named => ['next', id, 'either']),
  ...(flow.invites === undefined ? [] : [['invites', flow.invites, 'guide'] as const]),
  ...(flow.guide === undefined ? [] : [['guide', flow.guide, 'guide'] as const]),
  ...helpIn(flow).flatMap(({ guide }): Named[] => (guide === undefined ? [] : [['guide', guide, 'guide']])),
  ...stepsOf(flow).flatMap((step): Named[] =>
    step.kind === 'scale' && step.guide ? [[fill(words.guideOfStep, { step: step.id }), step.guide, 'guide']] : [],
  ),
  ...flow.ends.flatMap(({ id, guide }): Named[] =>
    guide ? [[fill(words.guideOfEnd, { end: id }), guide, 'guide']] : [],
  ),
];

/** The texts below the items of all checklists. */
const helpIn = (flow: Flow): ItemHelp[] =>
  stepsOf(flow).flatMap((step) => (step.kind === 'checklist' ? Object.values(step.about ?? {}) : []));

/**
 * Finds what guides and dialogues quote in the documents of a folder.
 * @throws {FlowError} where something does not stand there
 */
export function findQuoted({ flows, guides, dialogueContents }: Guides, knowledge: string): QuotedSources {
  const read = new Map<string, ReturnType<typeof readQuotable>>();
  const passages = new Map<string, Passage>();
  const find = (source: Quoted): Passage | undefined => {
    const quotable = read.get(source.document) ?? readQuotable(knowledge, source.document);
    read.set(source.document, quotable);
    const passage = quotable && findQuote(quotable.document, quotable.passages, source.quote);
    if (passage) passages.set(keyOf(source), passage);
    return passage;
  };
  const missing: string[] = [];
  const quoting = [
    ...[...flows.values()].map((flow) => ({ id: flow.id, sources: sourcesOf(flow) })),
    ...[...dialogueContents.values()].map((content) => ({ id: content.id, sources: quotesIn(content) })),
  ];
  for (const { id, sources } of quoting)
    for (const source of sources) {
      if (!find(source))
        missing.push(fill(words.quoteMissing, { guide: id, quote: source.quote, document: source.document }));
    }
  if (missing.length) throw new FlowError(missing.join('\n'));
  // The first guide that quotes a passage gets it. The map is written from the last guide to the first, so the first one
  // stays.
  const quotedBy = new Map<string, string>();
  for (const flow of [...guides].reverse())
    for (const source of stepSources(flow)) quotedBy.set(passages.get(keyOf(source))!.id, flow.id);
  return {
    sourceOf: (source) => passages.get(keyOf(source)) ?? find(source),
    guideFor: ({ quote }) => quotedBy.get(quote.passage.id),
  };
}

function readQuotable(knowledge: string, id: string) {
  const document = findDocument(knowledge, id);
  return document && { document, passages: passagesOf(document) };
}

/**
 * Reads the guides and finds what they quote, for a program whose documents do not change while it runs.
 * @throws {FlowError | DialogueError} as readGuides and findQuoted do
 */
export function loadGuides(folders: GuideFolders, knowledge: string): Guides & QuotedSources {
  const guides = readGuides(folders);
  return { ...guides, ...findQuoted(guides, knowledge) };
}

/** Every quote of a flow, in its steps, lines and ends. */
export const sourcesOf = (flow: Flow): Source[] => [
  ...stepSources(flow),
  ...stepsOf(flow).flatMap((step) => (step.kind === 'scale' ? step.others : [])),
  ...[
    ...helpIn(flow),
    ...stepsOf(flow).flatMap((step) => (step.kind === 'scene' ? Object.values(step.lines) : [])),
    ...flow.ends,
  ].flatMap(({ source }) => (source ? [source] : [])),
];

/** The quotes that the flow's own questions rest on. */
const stepSources = (flow: Flow): Source[] =>
  [flow.source, ...stepsOf(flow).map(({ source }) => source)].filter((source) => !!source);

const stepsOf = ({ cards }: Flow) => cards.flatMap(({ steps }) => steps);

const keyOf = ({ document, quote }: Quoted): string => JSON.stringify([document, quote]);

const stemsOf = (text: string): string[] => wordsOf(text).flatMap(({ stem, stop }) => (stop ? [] : [stem]));
