import { z } from 'zod';
import { mayPromise, WrittenPromise } from '../campaigns/promise';
import { type Actor } from '../campaigns/ports';
import { Declined } from './declined';
import { type HrService } from './hrService';
import { changedMeanwhile, notFound } from './campaigns';
import { hrTexts } from '../shared/catalogues';

const Written = z.object({ revision: z.number().int().nonnegative() }).passthrough();

/**
 * Stores what HR promises to do about the answers to a run. `json` holds the revision of the campaign that the person has seen.
 * @throws {Declined} `notFound`, `invalid`, or `conflict` where the campaign has been changed or the run is published
 */
export async function writePromise(hr: HrService, id: string, day: string, json: unknown, by: Actor): Promise<void> {
  const { store } = hr.campaigning;
  const [campaign, run] = [await store.find(id), await store.findRun({ campaign: id, day })];
  if (!campaign || !run) throw notFound();
  const seen = Written.safeParse(json);
  if (!seen.success) throw new Declined('invalid', hrTexts.promises.reload);
  const { revision, ...written } = seen.data;
  const read = WrittenPromise.safeParse(written);
  if (!read.success) {
    const message = read.error.issues[0]?.message ?? hrTexts.promises.write;
    throw new Declined('invalid', message, { text: message });
  }
  const kept = mayPromise(run, campaign) ? await store.promise(run, read.data, revision) : 'over';
  if (kept === 'changed') throw changedMeanwhile();
  if (kept === 'over') throw new Declined('conflict', hrTexts.promises.published);
  await hr.record(by, 'runPromise', id);
}
