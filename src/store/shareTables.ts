import { type Generated } from 'kysely';
import { type IsoTime, type SealedText } from './columns';

/** What somebody shares with somebody. */
export interface SharesTable {
  id: string;
  owner_id: string;
  receiver_id: string;
  /** The copy and both names, encrypted with the owner's key; only its title and the names where it is withdrawn. */
  sealed: SealedText;
  shared_at: IsoTime;
  expires_at: IsoTime;
  withdrawn_at: IsoTime | null;
  /** The local day on which it was last opened. */
  opened_on: string | null;
}

/** What the receiver of a draft has written back. */
export interface UnderstandingsTable {
  share_id: string;
  writer_id: string;
  /** The words, encrypted with the writer's key; null where they were taken back. */
  sealed: SealedText | null;
  written_at: IsoTime;
}

/** An order of a file, which only the token of its link can decrypt (downloads.ts). */
export interface DownloadsTable {
  token_hash: string;
  sealed: string;
  expires_at: IsoTime;
  /** How many codes have been tried. */
  tries: Generated<number>;
}
