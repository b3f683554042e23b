import { type Generated } from 'kysely';
import { type IsoTime, type SealedText } from './columns';

/** What somebody shares with somebody. */
export interface SharesTable {
  id: string;
  owner_id: string;
  receiver_id: string;
  /** The copy and both names, under the owner's key; of a share that is taken back only its title and the names. */
  sealed: SealedText;
  shared_at: IsoTime;
  expires_at: IsoTime;
  withdrawn_at: IsoTime | null;
  /** The local day on which it was opened last. */
  opened_on: string | null;
}

/** What the receiver of a draft has written back. */
export interface UnderstandingsTable {
  share_id: string;
  writer_id: string;
  /** The words, under the writer's key; null where they were taken back. */
  sealed: SealedText | null;
  written_at: IsoTime;
}

/** An order of a file, which only its link's token can tell (downloads.ts). */
export interface DownloadsTable {
  token_hash: string;
  sealed: string;
  expires_at: IsoTime;
  /** Codes that have been tried. */
  tries: Generated<number>;
}
