import { type AnswerValues } from '../campaigns/publish';
import { type CampaignStore, type SendingRef, type SharedText } from '../campaigns/ports';

/** What a manager's side of campaigns needs of the store. */
export interface CampaignResponseStore extends Pick<CampaignStore, 'sendingOf' | 'find'> {
  /** False, and nothing is stored, once the run takes no more answers. */
  keep(
    response: SendingRef & { readonly person: string; readonly given: AnswerValues; readonly shared: SharedText },
  ): Promise<boolean>;
  /** Deletes an answer, as long as anybody can tell which one it is. */
  forget(response: SendingRef & { readonly person: string }): Promise<void>;
  /** Plans, once, that the person is asked again. Resolves with the moment. */
  remind(about: SendingRef & { readonly person: string }, dueAt: Date): Promise<Date>;
  /** The person wants no campaigns: deliveries that were to come are cancelled. */
  optOut(person: string, now: Date): Promise<void>;
  optIn(person: string): Promise<void>;
  isOptedOut(person: string): Promise<boolean>;
}
