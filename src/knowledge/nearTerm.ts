import { type NearTopics } from './nearTopics';
import { type Question } from './ranking/question';
import { type NearTopic } from './rankTopics';
import { type Ranked } from './search';
import { asksForTerm } from './wantsTopic';

/** How plainly a passage has to define a term where a topic is surer of it by this much. */
const leastDefined = 0.5;
const muchSurer = 0.05;

/**
 * Whether the topic that is near is about the term that a question asks for, and the passage hardly defines it: "Vad är
 * handlingsutrymme?" is not answered by what trust-based governance is.
 */
export const isTermOf = (
  question: Question,
  { shown }: NearTopics,
  [nearest]: readonly NearTopic[],
  passage: Ranked | undefined,
): boolean =>
  asksForTerm(question) &&
  shown !== undefined &&
  passage !== undefined &&
  passage.evidence.definition < leastDefined &&
  nearest !== undefined &&
  nearest.confidence > passage.confidence + muchSurer;

/** The topics near a question to choose from, where none may be shown. */
export const offered = ({ shown, others }: NearTopics): NearTopics => ({ others: shown ? [shown, ...others] : others });
