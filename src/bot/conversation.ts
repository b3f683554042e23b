import { z } from 'zod';
import { answerAlone, answerWithPassage, answerQuestion, type AnswerDeps } from './answerQuestion';
import { commandOf } from './commands';
import { sessionUnderWay } from '../coaching/coach';
import {
  leaveGuide,
  listSessions,
  pressGuide,
  isGuideVerb,
  resumeGuide,
  startGuide,
  typedResponse,
  type GuideDeps,
  type Sender,
} from './pressGuide';
import { asksSomething } from './language';
import {
  askOptOut,
  isCampaignVerb,
  optIn,
  pressCampaign,
  withCampaignFooter,
  type CampaignPressDeps,
} from './pressCampaign';
import { isQuestionVerb, pressQuestion, replacesQuestionCard, type QuestionPressDeps } from './pressQuestion';
import { type Team } from '../people/team';
import { longestQuestion, type Reply } from './reply';

/** What reaches the bot, as plain data. */
export type Incoming =
  | { readonly kind: 'joined' }
  /** A chat, or a team. */
  | { readonly kind: 'addedToGroup'; readonly team?: Team }
  /** What is known of a team that the bot is in. */
  | { readonly kind: 'inTeam'; readonly team: Team }
  | { readonly kind: 'leftTeam'; readonly team: string }
  | {
      readonly kind: 'message';
      readonly text: string;
      /** Where the message mentions colleagues: the text without their names, which ask nothing. */
      readonly unnamed?: string;
      readonly hasAttachment: boolean;
      readonly edited: boolean;
    }
  | { readonly kind: 'press'; readonly verb: string; readonly data: unknown }
  | {
      readonly kind: 'feedback';
      readonly message: string;
      readonly reaction: 'like' | 'dislike';
      readonly words?: string;
    };

/** What a conversation needs of the rest of the house; main.ts fits it. */
export interface BotDeps extends GuideDeps, AnswerDeps, CampaignPressDeps, QuestionPressDeps {
  readonly hrContact: string;
  /** The welcome comes in its turn, with all that is sent by itself: thousands may get the bot at once. Once per person. */
  planWelcome(person: string): Promise<void>;
  /** HR may fetch who is in the teams that the bot is in. */
  rememberTeam(team: Team): Promise<void>;
  forgetTeam(team: string): Promise<void>;
  recordFeedback(person: string, feedback: Extract<Incoming, { kind: 'feedback' }>): Promise<void>;
}

const Question = z.object({ question: z.string().trim().min(1).max(longestQuestion) });
const Choice = z.object({ passage: z.string().min(1).max(200) });
const Guide = z.object({ flow: z.string().max(100) });

/** One thing reached the bot from one person; these are its replies. */
export const handleIncoming = async (house: BotDeps, speaker: Sender, incoming: Incoming): Promise<Reply[]> =>
  withCampaignFooter(house, await repliesTo(house, speaker, incoming));

/** The reader's index to what the bot can do. */
async function repliesTo(house: BotDeps, speaker: Sender, incoming: Incoming): Promise<Reply[]> {
  switch (incoming.kind) {
    case 'joined':
      await house.planWelcome(speaker.person);
      return [];
    case 'addedToGroup':
      if (incoming.team) await house.rememberTeam(incoming.team);
      return [sentence(house.texts.group.lead)];
    case 'inTeam':
      await house.rememberTeam(incoming.team);
      return [];
    case 'leftTeam':
      await house.forgetTeam(incoming.team);
      return [];
    case 'message':
      return handleMessage(house, speaker, incoming);
    case 'press':
      return handlePress(house, speaker, incoming.verb, incoming.data);
    case 'feedback':
      await house.recordFeedback(speaker.person, incoming);
      return [];
  }
}

/** True for a press whose reply takes the place of the card it was made on; such a press may come twice. */
export const replacesCard = (incoming: Incoming): boolean =>
  incoming.kind === 'press' &&
  (isGuideVerb(incoming.verb) || isCampaignVerb(incoming.verb) || replacesQuestionCard(incoming.verb));

type IncomingMessage = Extract<Incoming, { kind: 'message' }>;

async function handleMessage(
  house: BotDeps,
  speaker: Sender,
  { text, unnamed = text, hasAttachment, edited }: IncomingMessage,
): Promise<Reply[]> {
  const { texts } = house;
  // Soft hyphens and the like stand inside words that were pasted; all other white space is a space.
  const said = unnamed
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  if (!/[\p{L}\p{N}?]/u.test(said)) return [sentence(hasAttachment ? texts.attachmentOnly : texts.emptyMessage)];
  const command = commandOf(texts.commands, said);
  const inGroup = !speaker.personal && [sentence(texts.coaching.personalOnly)];
  switch (command) {
    case 'greeting':
    case 'help':
    case 'about':
      return [{ kind: command }];
    case 'topics':
      return [{ kind: 'topics', topics: house.topics() }];
    case 'thanks':
      return [sentence(texts.thanks)];
    case 'guides':
      return inGroup || [{ kind: 'guides' }];
    case 'reflections':
      return inGroup || [{ kind: 'reflections', skip: 0 }];
    case 'sessions':
      return inGroup || [await listSessions(house, speaker.person)];
    case 'optOut':
      return inGroup || [await askOptOut(house, speaker.person)];
    case 'optIn':
      return inGroup || [await optIn(house, speaker.person)];
    case 'resume':
      return inGroup || resumeGuide(house, speaker);
    case 'pause':
      return inGroup || ((await leaveGuide(house, speaker, 'pause')) ?? [sentence(texts.coaching.nothingToResume)]);
    case 'cancel':
      return (speaker.personal && (await leaveGuide(house, speaker, 'stop'))) || [sentence(texts.cancelled)];
    case undefined:
      return handleText(house, speaker, { said, text: text.trim(), edited });
  }
}

/** Neither command nor button: a guide's name, a response to the guide that is open, or a question. */
async function handleText(
  house: BotDeps,
  speaker: Sender,
  { said, text, edited }: { said: string; text: string; edited: boolean },
): Promise<Reply[]> {
  const beginning = beginningOf(said);
  const named = house.flowFor(beginning);
  const asks = asksSomething(said);
  const standing = speaker.personal ? await sessionUnderWay(house.coaching, speaker.person) : undefined;
  if (named?.exact) {
    return speaker.personal ? startGuide(house, speaker, named.flow) : [sentence(house.texts.coaching.personalOnly)];
  }
  const mayGuide = speaker.personal && !standing;
  const { reply, asked } = await answerQuestion(house, speaker, said, edited, { guide: named?.flow.id, mayGuide });
  const remember = () => asked && house.previous.keep(speaker, asked);
  if (!standing) {
    remember();
    // Her own question, and surely no response to a guide.
    if (reply.kind === 'none') await house.recordUnanswered(speaker.person, beginning);
    return [reply];
  }
  const isAnswered = reply.kind === 'found' || reply.kind === 'topic';
  const isQuestion = asks === 'surely' || (asks === 'perhaps' && isAnswered) || reply.kind === 'concern';
  if (!isQuestion && !edited) {
    const taken = await typedResponse(house, speaker, standing, text);
    // What is a response is no question, and is not remembered as one.
    if (taken) return taken;
  }
  remember();
  return [reply, { kind: 'offer', standing, typed: text }];
}

/** What is read as a question, in whole words: half a name might be an ordinary word. */
const beginningOf = (said: string): string =>
  said.length > longestQuestion ? said.slice(0, longestQuestion).replace(/\S*$/, '') : said;

/** A button on a card. Its data came over the wire: nothing about it is certain. */
async function handlePress(house: BotDeps, speaker: Sender, verb: string, data: unknown): Promise<Reply[]> {
  if (isGuideVerb(verb)) return pressGuide(house, speaker, verb, data);
  if (isCampaignVerb(verb)) return pressCampaign(house, speaker, verb, data);
  if (isQuestionVerb(verb)) return pressQuestion(house, speaker, verb, data);
  const { texts } = house;
  const asked = Question.safeParse(data);
  if (verb === 'ask' && asked.success) return [await pressedQuestion(house, speaker, asked.data.question)];
  const guide = Guide.safeParse(data);
  if (verb === 'guide' && guide.success) return pressGuide(house, speaker, 'start', data);
  const chosen = Choice.safeParse(data);
  if (verb !== 'cite' || !chosen.success) return [sentence(texts.notUnderstood)];
  return [(await answerWithPassage(house, speaker, chosen.data.passage)) ?? sentence(texts.passageGone)];
}

/** A question on a button. After a concern it is what she wrote herself: that is searched, and not remembered. */
async function pressedQuestion(house: BotDeps, speaker: Sender, question: string): Promise<Reply> {
  const { reply, asked } = await answerAlone(house, speaker, question);
  if (asked && !(await house.isConcern(question))) house.previous.keep(speaker, asked);
  return reply;
}

const sentence = (text: string): Reply => ({ kind: 'sentence', text });
