import { type KnowledgeDocument } from '../knowledge/documents/document';
import { type Answer } from '../knowledge/answer';
import { type Section } from '../campaigns/report';
import { type ListedTopic } from '../knowledge/topics/topic';
import { type Commitment } from '../commitments/commitment';
import { type Flow } from '../coaching/flow';
import { type Guidance, type SessionState } from '../coaching/guidance';
import { type Session } from '../coaching/ports';
import { type Format } from '../downloads/order';
import { type WrittenDocument } from '../downloads/document';
import { type Share } from '../shares/share';
import { type OwnData } from '../people/ownData';
import { type Reaction } from './feedback';
import { type ShownDialogue } from '../dialogue/shown';
import { type ShownQuestion } from '../questions/shown';

/** Characters after which a question is cut. What it is about is in its first thousand characters. */
export const longestQuestion = 1000;
/** Sessions on one card of "mina svar": each has a button, and a card shows six. */
export const sessionsOnCard = 5;
/** Guides on one card: each has a button, and a card shows six. */
export const guidesOnCard = 4;
/** Reflections on one card: a phone shows this many without much scrolling. */
export const reflectionsOnCard = 4;
/** Commitments on one card. */
export const commitmentsOnCard = 5;

type Found = Extract<Answer, { outcome: 'found' }>;
type TopicAnswer = Extract<Answer, { outcome: 'topic' }>;
type Unsure = Extract<Answer, { outcome: 'unsure' }>;

/** What the bot says back, as plain data: cards/ turns it into a message, teams/ sends it. */
export type Reply =
  | { readonly kind: 'sentence'; readonly text: string }
  | { readonly kind: 'welcome' | 'greeting' | 'help' | 'about' }
  | {
      readonly kind: 'concern';
      /** What the person wrote, so that the documents can be searched all the same; undefined where it was written in a guide. */
      readonly question?: string;
    }
  | {
      readonly kind: 'found';
      readonly answer: Found;
      /** A sentence ahead of the answer. */
      readonly notice?: string;
      /** The earlier question that this one refers to, as the person wrote it. */
      readonly follows?: string;
      /** The id of the guide that fits. */
      readonly guide?: string;
    }
  | {
      readonly kind: 'topic';
      readonly answer: TopicAnswer;
      readonly notice?: string;
      readonly follows?: string;
      /** The ids of the guide, of the reflection and of the rehearsal that fit. */
      readonly guide?: string;
      readonly reflection?: string;
      readonly rehearsal?: string;
    }
  | {
      readonly kind: 'unsure';
      readonly answer: Unsure;
      /** What was asked, where it may be sent to HR: in the personal chat. */
      readonly question?: string;
      readonly notice?: string;
      readonly follows?: string;
      readonly guide?: string;
      readonly reflection?: string;
      readonly rehearsal?: string;
    }
  | {
      readonly kind: 'none';
      /** Topics to try instead. */
      readonly near: readonly ListedTopic[];
      /** Names that are asked for and that no document holds. */
      readonly absent?: readonly string[];
      readonly notice?: string;
      readonly guide?: string;
      readonly question?: string;
    }
  /** What is known of documents: who stands behind them, and their dates. */
  | { readonly kind: 'documentFacts'; readonly documents: readonly KnowledgeDocument[]; readonly notice?: string }
  /** The form that is shown after a thumb has been pressed. */
  | { readonly kind: 'feedbackForm'; readonly reaction: Reaction }
  /** A question to HR, before it is sent and after. */
  | { readonly kind: 'toHr'; readonly shown: ShownQuestion }
  /** A card of a dialogue in a group. */
  | { readonly kind: 'dialogue'; readonly shown: ShownDialogue }
  | Thanks
  /** A card of one sentence that replaces another card. `opens` is a session whose card its button shows. */
  | { readonly kind: 'notice'; readonly text: string; readonly opens?: string }
  /** A page of the guides. */
  | { readonly kind: 'guides'; readonly skip: number }
  /** A guide serves better than an answer: it is offered, with the answer to the question one press away. */
  | { readonly kind: 'guideFirst'; readonly flow: Flow; readonly question: string; readonly notice?: string }
  /** All topics, to choose one from. */
  | { readonly kind: 'topics'; readonly topics: readonly ListedTopic[] }
  /**
   * Whether the person wants what HR sends: the question, or what the person has said. `session` is that of the card that asked.
   */
  | { readonly kind: 'optingOut' | 'optedOut'; readonly session?: string }
  /** A page of the questions to reflect on. */
  | { readonly kind: 'reflections'; readonly skip: number }
  /** All rehearsals, to choose one from. */
  | { readonly kind: 'rehearsals' }
  | {
      readonly kind: 'guidance';
      readonly guidance: Guidance;
      readonly notice?: string;
      readonly sent?: SentByHr;
      /** What the person means to do, where the session's summary is shown. */
      readonly commitments?: readonly Commitment[];
    }
  /** What is due today, or a page of all that a person means to do. */
  | { readonly kind: 'commitments'; readonly at: 'reminder'; readonly commitments: readonly Commitment[] }
  | {
      readonly kind: 'commitments';
      readonly at: 'list';
      readonly commitments: readonly Commitment[];
      readonly skip: number;
      readonly more: boolean;
      /** The person has paused reminders. */
      readonly paused: boolean;
    }
  | {
      readonly kind: 'commitment';
      readonly commitment: Commitment;
      /** Asks how it went, or on which day to ask again, or nothing. */
      readonly asks: 'how' | 'when' | 'nothing';
      readonly notice?: string;
      /** Others in the same reminder that are still unanswered. */
      readonly besides?: readonly Commitment[];
    }
  /** Asks on which day to remind; about a session where one is named. */
  | {
      readonly kind: 'remindWhen';
      readonly session?: Pick<Session, 'id' | 'title'>;
      readonly problem?: string;
      readonly what?: string;
    }
  /**
   * Offers the open guide again. `typed` is what the person wrote, where it may have been meant for the guide. `another` asks
   * whether to end it as well, because another guide has just ended.
   */
  | { readonly kind: 'offer'; readonly current: SessionState; readonly typed?: string; readonly another?: boolean }
  /** "Mina svar": a page of sessions, newest first. */
  | {
      readonly kind: 'sessions';
      readonly sessions: readonly ListedSession[];
      readonly skip: number;
      readonly more: boolean;
    }
  | { readonly kind: 'erasing'; readonly session: Session }
  /** What is kept of the person. */
  | { readonly kind: 'ownData'; readonly data: OwnData }
  /** Links to files that the person has ordered: of a session's summary, or of all that is kept. */
  | {
      readonly kind: 'fileLinks';
      readonly links: readonly FileLink[];
      /** The code that the person types on the page behind a link. */
      readonly code: string;
      readonly until: Date;
      /** The session's id. */
      readonly session?: string;
    }
  /** Whether all that is kept of the person is to be erased; `since` says since when the person is known. */
  | { readonly kind: 'erasingAll'; readonly since: string }
  /** With whom the person wants to share a summary. */
  | { readonly kind: 'shareForm'; readonly session: string; readonly isEmpty: boolean }
  /** The exact text; `sending` is missing where nobody is found to send it to. */
  | {
      readonly kind: 'sharePreview';
      readonly session: string;
      readonly written: WrittenDocument;
      /** The draft of an agreement, to which the receiver may write back. */
      readonly isAgreement?: boolean;
      readonly sending?: {
        readonly share: string;
        readonly to: string;
        readonly name: string;
        /** Tells this text from one that has changed. */
        readonly seen: string;
      };
    }
  | { readonly kind: 'shareInvitation'; readonly share: string; readonly from: string }
  /** `problem` says why what the receiver wrote back was not taken; `draft` is what was written. */
  | {
      readonly kind: 'sharedText';
      readonly share: Share;
      readonly problem?: 'missing' | 'tooLong';
      readonly draft?: string;
    }
  | { readonly kind: 'understandingInvitation'; readonly share: string; readonly from: string }
  /** To the owner: what was shared, with what the receiver wrote back. */
  | { readonly kind: 'answeredText'; readonly share: Share }
  | { readonly kind: 'shares'; readonly shares: readonly Share[] };

export interface FileLink {
  readonly format: Format;
  readonly url: string;
}

/** A question from HR is over. */
interface Thanks {
  readonly kind: 'thanks';
  readonly title: string;
  /** How the person's group answered, or without `group` all together; else why there are no figures. */
  readonly result: { readonly group?: string; readonly section: Section } | 'tooFew' | 'inWords';
  /** What HR has promised to do about it. */
  readonly promise?: string;
  /** The id of the guide that fits the question. */
  readonly guide?: string;
}

/** What a card from HR says about its sending, as long as it takes responses. */
export interface SentByHr {
  /** Answers that a group must have before HR sees any of them. */
  readonly least: number;
  /** The last local day on which it takes answers. */
  readonly until: string;
}

/** A session in the list. `current` is undefined where its flow no longer exists. */
export interface ListedSession {
  readonly session: Session;
  readonly current?: SessionState;
}

/**
 * The session that a reply shows on a card of its own, so that the card can be found and replaced later; undefined for other
 * replies.
 */
export const sessionOf = (reply: Reply): Session | undefined =>
  reply.kind === 'guidance' && reply.guidance.kind !== 'lost' ? reply.guidance.session : undefined;
