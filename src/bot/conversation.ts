import { z } from 'zod';
import { answerAlone, answerWithPassage, answerQuestion, type AnswerDeps } from './answerQuestion';
import { commandOf } from './commands';
import { askReminder } from './askReminder';
import { takeFeedback, type FeedbackDeps } from './takeFeedback';
import { sessionUnderWay } from '../coaching/coach';
import {
  leaveGuide,
  pressGuide,
  isGuideVerb,
  resumeGuide,
  startGuide,
  type GuideDeps,
  type Sender,
} from './pressGuide';
import { answerOrOffer, moveByWord, takesText, typedLine, typedOption, typedResponse } from './typedInGuide';
import { type Incoming } from './incoming';
import { listSessions } from './listSessions';
import { asksSomething, beginningOf, onOneLine, saysSomething } from './language';
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
import { fill } from '../shared/texts';
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
    FeedbackDeps,
    DialogueDeps {
  readonly hrContact: string;
  /** The welcome is queued with all that the bot sends by itself, because thousands may get the bot at once. Once per person. */
  planWelcome(person: string): Promise<void>;
  /** HR may fetch the members of the teams that the bot is in. */
  rememberTeam(team: Team): Promise<void>;
  forgetTeam(team: string): Promise<void>;
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
type Current = Awaited<ReturnType<typeof sessionUnderWay>>;
type IncomingMessage = Extract<Incoming, { kind: 'message' }>;

async function handleMessage(
  deps: BotDeps,
  speaker: Sender,
  { text, unnamed = text, hasAttachment, edited }: IncomingMessage,
): Promise<Reply[]> {
  const { texts } = deps;
  const said = onOneLine(unnamed);
  if (!saysSomething(said)) return [sentence(hasAttachment ? texts.attachmentOnly : texts.emptyMessage)];
  const dialogue = dialogueFor(deps, said);
  if (dialogue) return startDialogue(deps, speaker, dialogue);
  const current = speaker.personal ? await sessionUnderWay(deps.coaching, speaker.person) : undefined;
  const option = current && !edited ? await typedOption(deps, speaker, current, said) : undefined;
  if (option) return option;
  const command = commandOf(texts, said);
  const line = current && command && (await typedLine(deps, speaker, current, { command, text: text.trim() }));
  if (line) return line;
  const inGroup = !speaker.personal && [sentence(texts.coaching.personalOnly)];
  const notHere = !speaker.personal && [sentence(texts.ownData.personalOnly)];
  switch (command) {
    case 'greeting':
    case 'help':
    case 'about':
      return command === 'greeting' && !speaker.personal ? [sentence(texts.group.lead)] : [{ kind: command }];
    case 'topics':
      return [{ kind: 'topics', topics: deps.topics() }];
    case 'maybeAnswer':
      return (current && (await answerOrOffer(deps, speaker, current, text.trim()))) ?? [sentence(texts.thanks)];
    case 'thanks':
    case 'human':
    case 'wrongAnswer':
    case 'cannot':
    case 'trouble':
    case 'english':
      return [sentence(fill(texts[command], { hrContact: deps.hrContact }))];
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
    case 'next':
    case 'back':
      return inGroup || (current ? moveByWord(deps, speaker, current, command) : resumeGuide(deps, speaker));
    case 'done':
      return current ? moveByWord(deps, speaker, current, 'next') : [sentence(texts.thanks)];
    case 'startOver':
      return inGroup || (current ? startGuide(deps, speaker, current.flow) : [{ kind: 'guides', skip: 0 }]);
    case 'pause':
      return inGroup || ((await leaveGuide(deps, speaker, 'pause')) ?? [sentence(texts.coaching.nothingToResume)]);
    case 'cancel':
      if (!speaker.personal) return [sentence(texts.group.cancelled)];
      return (await leaveGuide(deps, speaker, 'stop')) ?? [sentence(texts.cancelled)];
    case undefined:
      return (
        (await askReminder(deps, speaker, said, !!current && takesText(current))) ??
        handleText(deps, speaker, { said, text: text.trim(), edited, current })
      );
  }
}

/** A guide's name, a response to the guide that is open, or a question. */
async function handleText(
  deps: BotDeps,
  speaker: Sender,
  { said, text, edited, current }: { said: string; text: string; edited: boolean; current: Current },
): Promise<Reply[]> {
  const beginning = beginningOf(said);
  const named = deps.flowFor(beginning);
  const asks = asksSomething(said);
  if (named?.exact) {
    return speaker.personal ? startGuide(deps, speaker, named.flow) : [sentence(deps.texts.coaching.personalOnly)];
  }
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
