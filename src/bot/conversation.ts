import { z } from 'zod';
import { answerAlone, answerWithPassage, answerQuestion, type AnswerDeps } from './answerQuestion';
import { commandOf } from './commands';
import { askReminder } from './askReminder';
import { type Feedback } from './feedback';
import { sessionUnderWay } from '../coaching/coach';
import {
  leaveGuide,
  pressGuide,
  isGuideVerb,
  resumeGuide,
  startGuide,
  typedResponse,
  type GuideDeps,
  type Sender,
} from './pressGuide';
import { type Incoming } from './incoming';
import { listSessions } from './listSessions';
import { asksSomething } from './language';
import { exportOwnData, isOwnDataVerb, pressOwnData, showOwnData, type OwnDataDeps } from './pressOwnData';
import {
  askOptOut,
  isCampaignVerb,
  optIn,
  pressCampaign,
  withCampaignFooter,
  type CampaignPressDeps,
} from './pressCampaign';
import { isShareVerb, listShares, pressShare, type ShareDeps } from './pressShare';
import { isCommitmentVerb, listCommitments, pressCommitment, type CommitmentDeps } from './pressCommitment';
import { pauseReminders, resumeReminders, withCommitments } from './followUps';
import { isQuestionVerb, pressQuestion, replacesQuestionCard, type QuestionPressDeps } from './pressQuestion';
import { type DialogueDeps } from './dialogueDeps';
import { isDialogueVerb, pressDialogue } from './dialogueVerbs';
import { dialogueFor, startDialogue } from './pressDialogue';
import { type Team } from '../people/team';
import { longestQuestion, type Reply } from './reply';

/** What a conversation needs from the rest of the service; main.ts fits it. */
export interface BotDeps
  extends
    GuideDeps,
    AnswerDeps,
    CampaignPressDeps,
    CommitmentDeps,
    QuestionPressDeps,
    OwnDataDeps,
    ShareDeps,
    DialogueDeps {
  readonly hrContact: string;
  /** The welcome is queued with all that the bot sends by itself, because thousands may get the bot at once. Once per person. */
  planWelcome(person: string): Promise<void>;
  /** HR may fetch the members of the teams that the bot is in. */
  rememberTeam(team: Team): Promise<void>;
  forgetTeam(team: string): Promise<void>;
  /** False where the person has said the same about that message before. */
  recordFeedback(person: string, feedback: Feedback): Promise<boolean>;
}

const Question = z.object({ question: z.string().trim().min(1).max(longestQuestion) });
const Choice = z.object({ passage: z.string().min(1).max(200) });
const Guide = z.object({ flow: z.string().max(100) });

/** Handles what reached the bot from one person, and returns the replies in the order in which they are sent. */
export const handleIncoming = async (deps: BotDeps, speaker: Sender, incoming: Incoming): Promise<Reply[]> =>
  withCommitments(deps, speaker, await withCampaignFooter(deps, await repliesTo(deps, speaker, incoming)));

/** The reader's index to what the bot can do. */
async function repliesTo(deps: BotDeps, speaker: Sender, incoming: Incoming): Promise<Reply[]> {
  switch (incoming.kind) {
    case 'joined':
      await deps.planWelcome(speaker.person);
      return [];
    case 'addedToGroup':
      if (incoming.team) await deps.rememberTeam(incoming.team);
      return [sentence(deps.texts.group.lead)];
    case 'inTeam':
      await deps.rememberTeam(incoming.team);
      return [];
    case 'leftTeam':
      await deps.forgetTeam(incoming.team);
      return [];
    case 'message':
      return handleMessage(deps, speaker, incoming);
    case 'press':
      return handlePress(deps, speaker, incoming.verb, incoming.data);
    case 'feedbackForm':
      return [incoming];
    case 'feedback':
      return takeFeedback(deps, speaker, incoming);
  }
}

/** The bot thanks once, and only where nobody else reads along. */
async function takeFeedback(deps: BotDeps, { person, personal }: Sender, feedback: Feedback): Promise<Reply[]> {
  const isNew = await deps.recordFeedback(person, feedback);
  return isNew && feedback.onOurForm && personal ? [sentence(deps.texts.feedback[feedback.reaction].thanks)] : [];
}

/** Whether the reply to a press takes the place of the card that was pressed. Such a press may arrive twice. */
export const replacesCard = (incoming: Incoming): boolean =>
  incoming.kind === 'press' &&
  (isGuideVerb(incoming.verb) ||
    isCampaignVerb(incoming.verb) ||
    isOwnDataVerb(incoming.verb) ||
    isShareVerb(incoming.verb) ||
    isCommitmentVerb(incoming.verb) ||
    replacesQuestionCard(incoming.verb));

/** Whether only the person who pressed sees the first reply. The card then stays as it is for everybody else. */
export const answersPresserAlone = (incoming: Incoming): incoming is Press =>
  incoming.kind === 'press' && isDialogueVerb(incoming.verb);

type Press = Extract<Incoming, { kind: 'press' }>;
type IncomingMessage = Extract<Incoming, { kind: 'message' }>;

async function handleMessage(
  deps: BotDeps,
  speaker: Sender,
  { text, unnamed = text, hasAttachment, edited }: IncomingMessage,
): Promise<Reply[]> {
  const { texts } = deps;
  // Soft hyphens and the like stand inside words that were pasted; all other white space is a space.
  const said = unnamed
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  if (!/[\p{L}\p{N}?]/u.test(said)) return [sentence(hasAttachment ? texts.attachmentOnly : texts.emptyMessage)];
  const dialogue = dialogueFor(deps, said);
  if (dialogue) return startDialogue(deps, speaker, dialogue);
  const command = commandOf(texts.commands, said);
  const inGroup = !speaker.personal && [sentence(texts.coaching.personalOnly)];
  const notHere = !speaker.personal && [sentence(texts.ownData.personalOnly)];
  switch (command) {
    case 'greeting':
    case 'help':
    case 'about':
      return [{ kind: command }];
    case 'topics':
      return [{ kind: 'topics', topics: deps.topics() }];
    case 'thanks':
      return [sentence(texts.thanks)];
    case 'guides':
      return inGroup || [{ kind: 'guides', skip: 0 }];
    case 'reflections':
      return inGroup || [{ kind: 'reflections', skip: 0 }];
    case 'rehearsals':
      return inGroup || [{ kind: 'rehearsals' }];
    case 'sessions':
      return inGroup || [await listSessions(deps, speaker.person)];
    case 'ownData':
      return notHere || [await showOwnData(deps, speaker.person)];
    case 'shares':
      return notHere || [await listShares(deps, speaker.person)];
    case 'exportOwnData':
      return notHere || [await exportOwnData(deps, speaker.person)];
    case 'optOut':
      return inGroup || [await askOptOut(deps, speaker.person)];
    case 'optIn':
      return inGroup || [await optIn(deps, speaker.person)];
    case 'commitments':
      return inGroup || [await listCommitments(deps, speaker.person)];
    case 'pauseReminders':
      return inGroup || [await pauseReminders(deps, speaker.person)];
    case 'resumeReminders':
      return inGroup || [await resumeReminders(deps, speaker.person)];
    case 'resume':
      return inGroup || resumeGuide(deps, speaker);
    case 'pause':
      return inGroup || ((await leaveGuide(deps, speaker, 'pause')) ?? [sentence(texts.coaching.nothingToResume)]);
    case 'cancel':
      return (speaker.personal && (await leaveGuide(deps, speaker, 'stop'))) || [sentence(texts.cancelled)];
    case 'misunderstood':
    case 'cannot':
    case undefined: {
      const words = { said, text: text.trim(), edited };
      return (await askReminder(deps, speaker, said)) ?? handleText(deps, speaker, words, command);
    }
  }
}

/** A guide's name, a response to the guide that is open, a question, or a comment on an answer. */
async function handleText(
  deps: BotDeps,
  speaker: Sender,
  { said, text, edited }: { said: string; text: string; edited: boolean },
  comment?: 'misunderstood' | 'cannot',
): Promise<Reply[]> {
  const beginning = beginningOf(said);
  const named = deps.flowFor(beginning);
  const asks = asksSomething(said);
  const current = speaker.personal ? await sessionUnderWay(deps.coaching, speaker.person) : undefined;
  if (named?.exact) {
    return speaker.personal ? startGuide(deps, speaker, named.flow) : [sentence(deps.texts.coaching.personalOnly)];
  }
  // In a guide it may be what the person would say to somebody.
  if (comment && !current) return [sentence(deps.texts[comment])];
  const mayGuide = speaker.personal && !current;
  const { reply, asked } = await answerQuestion(deps, speaker, said, edited, { guide: named?.flow.id, mayGuide });
  const remember = () => asked && deps.previous.keep(speaker, asked);
  if (!current) {
    remember();
    // What the person asked, which is surely no response to a guide.
    if (reply.kind === 'none') await deps.recordUnanswered(speaker.person, beginning);
    return [reply];
  }
  const isAnswered = reply.kind === 'found' || reply.kind === 'topic';
  const isQuestion = asks === 'surely' || (asks === 'perhaps' && isAnswered) || reply.kind === 'concern';
  if (!isQuestion && !edited) {
    const taken = await typedResponse(deps, speaker, current, text);
    // A response is no question, so it is not remembered as one.
    if (taken) return taken;
  }
  remember();
  return [reply, { kind: 'offer', current, typed: text }];
}

/** The part of a text that is read as a question, in whole words: half a name might be an ordinary word. */
const beginningOf = (said: string): string =>
  said.length > longestQuestion ? said.slice(0, longestQuestion).replace(/\S*$/, '') : said;

/** Handles a button on a card. Its data comes from the wire and is checked. */
async function handlePress(deps: BotDeps, speaker: Sender, verb: string, data: unknown): Promise<Reply[]> {
  if (isGuideVerb(verb)) return pressGuide(deps, speaker, verb, data);
  if (isCampaignVerb(verb)) return pressCampaign(deps, speaker, verb, data);
  if (isDialogueVerb(verb)) return pressDialogue(deps, speaker, verb, data);
  if (isOwnDataVerb(verb)) return pressOwnData(deps, speaker, verb, data);
  if (isShareVerb(verb)) return pressShare(deps, speaker, verb, data);
  if (isCommitmentVerb(verb)) return pressCommitment(deps, speaker, verb, data);
  if (isQuestionVerb(verb)) return pressQuestion(deps, speaker, verb, data);
  const { texts } = deps;
  const asked = Question.safeParse(data);
  if (verb === 'ask' && asked.success) return [await pressedQuestion(deps, speaker, asked.data.question)];
  const guide = Guide.safeParse(data);
  if (verb === 'guide' && guide.success) return pressGuide(deps, speaker, 'start', data);
  const chosen = Choice.safeParse(data);
  if (verb !== 'cite' || !chosen.success) return [sentence(texts.notUnderstood)];
  return [(await answerWithPassage(deps, speaker, chosen.data.passage)) ?? sentence(texts.passageGone)];
}

/** A question on a button. After a concern it holds what the person wrote: that is searched, and not remembered. */
async function pressedQuestion(deps: BotDeps, speaker: Sender, question: string): Promise<Reply> {
  const { reply, asked } = await answerAlone(deps, speaker, question);
  if (asked && !(await deps.isConcern(question))) deps.previous.keep(speaker, asked);
  return reply;
}

const sentence = (text: string): Reply => ({ kind: 'sentence', text });
