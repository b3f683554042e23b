import { checkQuestions } from '../coaching/questionCheck';
import { type OwnQuestionTexts } from '../coaching/questionSet';
import { readQuestionCheck } from '../coaching/readQuestionCheck';
import { personNamesAmong } from '../knowledge/personNames';
import { type Ordinary } from '../knowledge/unanswered';
import { type HrService } from './hrService';

/**
 * What HR's own questions need from files: their sentences, and the check in `file`. `ordinary` gives the words of the documents,
 * by which the check knows names of people.
 */
export function ownQuestions(
  file: string,
  ordinary: () => Ordinary,
  ownTexts: OwnQuestionTexts,
): Pick<HrService, 'ownTexts' | 'checkQuestions'> {
  const lists = readQuestionCheck(file);
  return {
    ownTexts,
    checkQuestions: (words) => checkQuestions(words, lists, personNamesAmong(ordinary(), lists.stops.person)),
  };
}
