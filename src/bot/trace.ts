import { type Answer } from '../knowledge/answer';
import { passageIdOf } from '../knowledge/topics/topic';
import { type Reply } from './reply';

/** The passage on which a reply rests, so that feedback can say what helped. The question itself is never stored. */
export interface Trace {
  readonly outcome: Exclude<Answer['outcome'], 'topic'>;
  readonly passage?: string;
}

/** The trace of a reply to a question; undefined for every other reply. */
export function traceOf(reply: Reply): Trace | undefined {
  switch (reply.kind) {
    case 'found':
      return { outcome: 'found', passage: reply.answer.quote.passage.id };
    case 'topic':
      return { outcome: 'found', passage: passageIdOf(reply.answer.topic) };
    case 'unsure':
    case 'none':
      return { outcome: reply.kind };
    case 'sentence':
    case 'documentFacts':
    case 'feedbackForm':
    case 'toHr':
    case 'dialogue':
    case 'welcome':
    case 'greeting':
    case 'help':
    case 'about':
    case 'concern':
    case 'notice':
    case 'thanks':
    case 'optingOut':
    case 'optedOut':
    case 'guides':
    case 'guideFirst':
    case 'topics':
    case 'reflections':
    case 'rehearsals':
    case 'guidance':
    case 'commitments':
    case 'commitment':
    case 'remindWhen':
    case 'offer':
    case 'sessions':
    case 'erasing':
    case 'ownData':
    case 'fileLinks':
    case 'erasingAll':
    case 'shareForm':
    case 'sharePreview':
    case 'shareInvitation':
    case 'sharedText':
    case 'answeredText':
    case 'understandingInvitation':
    case 'shares':
      return undefined;
  }
}
