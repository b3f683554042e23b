import { type Migration } from 'kysely';
import * as peopleAnswersFeedback from './0001-people-answers-feedback';
import * as sessions from './0002-sessions';
import * as deliveries from './0003-deliveries';
import * as campaigns from './0004-campaigns';
import * as absences from './0005-absences';
import * as sharedWords from './0006-shared-words';
import * as teams from './0007-teams';
import * as unanswered from './0008-unanswered';
import * as questions from './0009-questions';
import * as feedbackReason from './0010-feedback-reason';
import * as campaignRuns from './0011-campaign-runs';
import * as pausedBecause from './0012-paused-because';
import * as movesWithoutNames from './0013-moves-without-names';
import * as questionSets from './0014-question-sets';
import * as promises from './0015-promises';
import * as commitments from './0017-commitments';
import * as downloads from './0019-downloads';
import * as shares from './0020-shares';
import * as dialogues from './0021-dialogues';
import * as keyring from './0022-keyring';
import * as documents from './0023-documents';
import * as understandings from './0025-understandings';

/** Every migration by its file's name, in order. One that has been released is never edited: add the next. */
export const migrations: Record<string, Migration> = {
  '0001-people-answers-feedback': peopleAnswersFeedback,
  '0002-sessions': sessions,
  '0003-deliveries': deliveries,
  '0004-campaigns': campaigns,
  '0005-absences': absences,
  '0006-shared-words': sharedWords,
  '0007-teams': teams,
  '0008-unanswered': unanswered,
  '0009-questions': questions,
  '0010-feedback-reason': feedbackReason,
  '0011-campaign-runs': campaignRuns,
  '0012-paused-because': pausedBecause,
  '0013-moves-without-names': movesWithoutNames,
  '0014-question-sets': questionSets,
  '0015-promises': promises,
  '0017-commitments': commitments,
  '0019-downloads': downloads,
  '0020-shares': shares,
  '0021-dialogues': dialogues,
  '0022-keyring': keyring,
  '0023-documents': documents,
  '0025-understandings': understandings,
};
