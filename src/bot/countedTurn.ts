import { type Incoming } from './incoming';
import { isCampaignVerb } from './pressCampaign';
import { type Reply } from './reply';

/** Kinds of turn that the metrics know. */
export type TurnKind = 'message' | 'press' | 'other';

/** A turn that has ended. */
export interface EndedTurn {
  readonly incoming: Incoming;
  readonly replies: readonly Reply[];
  readonly outcome: 'done' | 'failed';
  readonly milliseconds: number;
}

/**
 * The kind under which a turn may be counted; undefined for a turn that may be an answer to HR, may put it off, or may take it back.
 * Otherwise a reader of the counter would see when one person answers. Where this is not certain, the turn is not counted. A turn that
 * has failed has answered nothing, and is always counted.
 */
export function countedKind({ incoming, replies, outcome }: EndedTurn): TurnKind | undefined {
  if (incoming.kind !== 'message' && incoming.kind !== 'press') return 'other';
  if (outcome === 'failed') return incoming.kind;
  if (incoming.kind === 'press' && (isCampaignVerb(incoming.verb) || !replies.length)) return undefined;
  return replies.every(tellsNothingOfCampaigns) ? incoming.kind : undefined;
}

/** Whether a reply of this kind never follows an act on something that HR has sent. */
function tellsNothingOfCampaigns(reply: Reply): boolean {
  switch (reply.kind) {
    case 'sentence':
    case 'welcome':
    case 'greeting':
    case 'help':
    case 'about':
    case 'concern':
    case 'found':
    case 'topic':
    case 'unsure':
    case 'none':
    case 'documentFacts':
    case 'toHr':
    case 'guides':
    case 'guideFirst':
    case 'topics':
    case 'reflections':
    case 'feedbackForm':
    case 'rehearsals':
    case 'commitments':
    case 'commitment':
    case 'remindWhen':
    case 'ownData':
    case 'fileLinks':
    case 'shares':
    case 'shareForm':
    case 'sharePreview':
    case 'shareInvitation':
    case 'sharedText':
    case 'understandingInvitation':
    case 'answeredText':
      return true;
    case 'guidance':
      return reply.guidance.kind !== 'lost' && reply.guidance.session.delivery === undefined;
    case 'offer':
      return reply.current.session.delivery === undefined;
    case 'notice':
    case 'thanks':
    case 'optingOut':
    case 'optedOut':
    case 'sessions':
    case 'erasing':
    case 'erasingAll':
    // A counter would tell the others in the chat when one of them writes.
    case 'dialogue':
      return false;
  }
}
