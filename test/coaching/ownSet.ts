import { flowOfVersion, stepsOf, type OwnQuestionTexts, type OwnQuestion } from '../../src/coaching/questionSet';

const set = '00000000-0000-4000-8000-000000000000';
const long = (text: string, most: number) => text.repeat(Math.ceil(most / text.length)).slice(0, most);

/** The largest set that HR may write: three questions with the longest texts, and a quotation beside each. */
export function largestOwn(texts: OwnQuestionTexts, source: OwnQuestion['source']) {
  const common = { ask: long('Vad åäö ', 199) + '?', intro: long('Tänk på ', 200).trim(), source };
  const options = Array.from({ length: 6 }, (_, n) => long(`${n} alternativ å`, 80));
  const questions: OwnQuestion[] = [
    { kind: 'choice', ...common, options },
    { kind: 'scale', ...common, ask: 'Hur då?', poles: [long('svårt', 60), long('lätt', 60)] },
    { kind: 'text', ...common, ask: 'Varför då?' },
  ];
  const steps = stepsOf(questions, texts);
  return flowOfVersion({ set, version: 1, title: long('Rubrik ', 60).trim(), steps }, texts);
}
