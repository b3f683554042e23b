import { feedbackReasons, reasonField, type FeedbackReason, type Reaction } from '../bot/feedback';
import { type Incoming } from '../bot/incoming';
import { type Message } from '../cards/message';
import { adaptiveCard, type Activity } from './activity';
import { isObject } from './incoming';

/** The most characters of a person's own words that are stored. */
const longestWords = 2000;

/** The size of the form in pixels, with four choices and with none. On a phone it fills the screen. */
const formWidth = 420;
const formHeights = { like: 220, dislike: 380 } as const;

/** Reads which thumb was pressed (message/fetchTask); undefined where it is neither up nor down. */
export function incomingThumb({ value }: Activity): Extract<Incoming, { kind: 'feedbackForm' }> | undefined {
  // Teams' documentation has the thumb in the value itself, its SDKs have it in the value's data.
  const asked: unknown = isObject(value) && isObject(value.data) ? value.data : value;
  const reaction = reactionOf(asked);
  return reaction && { kind: 'feedbackForm', reaction };
}

/** The feedback form as Teams opens it, in a dialog. */
export const dialogOf = ({ summary, card }: Message, reaction: Reaction) => ({
  task: {
    type: 'continue',
    value: {
      title: summary,
      width: formWidth,
      height: formHeights[reaction],
      card: adaptiveCard(card),
    },
  },
});

/**
 * The answer to "Hjälpte svaret?" (message/submitAction). `message` is the pseudonym of the message that it is about. Undefined
 * where it is neither yes nor no, or gives a reason that our form does not have.
 */
export function incomingFeedback(
  { value }: Activity,
  message: string,
): Extract<Incoming, { kind: 'feedback' }> | undefined {
  const reaction = reactionOf(value);
  if (!reaction || !isObject(value) || !isObject(value.actionValue)) return undefined;
  const fields = fieldsOf(value.actionValue.feedback);
  const reason = fields[reasonField];
  if (reason !== undefined && (reaction === 'like' || !isReason(reason))) return undefined;
  const { feedbackText } = fields;
  const words = typeof feedbackText === 'string' ? feedbackText.trim().slice(0, longestWords) : undefined;
  return {
    kind: 'feedback',
    message,
    reaction,
    ...(reason !== undefined && { reason }),
    words: words || undefined,
    onOurForm: reason !== undefined || feedbackText === undefined,
  };
}

function reactionOf(value: unknown): Reaction | undefined {
  if (!isObject(value) || value.actionName !== 'feedback' || !isObject(value.actionValue)) return undefined;
  const { reaction } = value.actionValue;
  return reaction === 'like' || reaction === 'dislike' ? reaction : undefined;
}

const isReason = (reason: unknown): reason is FeedbackReason =>
  (feedbackReasons as readonly unknown[]).includes(reason);

/** Teams sends the fields of a form as JSON inside a string. Its SDK also has them as they are. */
function fieldsOf(feedback: unknown): Readonly<Record<string, unknown>> {
  if (isObject(feedback)) return feedback;
  if (typeof feedback !== 'string') return {};
  try {
    const parsed: unknown = JSON.parse(feedback);
    return isObject(parsed) ? parsed : {};
  } catch {
    return {};
  }
}
