import { type WrittenDocument } from '../downloads/document';

/** Days that what is shared can be read. */
export const shareDays = 30;
/** Bytes of a text that fits a card of 28 KB with all that stands around it. */
export const longestShare = 16_000;

/** Characters that the receiver may write back. */
export const longestUnderstanding = 1500;

/** A person whom something can be shared with. */
export interface Receiver {
  readonly id: string;
  readonly name: string;
}

/** What its owner shares with one person: a copy of the text as it was previewed. */
export interface Share {
  readonly id: string;
  readonly owner: string;
  readonly ownerName: string;
  readonly receiverName: string;
  readonly written: WrittenDocument;
  readonly sharedAt: string;
  readonly expiresAt: string;
  readonly withdrawn: boolean;
  /** The local day on which the receiver opened it last. */
  readonly openedOn?: string;
  /** The draft of an agreement: its receiver may write back, once, how the receiver understands it. */
  readonly isAgreement?: boolean;
  /** What the receiver wrote back; without words where it was taken back. */
  readonly understanding?: { readonly words?: string; readonly writtenAt: string };
}

/** What a new share holds. */
export type NewShare = Pick<Share, 'id' | 'owner' | 'ownerName' | 'written' | 'isAgreement'> & {
  readonly receiver: Receiver;
};

/** What sharing needs of the store. An owner reaches own shares only, and a receiver those that are for the receiver. */
export interface ShareStore {
  nameOf(person: string): Promise<string | undefined>;
  /** The one person with this e-mail, or this whole name, who has a chat with the bot; never `owner`. */
  findReceiver(owner: string, asked: string): Promise<Receiver | undefined>;
  /** Keeps it and plans its delivery, once for each id. */
  send(share: NewShare): Promise<void>;
  /** Newest first. */
  sentBy(owner: string): Promise<Share[]>;
  /** Destroys the copy, but for its title in the owner's list, and replaces the receiver's card. False where there is nothing of the owner's to take back. */
  withdraw(owner: string, id: string): Promise<boolean>;
  /** What the receiver may read now; notes the day. */
  open(receiver: string, id: string): Promise<Share | undefined>;
  /** Keeps what the receiver writes back and plans that the owner is told, once for each share. What the receiver then may read. */
  writeBack(receiver: string, id: string, words: string): Promise<Share | undefined>;
  /** Destroys what the receiver wrote back, and replaces the owner's card. What the receiver then may read. */
  takeBack(receiver: string, id: string): Promise<Share | undefined>;
  /** What the owner has shared, with what was written back; undefined where no words of the receiver stand. */
  openAnswered(owner: string, id: string): Promise<Share | undefined>;
}

/** What delivering needs of the store. */
export interface ShareDeliveryStore {
  reach(person: string): Promise<string | undefined>;
  /** Whose name an invitation says; undefined where there is nothing more to read. */
  senderOf(receiver: string, id: string): Promise<string | undefined>;
  /** Whose name the owner is told, as the one who has written back; undefined where there is nothing more to read. */
  writerTo(owner: string, id: string): Promise<string | undefined>;
  /** The message that told this person. */
  messageOf(person: string, id: string, purpose: 'share' | 'understanding'): Promise<string | undefined>;
}
