import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../src/shared/config';
import { readYaml } from '../../src/shared/contentFile';

/** A file in docs/pictures/, without its ending. */
const picture = z.string().regex(/^[a-z]+(-[a-z]+)*$/);

const Tour = z.strictObject({
  /** Each entry is done in the order of these fields. */
  week: z.array(
    z.strictObject({
      at: z
        .string()
        .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
        .optional(),
      send: z.strictObject({ title: z.string(), flow: z.string(), at: z.string() }).optional(),
      say: z.string().optional(),
      choose: z.string().optional(),
      fill: z.record(z.string()).default({}),
      press: z.string().optional(),
      seen: z.string().optional(),
      picture: z.strictObject({ file: picture, from: z.string() }).optional(),
    }),
  ),
  month: z.array(
    z.strictObject({
      open: z.string(),
      press: z.string().optional(),
      seen: z.string(),
      top: z.string().optional(),
      picture,
    }),
  ),
  day: z.array(z.strictObject({ run: z.array(z.string().startsWith('npm run ')).min(1), picture })),
});

export type Tour = z.infer<typeof Tour>;

/** What the pictures of docs/tour.md show. @throws an Error where tour.yaml has a field that nothing reads. */
export const readTour = (): Tour => Tour.parse(readYaml(path.join(projectRoot, 'tools/pictures/tour.yaml')));

/** The names of all pictures, without their ending. */
export const picturesOf = ({ week, month, day }: Tour): string[] => [
  ...week.flatMap(({ picture }) => picture?.file ?? []),
  ...[...month, ...day].map(({ picture }) => picture),
];
