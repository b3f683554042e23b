import { readFileSync } from 'node:fs';
import path from 'node:path';
import { judgeQuestion, judgedOf } from '../../tools/evaluate/evaluate';
import { readQuestions } from '../../tools/evaluate/evaluationFiles';
import { measure } from '../../tools/evaluate/metrics';
import { ask } from '../../src/knowledge/answer';
import { readFollowUps } from '../../src/knowledge/followUps';
import { type Texts } from '../../src/shared/texts';
import { knowledge, theLibrary } from '../knowledge/library';

interface Manifest {
  readonly bots: { readonly commandLists: { readonly commands: { readonly prompt?: string }[] }[] }[];
}

/** Answers that managers may rely on. A change of documents, words or weights must not remove one unnoticed. */
describe('the documents’ answers to managers’ questions', () => {
  const library = theLibrary();
  const measured = (file: string) =>
    measure(
      readQuestions(path.resolve(__dirname, '../knowledge', file)).map((question) =>
        judgedOf(judgeQuestion(library, question)),
      ),
    );
  // Nobody has looked into the blind questions, only at their figures. A person who reads them writes new ones.
  describe.each(['questions.jsonl', 'blind.jsonl'])('of %s', (file) => {
    const metrics = measured(file);

    it('hold the right passage first for eight in ten hard questions, and among three for nine in ten', () => {
      expect(metrics.recallAt1).toBeGreaterThanOrEqual(0.8);
      expect(metrics.recallAt3).toBeGreaterThanOrEqual(0.9);
    });

    it('are right when they are given, and quote the words that answer', () => {
      expect(metrics.precision).toBeGreaterThanOrEqual(0.87);
      expect(metrics.quoted).toBeGreaterThanOrEqual(0.85);
    });

    it('are seldom refused where there is one, and mostly where there is none', () => {
      expect(metrics.refused).toBeLessThanOrEqual(0.08);
      expect(metrics.notFound).toBeGreaterThanOrEqual(0.92);
      expect(metrics.none).toBeGreaterThanOrEqual(0.66);
    });
  });

  it('are there for every question that the bot proposes, on cards and in Teams', () => {
    const read = (file: string): unknown => JSON.parse(readFileSync(path.resolve(__dirname, '../..', file), 'utf8'));
    const manifest = read('appPackage/manifest.json') as Manifest;
    const prompts = manifest.bots.flatMap((bot) => bot.commandLists.flatMap(({ commands }) => commands));
    const proposed = [
      ...(read('cards/texts.sv.json') as Texts).examples.questions,
      ...prompts.flatMap(({ prompt }) => prompt ?? []),
      ...readFollowUps(path.join(knowledge, 'questions.yaml')),
    ];
    expect(proposed.length).toBeGreaterThan(45);
    const isAnswered = (question: string) => ['found', 'topic'].includes(ask(library, question).outcome);
    expect(proposed.filter((question) => !isAnswered(question))).toEqual([]);
  });
});
