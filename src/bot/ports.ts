import { type AnswerValues } from '../campaigns/publish';
import { type CampaignStore, type SendingRef, type SharedText } from '../campaigns/ports';

/** What a manager's side of campaigns needs of the store. */
export interface CampaignResponseStore extends Pick<CampaignStore, 'sendingOf' | 'find'> {
  /** False, and nothing kept, once the run takes no answers. */
  keep(
    response: SendingRef & { readonly person: string; readonly given: AnswerValues; readonly shared: SharedText },
  ): Promise<boolean>;
  /** Takes an answer back, as long as anybody can tell which it is. */
  forget(response: SendingRef & { readonly person: string }): Promise<void>;
  /** Plans that the person is asked again, once; resolves with when. */
  remind(about: SendingRef & { readonly person: string }, dueAt: Date): Promise<Date>;
  /** The person wants no campaigns: what was to come is cancelled. */
  optOut(person: string, now: Date): Promise<void>;
  optIn(person: string): Promise<void>;
  isOptedOut(person: string): Promise<boolean>;
}
