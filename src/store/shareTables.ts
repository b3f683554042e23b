import { type IsoTime, type SealedText } from './columns';

/** What somebody shares with somebody. */
export interface SharesTable {
  id: string;
  owner_id: string;
  receiver_id: string;
  /** The copy and both names, under the owner's key. */
  sealed: SealedText;
  shared_at: IsoTime;
  expires_at: IsoTime;
  withdrawn_at: IsoTime | null;
  /** The local day on which it was opened last. */
  opened_on: string | null;
}

/** An order of a file, which only its link's token can tell (downloads.ts). */
export interface DownloadsTable {
  token_hash: string;
  sealed: string;
  expires_at: IsoTime;
}
