import { checkQuestions, type CheckLists } from '../coaching/questionCheck';
import { type OwnQuestionTexts } from '../coaching/questionSet';
import { personNamesAmong } from '../knowledge/personNames';
import { type Ordinary } from '../knowledge/unanswered';
import { type HrService } from './hrService';

/**
 * What HR's own questions need from files: their sentences, and the check by `lists`. `ordinary` gives the words of the documents,
 * by which the check knows names of people.
 */
export function ownQuestions(
  lists: CheckLists,
  ordinary: () => Ordinary,
  ownTexts: OwnQuestionTexts,
): Pick<HrService, 'ownTexts' | 'checkQuestions'> {
  return {
    ownTexts,
    checkQuestions: (words) => checkQuestions(words, lists, personNamesAmong(ordinary(), lists.stops.person)),
  };
}
