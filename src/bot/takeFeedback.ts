import { type Feedback } from './feedback';
import { type Sender } from './pressGuide';
import { type Reply } from './reply';
import { type Texts } from '../shared/texts';

/** What taking a thumb needs from the rest of the service. */
export interface FeedbackDeps {
  readonly texts: Texts;
  /** False where the person has said the same about that message before. */
  recordFeedback(person: string, feedback: Feedback): Promise<boolean>;
}

/** Stores a thumb. The bot thanks once, and only where nobody else reads along. */
export async function takeFeedback(
  deps: FeedbackDeps,
  { person, personal }: Sender,
  feedback: Feedback,
): Promise<Reply[]> {
  const isNew = await deps.recordFeedback(person, feedback);
  const thanks = deps.texts.feedback[feedback.reaction].thanks;
  return isNew && feedback.onOurForm && personal ? [{ kind: 'sentence', text: thanks }] : [];
}
