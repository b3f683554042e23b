import { type ListedTopic } from '../knowledge/topics/topic';
import { type Texts } from '../shared/texts';

/** What a manager can try, in the editor's own words; undefined where the topic does not say it. */
export const adviceOf = ({ topic: { tryHeading } }: Texts, { parts = [] }: ListedTopic): string | undefined =>
  parts.find(({ heading, own }) => own !== undefined && heading.startsWith(tryHeading))?.own;
