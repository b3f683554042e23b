import { z } from 'zod';
import { withAsked } from '../knowledge/documents/asked';
import { ModelFault } from '../knowledge/coldStart/proposeQuestions';
import { passagesOf } from '../knowledge/documents/passages';
import { Declined } from './declined';
import { foundDocument, versionOf, writtenOf } from './documents';
import { type HrService } from './hrService';

const Wanted = z.object({ passage: z.string().max(200) });

const remedies: Record<ModelFault['fault'], string> = {
  slow: 'Modellen svarade inte i tid. Försök igen om en stund.',
  unreachable: 'Modellen går inte att nå. Försök igen, eller kontakta driften.',
  refused: 'Modellen tog inte emot frågan. Kontakta driften.',
  tooLarge: 'Modellens svar var orimligt långt och är inte läst. Försök igen.',
  unreadable: 'Modellens svar gick inte att läsa. Försök igen.',
};

/** Questions that the region's own model proposes for a passage. They are kept nowhere until HR takes them. */
export async function proposedQuestions(hr: HrService, id: string, json: unknown): Promise<readonly string[]> {
  const { propose } = hr.library;
  const wanted = Wanted.safeParse(json);
  if (!propose || !wanted.success) throw new Declined('notFound', 'Det finns ingen modell att fråga.');
  const version = await versionOf(hr, await foundDocument(hr, id));
  const passages = withAsked(passagesOf(writtenOf(id, version)), version.asked);
  const passage = passages.find((one) => one.id === wanted.data.passage);
  if (!passage) throw new Declined('notFound', 'Stycket finns inte längre. Ladda om sidan.');
  try {
    return (await propose(passage)).filter((question) => !version.dropped.includes(question));
  } catch (error) {
    if (error instanceof ModelFault) throw new Declined('unavailable', remedies[error.fault]);
    throw error;
  }
}
