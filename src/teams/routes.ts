import { answersPresserAlone, replacesCard } from '../bot/conversation';
import { type Activity } from './activity';
import { type HttpAnswer, type ChannelTurn, type Route } from './channel';
import { composeSearch, typedQuery } from './composeSearch';
import { dialogOf, incomingFeedback, incomingThumb } from './feedback';
import { executed, incomingOf, isObject } from './incoming';
import { presserTurn } from './presserTurn';
import { type Pressed, replaceCardTurn } from './replaceCardTurn';
import { turn } from './turn';
import { senderOf, type TurnDeps } from './turnDeps';

const ok: HttpAnswer = { status: 200 };

/** What happens with each kind of activity. The first route that matches handles it, and each runs a turn. */
export function routesOf(needs: TurnDeps): readonly Route[] {
  const refused: HttpAnswer = {
    status: 400,
    body: {
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'BadRequest', message: needs.texts.notUnderstood },
    },
  };
  const invoke = (
    holds: (activity: Activity) => boolean,
    handle: (context: ChannelTurn) => Promise<HttpAnswer>,
  ): Route => ({ isForInvokes: true, holds: (activity) => isInvoke(activity) && holds(activity), handle });
  const refuse = () => Promise.resolve(refused);

  const press = async (context: ChannelTurn): Promise<HttpAnswer> => {
    const pressed = executed(context.activity.value);
    if (answersPresserAlone(pressed)) return shown(await presserTurn(needs, context, pressed));
    if (replacesCard(pressed)) return shown(await replaceCardTurn(needs, context, pressed));
    const { answerBelow, alreadyPressed, tooMany } = needs.texts;
    return shown({ done: answerBelow, doneBefore: alreadyPressed, tooMany }[await turn(needs, context, pressed)]);
  };
  // A form changes nothing, so it needs no claim: two requests show it twice.
  const askForForm = async ({ activity }: ChannelTurn): Promise<HttpAnswer> => {
    const asked = incomingThumb(activity);
    const [form] = asked ? await needs.converse(senderOf(needs, activity), asked) : [];
    return asked && form ? { ...ok, body: dialogOf(needs.render(form), asked.reaction) } : refused;
  };
  const submitForm = async (context: ChannelTurn): Promise<HttpAnswer> => {
    const { conversation, replyToId = '' } = context.activity;
    const feedback = incomingFeedback(context.activity, needs.nameOf(conversation.id, replyToId));
    if (!feedback) return refused;
    await turn(needs, context, feedback);
    return ok;
  };
  const search = async ({ activity }: ChannelTurn): Promise<HttpAnswer> => {
    const typed = typedQuery(activity);
    return typed === undefined ? refused : { ...ok, body: await composeSearch(needs, activity, typed) };
  };
  const anythingElse = async (context: ChannelTurn): Promise<undefined> => {
    const incoming = incomingOf(context.activity);
    if (incoming && answersPresserAlone(incoming)) await presserTurn(needs, context, incoming);
    else if (incoming && replacesCard(incoming)) await replaceCardTurn(needs, context, incoming);
    else await turn(needs, context, incoming);
  };

  return [
    invoke(({ value }) => !isObject(value), refuse),
    invoke(isExecute, press),
    invoke(isNamed('message/fetchTask'), askForForm),
    invoke(isNamed('message/submitAction'), submitForm),
    invoke(isNamed('composeExtension/query'), search),
    // Any other invoke would get the SDK's 501. No card of ours can send one.
    invoke(() => true, refuse),
    { isForInvokes: false, holds: () => true, handle: anythingElse },
  ];
}

/** What a pressed button shows: a card that replaces its own, or a sentence above it. */
const shown = (pressed: Pressed): HttpAnswer => {
  const kind = typeof pressed === 'string' ? 'activity.message' : 'card.adaptive';
  return { ...ok, body: { statusCode: 200, type: `application/vnd.microsoft.${kind}`, value: pressed } };
};

const isInvoke = ({ type }: Activity): boolean => type === 'invoke';

const isNamed = (name: string) => (activity: Activity) => activity.name === name;

const isExecute = ({ name, value }: Activity): boolean =>
  name === 'adaptiveCard/action' && isObject(value) && isObject(value.action) && value.action.type === 'Action.Execute';
