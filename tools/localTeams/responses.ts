import { type Activity, isJson } from './activity';
import { partsOf } from './inputs';
import { badSyntax, cardObjection, type Objection } from './rules';

const sizes = ['small', 'medium', 'large'];

/** What Teams would refuse, or not show, in the bot's response to an invoke; undefined when it is fine. */
export function responseObjection({ name }: Activity, status: number, body: unknown): Objection | undefined {
  if (status >= 400) return undefined;
  if (name === 'message/fetchTask') return dialogObjection(body);
  if (name === 'message/submitAction')
    return body ? badSyntax('Teams shows nothing of the response to a form that was sent.') : undefined;
  return isJson(body) && body.type === 'application/vnd.microsoft.card.adaptive'
    ? cardObjection(body.value)
    : undefined;
}

/** A dialog: a sentence, a web page or a card that can be sent. */
function dialogObjection(body: unknown): Objection | undefined {
  const task = isJson(body) ? body.task : undefined;
  if (!isJson(task) || !task.type) return badSyntax('Task or Task Type is missing in Task Module response.');
  const { type, value } = task;
  if (type === 'message') return isSaid(value) ? undefined : badSyntax('A dialog with a message needs its words.');
  if (type !== 'continue' || !isJson(value)) return badSyntax('A dialog is "continue" with a value, or "message".');
  if (!isSaid(value.title)) return badSyntax('A dialog needs a title.');
  if (![value.width, value.height].every(isSize)) return badSyntax('A dialog is small, medium, large, or in pixels.');
  if (isSaid(value.url)) return undefined;
  const { card } = value;
  if (!isJson(card) || card.contentType !== 'application/vnd.microsoft.card.adaptive')
    return badSyntax('A dialog needs a url, or a card as an attachment.');
  if (!partsOf(card.content, 'Action.').some((action) => action.type === 'Action.Submit'))
    return badSyntax('Nothing in the dialog sends it: only Action.Submit does.');
  return cardObjection(card.content);
}

const isSaid = (words: unknown): boolean => typeof words === 'string' && words.trim() !== '';

const isSize = (size: unknown): boolean =>
  size === undefined || sizes.includes(size as string) || (typeof size === 'number' && size > 0);
