import { type Question } from './ranking/question';
import { isFirstPerson } from './ranking/questionType';
import { longestIndexed } from './topics/topic';

// What a question asks for, as far as it decides between a topic and a passage.

/**
 * Whether a person tells at length what has happened. Then quotations on the subject help more than the passage with most of the
 * words.
 */
export const isStory = ({ words }: Question): boolean => words.length > longestIndexed && words.some(isFirstPerson);

/** The words that a text needs to tell something. Fewer are key words. */
const fewestToTell = 7;

/** "Provsvaret gick till fel patient och nu är alla rädda": whether a text tells something and asks for nothing. */
export const tells = (question: Question): boolean =>
  question.words.length >= fewestToTell &&
  !question.fact &&
  !question.definitionOf &&
  !question.wantsWay &&
  !question.wantsYesOrNo &&
  !question.wantsComparison &&
  !question.words.some(({ folded }) => questionWord.test(folded));

const questionWord = /^(vad|vem|vems|var|varfor|varifran|vart|vilk\w*|nar|hur|hurdan|finns)$/;

/**
 * Whether a person asks how or for a yes or a no, or tells about themselves. Then what to do helps more than one person's words.
 */
export const wantsHelp = (question: Question): boolean =>
  question.wantsWay ||
  question.wantsYesOrNo ||
  question.words.some((word) => isFirstPerson(word) || word.folded === 'hur') ||
  tells(question);

/** Whether a question about the person's own situation asks for a fact only: "Vem är min hr-partner?". */
export const isOneFact = (question: Question): boolean =>
  question.fact !== undefined &&
  !isLooseFact(question.fact) &&
  !isStory(question) &&
  !(question.wantsWay && !asksAmount(question));

/**
 * Whether a question only asks what a term means: "Vad är ett coachande förhållningssätt?". Where no document says it, a topic
 * that has the term is near.
 */
export const asksForTerm = (question: Question): boolean =>
  question.definitionOf !== undefined && !question.fact && !isOwnSituation(question);

/**
 * Whether "hur" asks for a number and not for a way: "Hur mycket får en ny chef i lön?". Two kinds of questions do not count: "Hur
 * många mål är lagom?" asks for advice, and "Hur många får jag …" asks what is allowed.
 */
const asksAmount = ({ fact, words }: Question): boolean =>
  (fact === 'number' || fact === 'money' || fact === 'share') &&
  !words.some(({ folded }) => /^(lagom|rimlig\w*|bor|borde|jag)$/.test(folded));

/** "Varför är det så svårt …", "Vilken roll har …": a topic may answer as well as one passage. */
const isLooseFact = (fact: Question['fact']): boolean => fact === 'reason' || fact === 'which';

/**
 * Whether a topic may help where passages are near and none is very sure: in an own situation, and with a question why or which.
 */
export const mayBeOwn = (question: Question): boolean => isOwnSituation(question) || isLooseFact(question.fact);

/** Whether a question asks if there is something: "Finns det forskning …". A passage answers that, or a topic that is sure. */
export const asksWhatThereIs = ({ words }: Question): boolean =>
  words.some(
    ({ folded }, at) => folded === 'finns' && /^(det|nan|nagon|nagot|nagra)$/.test(words[at + 1]?.folded ?? ''),
  );

/**
 * Whether a person tells about an own situation ("jag", "vi"), asks how to do something, or asks for no fact, no definition and not
 * what there is, as with key words.
 */
export const isOwnSituation = (question: Question): boolean =>
  question.words.some(isFirstPerson) ||
  (question.wantsWay && !asksAmount(question)) ||
  (!question.fact && !question.definitionOf && !asksWhatThereIs(question));
