import { feedbackReasons, reasonField, type Reaction } from '../bot/feedback';
import { type CardContext } from './cardContext';

/** What layouts/feedback.json shows. The form has no text field, so that nothing personal is stored. */
export function feedbackForm({ texts: { feedback } }: CardContext, reaction: Reaction) {
  const { label, missing, reasons, kept, send } = feedback;
  const choices = feedbackReasons.map((reason) => ({ title: reasons[reason], value: reason }));
  return {
    lead: feedback[reaction].lead,
    inputs: reaction === 'dislike' ? [{ id: reasonField, label, missing, choices }] : [],
    kept,
    send,
  };
}
