import { z } from 'zod';
import { Plan } from './schedule';
import { fill } from '../shared/fill';
import { hrTexts } from '../shared/catalogues';

/** Answers that a group must have before any of them are shown. HR may ask for more, never for fewer. */
export const minAnswers = 6;

/** Working days in which people can answer, where HR does not say. */
export const usualAnswerDays = 5;

/** The fields of a campaign that HR fills in. The page shows each message beside its field. */
export const Draft = z.strictObject({
  title: z.string().trim().min(1, hrTexts.invalid.name).max(100, hrTexts.invalid.nameTooLong),
  flow: z.string().min(1, hrTexts.drafts.question).max(100),
  plan: Plan,
  answerDays: z
    .number({ invalid_type_error: hrTexts.drafts.number })
    .int(hrTexts.drafts.wholeNumber)
    .min(1, hrTexts.drafts.noDays)
    .max(30, hrTexts.drafts.tooManyDays)
    .default(usualAnswerDays),
  audience: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('everyone') }),
    z.strictObject({ kind: z.literal('group'), group: z.string().min(1, hrTexts.drafts.group).max(100) }),
  ]),
  least: z
    .number({ invalid_type_error: hrTexts.drafts.number })
    .int(hrTexts.drafts.wholeNumber)
    .min(minAnswers, fill(hrTexts.drafts.tooFew, { least: minAnswers }))
    .max(100, hrTexts.drafts.tooMany)
    .default(minAnswers),
});
export type Draft = z.infer<typeof Draft>;
