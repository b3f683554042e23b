import { z } from 'zod';
import { hrTexts } from '../shared/catalogues';
import { withAsked } from '../knowledge/documents/asked';
import { ModelFault } from '../knowledge/coldStart/proposeQuestions';
import { passagesOf } from '../knowledge/documents/passages';
import { Declined } from './declined';
import { foundDocument, versionOf, writtenOf } from './documents';
import { type HrService } from './hrService';

const Wanted = z.object({ passage: z.string().max(200) });

/**
 * Questions that the region's own language model proposes for a passage (`json` is `{ passage }`, its id). They are not stored
 * until HR accepts them.
 * @throws {Declined} `notFound` where there is no model, document or passage, `unavailable` where the model fails, or `conflict`
 * where somebody changes the document at this moment
 */
export async function proposedQuestions(hr: HrService, id: string, json: unknown): Promise<readonly string[]> {
  const { propose } = hr.library;
  const wanted = Wanted.safeParse(json);
  if (!propose || !wanted.success) throw new Declined('notFound', hrTexts.model.none);
  const version = await versionOf(hr, await foundDocument(hr, id));
  const passages = withAsked(passagesOf(writtenOf(id, version)), version.asked);
  const passage = passages.find((one) => one.id === wanted.data.passage);
  if (!passage) throw new Declined('notFound', hrTexts.gone.passage);
  try {
    return (await propose(passage)).filter((question) => !version.dropped.includes(question));
  } catch (error) {
    if (error instanceof ModelFault) throw new Declined('unavailable', hrTexts.model.faults[error.fault]);
    throw error;
  }
}
