import path from 'node:path';
import { sourcesOf, type Guides, type QuotedSources } from '../bot/guides';
import { type Reply } from '../bot/reply';
import { programmeCard } from '../coaching/programme';
import { type Flow } from '../coaching/flow';
import { replay } from '../coaching/session';
import { type Answer } from '../knowledge/answer';
import { type KnowledgeDocument } from '../knowledge/documents/document';
import { type Sight } from '../knowledge/visibleLibrary';
import { readInWorker } from '../documents/readInWorker';
import { type DocumentLibrary } from './documentLibrary';
import { readSheets } from '../sheets/readSheets';
import { projectRoot } from '../shared/config';
import { onePageInThread } from '../sheets/onePageInThread';
import { csvOf, xlsxOf } from '../sheets/writeSheet';
import { figuresOf } from './figures';
import { type HrCampaigns, type HrService, type TimeToAnswer } from './hrService';
import { type HrStore } from './ports';
import { usualSending } from './questions';
import { fill } from '../shared/fill';
import { hrTexts } from '../shared/catalogues';

const pageScript = path.join(projectRoot, 'dist/src/sheets/onePageThread.js');
const readerScript = path.join(projectRoot, 'dist/src/documents/readerThread.js');

/** What HR's page needs from the documents that answer now. */
export interface HrLibrary extends Pick<QuotedSources, 'sourceOf'> {
  /** The documents for everyone. */
  documents(): readonly KnowledgeDocument[];
  ask(question: string, without?: readonly string[], sight?: Sight): Promise<Answer>;
}

/** What HR's page needs for managing documents, except what is made here. */
export type HrDocuments = Omit<DocumentLibrary, 'cardOf' | 'quoted' | 'read' | 'suggest' | 'warningsIn'> & {
  /** What the topics quote now. */
  readonly topicQuotes: () => readonly { readonly topic: string; readonly document: string; readonly quote: string }[];
};

/** Builds HR's service from the stored parts and what other folders add. */
export function createHrService(
  { countUse, ...stored }: HrStore & Pick<HrService, 'rosterOf'>,
  campaigning: HrCampaigns,
  { reflections, guides, invitations }: Pick<Guides, 'reflections' | 'guides' | 'invitations'>,
  library: HrLibrary,
  { topicQuotes, ...documents }: HrDocuments,
  {
    suggest,
    warningsIn,
    ...own
  }: Pick<HrService, 'ownTexts' | 'checkQuestions'> & Pick<DocumentLibrary, 'suggest' | 'warningsIn'>,
  render: (reply: Reply) => { readonly card?: object },
): HrService {
  return {
    ...stored,
    campaigning,
    reflections,
    // HR invites to a programme. It does not count what a manager does in one.
    guides: guides.filter((flow) => !programmeCard(flow)),
    invitations,
    cardOf: (flow, time) => render(firstOf(campaigning, flow, time)).card,
    readSheets,
    sheetOf: async (form, rows) =>
      form === 'csv' ? Buffer.from(csvOf(rows)) : xlsxOf(hrTexts.quoted.resultSheet, rows),
    pdfOf: (page) => onePageInThread(pageScript, page),
    figures: async () => {
      const counted = await countUse();
      const flows = await Promise.all(counted.sessions.map(async ({ flow }) => campaigning.coaching.flows.get(flow)));
      // How many people finish a programme, or begin one without an invitation, is their own business.
      const shown = flows.filter((flow) => flow && !programmeCard(flow) && flow.invites === undefined);
      return figuresOf(counted, (id) => shown.find((flow) => flow?.id === id)?.title);
    },
    ...own,
    ask: (search) => library.ask(search),
    isQuoted: (source) =>
      library.documents().some(({ id }) => id === source.document) && library.sourceOf(source) !== undefined,
    library: {
      ...documents,
      read: oneAtATime((name, bytes, earlier) =>
        readInWorker(readerScript, { name, bytes, facts: {}, ...(earlier && { earlier }) }),
      ),
      quoted: () => [
        ...topicQuotes().map(({ topic, ...quoted }) => ({ by: fill(hrTexts.quoted.byTopic, { topic }), ...quoted })),
        ...[...guides, ...reflections, ...invitations].flatMap((flow) =>
          sourcesOf(flow).map((source) => ({ by: fill(hrTexts.quoted.byGuide, { title: flow.title }), ...source })),
        ),
      ],
      cardOf: (reply) => render(reply).card,
      suggest,
      warningsIn,
    },
  };
}

/** If two files were read at once, nobody could tell which of them takes the memory. */
function oneAtATime<Given extends unknown[], Result>(read: (...given: Given) => Promise<Result>) {
  let last: Promise<unknown> = Promise.resolve();
  return (...given: Given): Promise<Result> => {
    const result = last.then(() => read(...given));
    last = result.catch(() => undefined);
    return result;
  };
}

/** The card of a manager who has not touched it. */
function firstOf(hr: HrCampaigns, flow: Flow, time?: TimeToAnswer): Reply {
  const { id, title, version } = flow;
  const startedAt = hr.now().toISOString();
  const session = { id: '', flow: id, title, version, startedAt, ended: false, moves: [] };
  const state = replay(flow, []);
  const card = state.at ?? flow.cards[0]!;
  const guidance = { kind: 'step', session, flow, state, card, problems: {} } as const;
  return { kind: 'guidance', guidance, sent: usualSending(hr, time) };
}
