import { z } from 'zod';
import { Plan } from './schedule';

/** Answers that a group has before anything of it is shown. HR may ask for more, never for fewer. */
export const minAnswers = 6;

/** Working days that people have to answer in, where HR says nothing else. */
export const usualAnswerDays = 5;

/** What HR writes down about a campaign; the messages are shown to HR beside the field. */
export const Draft = z.strictObject({
  title: z.string().trim().min(1, 'Skriv ett namn.').max(100, 'Namnet får ha högst 100 tecken.'),
  flow: z.string().min(1, 'Välj en fråga.').max(100),
  plan: Plan,
  answerDays: z
    .number({ invalid_type_error: 'Skriv ett tal.' })
    .int('Skriv ett heltal.')
    .min(1, 'Minst en arbetsdag.')
    .max(30, 'Högst 30 arbetsdagar.')
    .default(usualAnswerDays),
  audience: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('everyone') }),
    z.strictObject({ kind: z.literal('group'), group: z.string().min(1, 'Välj en grupp.').max(100) }),
  ]),
  least: z
    .number({ invalid_type_error: 'Skriv ett tal.' })
    .int('Skriv ett heltal.')
    .min(minAnswers, `Minst ${minAnswers}, så att ingen går att känna igen.`)
    .max(100, 'Högst 100.')
    .default(minAnswers),
});
export type Draft = z.infer<typeof Draft>;
