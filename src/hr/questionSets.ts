import { randomUUID } from 'node:crypto';
import { type Actor } from '../campaigns/ports';
import { type Principle } from '../coaching/flow';
import { FlowError } from '../coaching/parseFlow';
import { type Finding } from '../coaching/questionCheck';
import {
  flowIdOf,
  flowOfVersion,
  QuestionSetWords,
  questionsOf,
  stepsOf,
  type OwnQuestion,
  type QuestionSetVersion,
} from '../coaching/questionSet';
import { dayInWords, dayOf } from '../shared/localTime';
import { Declined } from './declined';
import { type HrService } from './hrService';
import { type QuestionSet, type QuestionSetState } from './ports';
import { hrTexts } from '../shared/catalogues';

/** A question set in HR's list. */
export interface QuestionSetEntry {
  readonly id: string;
  /** The flow id that a new campaign names. */
  readonly flow: string;
  /** '' where HR has given none. */
  readonly title: string;
  readonly principle?: Principle;
  readonly asks: readonly string[];
  readonly state: QuestionSetState;
  /** In words. */
  readonly changedOn: string;
}

/** A question set as HR reads and changes it. */
export interface QuestionSetView extends QuestionSetEntry {
  readonly revision: number;
  readonly questions: readonly OwnQuestion[];
  readonly findings: readonly Finding[];
}

const notFound = () => new Declined('notFound', hrTexts.shared.goneQuestion);
const changedMeanwhile = () => new Declined('conflict', hrTexts.questionSets.changed);

/** All question sets of HR's own. */
export async function questionSetEntries(hr: HrService): Promise<QuestionSetEntry[]> {
  return (await hr.questionSets.list()).map((set) => entryOf(hr, set));
}

/** The latest version of a question set. @throws {Declined} `notFound` */
export async function questionSetView(hr: HrService, id: string): Promise<QuestionSetView> {
  return viewOf(hr, await found(hr, id));
}

/**
 * Stores a new question set, or the next version of one. `ready: true` allows it to be sent, unless it asks what must not be
 * asked. A set that is ready stays ready. `revision` is the one that the person has changed.
 * @throws {Declined} `notFound`, `invalid` with the fields that are wrong, or `conflict` where the set is retired or has been
 * changed meanwhile
 */
export async function saveQuestionSet(hr: HrService, json: unknown, by: Actor, id?: string): Promise<QuestionSetView> {
  const { ready, revision, ...written } = Object(json) as Record<string, unknown>;
  const words = readWords(written);
  const before = id === undefined ? undefined : await found(hr, id);
  if (before?.state === 'retired') throw new Declined('conflict', hrTexts.questionSets.withdrawn);
  const isReady = ready === true || before?.state === 'ready';
  refuseUnquoted(hr, words);
  const findings = hr.checkQuestions(words);
  if (isReady) refuseStopped(findings);
  const set: QuestionSet = {
    set: before?.set ?? randomUUID(),
    version: before?.version ?? 1,
    title: words.title,
    ...(words.principle && { principle: words.principle }),
    steps: stepsOf(words.questions, hr.ownTexts),
    state: isReady ? 'ready' : 'draft',
    revision: before ? revisionIn(revision) : 0,
    changedOn: dayOf(hr.campaigning.now()),
  };
  refuseUnreadable(hr, set);
  if (!before) await hr.questionSets.add(set);
  else if (!(await hr.questionSets.change(set))) throw changedMeanwhile();
  await hr.record(by, before ? 'changeQuestionSet' : 'questionSet', set.set);
  return questionSetView(hr, set.set);
}

/** Copies a question set into a new draft. @throws {Declined} `notFound` */
export async function copyQuestionSet(hr: HrService, id: string, by: Actor): Promise<QuestionSetView> {
  const copy: QuestionSet = { ...(await found(hr, id)), set: randomUUID(), version: 1, state: 'draft', revision: 0 };
  await hr.questionSets.add(copy);
  await hr.record(by, 'copyQuestionSet', copy.set);
  return questionSetView(hr, copy.set);
}

/**
 * Retires a question set: launched campaigns go on with it, new ones cannot use it.
 * @throws {Declined} `notFound`, or `conflict` where it has been changed meanwhile
 */
export async function retireQuestionSet(hr: HrService, id: string, by: Actor, seen?: number): Promise<QuestionSetView> {
  const set = await found(hr, id);
  if (set.state === 'retired') return viewOf(hr, set);
  if (!(await hr.questionSets.retire(id, seen ?? set.revision))) throw changedMeanwhile();
  await hr.record(by, 'retireQuestionSet', id);
  return questionSetView(hr, id);
}

async function found(hr: HrService, id: string): Promise<QuestionSet> {
  const set = await hr.questionSets.find(id);
  if (!set) throw notFound();
  return set;
}

/** The words of a question set in a form's JSON. @throws {Declined} `invalid` with what is wrong, field by field */
export function readWords(json: unknown): QuestionSetWords {
  const read = QuestionSetWords.safeParse(json);
  if (read.success) return read.data;
  const fields = read.error.issues.map(({ path, message }) => [path.join('.') || 'questions', message] as const);
  throw new Declined('invalid', hrTexts.invalid.fields, Object.fromEntries(fields));
}

/** A page that sends no revision has seen none, so it overwrites nothing. */
const revisionIn = (revision: unknown): number => (typeof revision === 'number' ? revision : -1);

/** Whether the documents hold what a question quotes. True for a question without a quote. */
export const isSaid = (hr: HrService, { source }: OwnQuestion): boolean => !source || hr.isQuoted(source);

function refuseUnquoted(hr: HrService, { questions }: QuestionSetWords): void {
  const at = questions.findIndex((question) => !isSaid(hr, question));
  if (at < 0) return;
  const why = hrTexts.questionSets.quote;
  throw new Declined('invalid', why, { [`questions.${at}.source`]: why });
}

function refuseStopped(findings: readonly Finding[]): void {
  const stops = findings.filter((finding) => finding.stops);
  if (!stops.length) return;
  const fields = stops.map(
    ({ question, text }) => [question === undefined ? 'title' : `questions.${question}.ask`, text] as const,
  );
  throw new Declined('invalid', hrTexts.questionSets.stopped, Object.fromEntries(fields));
}

/**
 * Checks a question set with the parser of the ready-made questions, because the parser decides in the end.
 * @throws {Declined} `invalid` where it is too large
 */
export function refuseUnreadable(hr: HrService, version: QuestionSetVersion): void {
  try {
    flowOfVersion(version, hr.ownTexts);
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    throw new Declined('invalid', hrTexts.questionSets.tooLarge);
  }
}

function entryOf(hr: HrService, set: QuestionSet): QuestionSetEntry {
  const { cards } = flowOfVersion(set, hr.ownTexts);
  return {
    id: set.set,
    flow: flowIdOf(set),
    title: set.title,
    ...(set.principle && { principle: set.principle }),
    asks: cards.flatMap(({ steps }) => steps.map(({ ask }) => ask)),
    state: set.state,
    changedOn: dayInWords(set.changedOn),
  };
}

function viewOf(hr: HrService, set: QuestionSet): QuestionSetView {
  const questions = questionsOf(flowOfVersion(set, hr.ownTexts), hr.ownTexts);
  const words = { title: set.title, questions };
  return {
    ...entryOf(hr, set),
    revision: set.revision,
    questions,
    findings: hr.checkQuestions(words),
  };
}
