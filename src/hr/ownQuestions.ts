import { checkQuestions, type CheckLists } from '../coaching/questionCheck';
import { type OwnQuestionTexts } from '../coaching/questionSet';
import { personNamesAmong } from '../knowledge/personNames';
import { type Ordinary } from '../knowledge/unanswered';
import { type HrService } from './hrService';

/** What HR's own questions need: their sentences, and the check by `lists`, which knows the words of the documents. */
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
