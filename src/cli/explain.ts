import { contributionsOf } from '../knowledge/ranking/confidence';
import { mayBeFound } from '../knowledge/ranking/answerOutcome';
import { type FactType } from '../knowledge/ranking/factType';
import { type Grounds } from '../knowledge/ranking/grounds';
import { readQuestion, type Question } from '../knowledge/ranking/question';
import { type Library } from '../knowledge/library';
import { chooseTopic, isTopic } from '../knowledge/chooseTopic';
import { rankTopics, type NearTopic } from '../knowledge/rankTopics';
import { ask, weighed, type Answer } from '../knowledge/answer';

const grounds: Readonly<Record<keyof Grounds, string>> = {
  missing: 'saknas i stycket, andel av frågan',
  unknown: 'okänt för alla dokument, andel av frågan',
  own: 'täcks av styckets egna ord',
  alike: 'likhet med en mening',
  opening: 'första bärande ordet saknas',
  terms: 'bärande ord',
  lacksName: 'namn eller ort saknas',
  lacksNumber: 'antal som frågan förutsätter saknas',
  lacksFact: 'den sorts uppgift som efterfrågas saknas',
  lacksReason: 'skäl saknas',
  lacksDefinition: 'definition saknas',
  unasked: 'inga kända frågor om stycket',
  size: 'bibliotekets storlek',
};

const facts: Readonly<Record<FactType, string>> = {
  contact: 'kontaktväg',
  form: 'mall, blankett eller länk',
  identifier: 'paragraf eller nummer',
  share: 'andel',
  money: 'belopp',
  frequency: 'hur ofta',
  duration: 'hur länge',
  number: 'antal',
  date: 'tidpunkt',
  name: 'namn',
  person: 'person',
  place: 'plats',
  reason: 'skäl',
  which: 'vilken',
};

const outcomes = { found: 'svar', topic: 'ämne', unsure: 'osäker', none: 'inget svar' } as const;

/** What is said of it, and which names made it so. */
function outcomeOf(answer: Answer): string {
  const absent = 'absent' in answer && answer.absent ? `, nämns inte: ${answer.absent.join(', ')}` : '';
  return `Utfall: ${outcomes[answer.outcome]}${absent}`;
}

function typesOf({ fact, definitionOf, wantsWay, wantsYesOrNo }: Question): string {
  const types = [
    fact && facts[fact],
    definitionOf && 'definition',
    wantsWay && !fact && 'sätt att göra',
    wantsYesOrNo && 'ja eller nej',
  ].filter(Boolean);
  return types.join(', ') || 'ingen särskild';
}

const decimals = (value: number) => value.toFixed(2).replace('.', ',');

/** What spoke for and against the passage or topic that decides, and what came of it, for who wonders why the bot answered as it did. */
export function explained(library: Library, text: string): string {
  const { index } = library;
  const { vocabulary, wording } = index;
  const { weights } = wording;
  const question = readQuestion(vocabulary, wording, text);
  const found = weighed(library, question);
  const near = rankTopics(library, question, found);
  const topic = chooseTopic(library, question, found, near);
  // A topic that was learned to be near need not have any of the question's words.
  const best = (topic && found.find(({ passage }) => passage.topic === topic.id)) ?? found.find((one) => !isTopic(one));
  const asked = `Frågetyp: ${typesOf(question)}`;
  if (!best) return `${asked}\nUtfall: ${outcomes.none}. Inget stycke har något av frågans ord.`;
  const added = Object.entries(contributionsOf(weights, best.grounds)) as [keyof Grounds, number][];
  const rows = added
    .sort(([, one], [, other]) => other - one)
    .map(([kind, worth]) => row(grounds[kind], decimals(best.grounds[kind]), signed(worth)));
  const { thresholds } = weights;
  return [
    asked,
    `Stycke: ${best.passage.id}`,
    row('', 'värde', 'tillägg'),
    ...rows,
    row('utgångsläge', '', signed(weights.confidence.constant)),
    `Säkerhet: ${decimals(best.confidence)} (svar från ${decimals(thresholds.found)}, inget svar under ${decimals(thresholds.unsure)})`,
    ...(mayBeFound(best.evidence) ? [] : ['Aldrig svar: ett namn saknas, eller frågan säger för lite.']),
    ...nearest(near),
    outcomeOf(ask(library, text)),
  ].join('\n');
}

/** So many topics are listed. */
const mostListed = 3;
const nearest = (near: readonly NearTopic[]) =>
  near.slice(0, mostListed).map(({ topic, confidence }) => row(`Ämne: ${topic.id}`, decimals(confidence), ''));

const row = (name: string, value: string, worth: string) =>
  `  ${name.padEnd(42)}${value.padStart(8)}${worth.padStart(9)}`;

const signed = (worth: number) => `${worth < 0 ? '−' : '+'}${decimals(Math.abs(worth))}`;
