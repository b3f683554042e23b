import { askAnything } from '../knowledge/anyQuestion';
import { isShort } from './short';

const runs = isShort ? 2_000 : 10_000;

// Nothing here has to do with a database: once is enough.
it(
  `any text is a question: ${runs} random and hostile ones are each found, unsure or none, quoted word for word`,
  () => askAnything(runs),
  300_000,
);
