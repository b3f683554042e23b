import { type WrittenDocument } from '../downloads/document';

/** Days for which a share can be read. */
export const shareDays = 30;
/** The most bytes of a text, so that it fits a 28 KB card with everything around it. */
export const longestShare = 16_000;

/** The most characters that the receiver may write back. */
export const longestUnderstanding = 1500;

/** A person with whom something can be shared. */
export interface Receiver {
  readonly id: string;
  readonly name: string;
}

/** What an owner shares with one person: a copy of the previewed text. */
export interface Share {
  readonly id: string;
  readonly owner: string;
  readonly ownerName: string;
  readonly receiverName: string;
  readonly written: WrittenDocument;
  readonly sharedAt: string;
  readonly expiresAt: string;
  readonly withdrawn: boolean;
  /** The local day on which the receiver last opened it. */
  readonly openedOn?: string;
  /** Set for the draft of an agreement. Its receiver may write back, once, how the receiver understands it. */
  readonly isAgreement?: boolean;
  /** What the receiver wrote back; without words where the receiver has taken it back. */
  readonly understanding?: { readonly words?: string; readonly writtenAt: string };
}

/** What a new share holds. */
export type NewShare = Pick<Share, 'id' | 'owner' | 'ownerName' | 'written' | 'isAgreement'> & {
  readonly receiver: Receiver;
};

/** What sharing needs stored. An owner only reaches own shares, and a receiver only shares for that receiver. */
export interface ShareStore {
  nameOf(person: string): Promise<string | undefined>;
  /**
   * The person with this e-mail or this whole name who has a chat with the bot; undefined unless there is exactly one. Never
   * `owner`.
   */
  findReceiver(owner: string, asked: string): Promise<Receiver | undefined>;
  /** Stores a share and plans its delivery, once for each id. */
  send(share: NewShare): Promise<void>;
  /** Newest first. */
  sentBy(owner: string): Promise<Share[]>;
  /** Destroys the copy except its title, and plans to replace the receiver's card. False where the owner has nothing to withdraw. */
  withdraw(owner: string, id: string): Promise<boolean>;
  /** What the receiver may read now. Notes the day. */
  open(receiver: string, id: string): Promise<Share | undefined>;
  /**
   * Stores what the receiver writes back and plans that the owner is told, once for each share. Returns what the receiver may
   * read then.
   */
  writeBack(receiver: string, id: string, words: string): Promise<Share | undefined>;
  /** Destroys what the receiver wrote back, and plans to replace the owner's card. Returns what the receiver may read then. */
  takeBack(receiver: string, id: string): Promise<Share | undefined>;
  /** What the owner has shared, with what was written back; undefined where the receiver has no words in it. */
  openAnswered(owner: string, id: string): Promise<Share | undefined>;
}

/** What delivering shares needs stored. */
export interface ShareDeliveryStore {
  reach(person: string): Promise<string | undefined>;
  /** The owner's name for the invitation; undefined where there is nothing to read any more. */
  senderOf(receiver: string, id: string): Promise<string | undefined>;
  /** The receiver's name for the owner's notice; undefined where there is nothing to read any more. */
  writerTo(owner: string, id: string): Promise<string | undefined>;
  /** The message that told this person about the share. */
  messageOf(person: string, id: string, purpose: 'share' | 'understanding'): Promise<string | undefined>;
}
