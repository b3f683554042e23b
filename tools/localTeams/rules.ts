import { type Activity, asText, isJson } from './activity';

/** Why Teams would not take an activity. */
export interface Objection {
  readonly status: 400 | 413;
  readonly code: string;
  readonly message: string;
}

const cardBytes = 28 * 1024;
const activityBytes = 100 * 1024;
const mostActions = 6;

export const badSyntax = (message: string): Objection => ({ status: 400, code: 'BadSyntax', message });
const tooBig = (message: string): Objection => ({ status: 413, code: 'MessageSizeTooBig', message });

/** What Teams would refuse, or show as nothing, in an activity that a bot sends; undefined when it is fine. */
export function objection(activity: unknown): Objection | undefined {
  if (!isJson(activity) || typeof activity.type !== 'string' || !activity.type)
    return badSyntax('An activity needs a type.');
  // Teams counts UTF-16: two bytes a character.
  const size = JSON.stringify(activity).length * 2;
  if (size > activityBytes) return tooBig(`Message size too large: ${size} bytes, at most ${activityBytes}.`);
  const { attachments = [], entities = [] } = activity;
  if (!Array.isArray(attachments) || !Array.isArray(entities)) return badSyntax('Attachments and entities are lists.');
  if (activity.type === 'message' && !activity.text && !attachments.length)
    return badSyntax('A message needs text or an attachment.');
  const { channelData } = activity;
  const loop = isJson(channelData) ? channelData.feedbackLoop : undefined;
  if (loop !== undefined && (!isJson(loop) || !['default', 'custom'].includes(asText(loop.type))))
    return badSyntax('A feedbackLoop is of the type default or custom.');
  return (
    first(attachments, attachmentObjection) ??
    first(entities, (entity) => citationObjection(entity, activity as Activity))
  );
}

/** What Teams would refuse in a card, sent in a message or as the response to an invoke. */
export function cardObjection(card: unknown): Objection | undefined {
  if (!isJson(card) || card.type !== 'AdaptiveCard') return badSyntax('The content is not an Adaptive Card.');
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(asText(card.version)) ?? [];
  if (!major || !minor) return badSyntax(`The card has no version: ${asText(card.version)}`);
  if (Number(major) !== 1 || Number(minor) > 5) return badSyntax(`Card version ${major}.${minor}: at most 1.5.`);
  if (card.body !== undefined && !Array.isArray(card.body)) return badSyntax('The body of a card is a list.');
  const json = JSON.stringify(card);
  const size = Buffer.byteLength(json);
  if (size > cardBytes) return tooBig(`Card size too large: ${size} bytes, at most ${cardBytes}.`);
  const unexpanded = /\$\{[^"]{0,40}/.exec(json);
  if (unexpanded) return badSyntax(`The card has an unexpanded placeholder: ${unexpanded[0]}`);
  const bare = newerWithoutFallback(card);
  if (bare) return badSyntax(`${bare} is newer than some clients: it needs requires and fallback.`);
  const most = mostActionsTogether(card);
  return most > mostActions ? badSyntax(`${most} actions together: at most ${mostActions} are shown.`) : undefined;
}

function attachmentObjection(attachment: unknown): Objection | undefined {
  if (!isJson(attachment) || typeof attachment.contentType !== 'string' || !attachment.contentType)
    return badSyntax('An attachment needs a contentType.');
  if (attachment.content === undefined && !attachment.contentUrl)
    return badSyntax(`The attachment ${attachment.contentType} has no content.`);
  return attachment.contentType === 'application/vnd.microsoft.card.adaptive'
    ? cardObjection(attachment.content)
    : undefined;
}

/** Teams drops citations that break these bounds, so a bot that sends them has shown no source. */
function citationObjection(entity: unknown, { text }: Activity): Objection | undefined {
  if (!isJson(entity) || entity.type !== 'https://schema.org/Message') return undefined;
  // The SDK drops the fields of an entity that its mappers don't name; what is left then says nothing.
  if (Object.keys(entity).length === 1)
    return badSyntax('A schema.org Message without content: its citations were lost.');
  if (!Array.isArray(entity.citation)) return undefined;
  if (entity.citation.length > 20) return badSyntax(`${entity.citation.length} citations: at most 20.`);
  return first(entity.citation, (citation) => {
    if (!isJson(citation) || !isJson(citation.appearance)) return badSyntax('A citation needs an appearance.');
    const name = asText(citation.appearance.name);
    const abstract = asText(citation.appearance.abstract);
    const position = asText(citation.position);
    if (!name || name.length > 80) return badSyntax(`Citation ${position}: a name of 1 to 80 characters.`);
    if (!abstract || abstract.length > 160)
      return badSyntax(`Citation ${position}: an abstract of 1 to 160 characters.`);
    return text?.includes(`[${position}]`)
      ? undefined
      : badSyntax(`Citation ${position}: the text lacks its [${position}].`);
  });
}

/** The longest list of actions: Teams' limit holds for the card and for each action set and sub-card by itself. */
function mostActionsTogether(node: unknown): number {
  if (Array.isArray(node)) return Math.max(0, ...node.map(mostActionsTogether));
  if (!isJson(node)) return 0;
  const own = Array.isArray(node.actions) ? node.actions.length : 0;
  return Math.max(own, ...Object.values(node).map(mostActionsTogether));
}

/** Elements that stand in cards of version 1.5 and that only some clients have. */
const newer = /^(Chart\..*|Badge|ProgressBar|ProgressRing|CompoundButton|Rating|Carousel)$/;

/** The type of a newer element that a client without it would fail on. */
function newerWithoutFallback(node: unknown): string | undefined {
  if (Array.isArray(node)) return node.map(newerWithoutFallback).find(Boolean);
  if (!isJson(node)) return undefined;
  const type = asText(node.type);
  if (newer.test(type) && (node.fallback === undefined || node.requires === undefined)) return type;
  return Object.values(node).map(newerWithoutFallback).find(Boolean);
}

function first<T>(items: readonly T[], check: (item: T) => Objection | undefined): Objection | undefined {
  for (const item of items) {
    const found = check(item);
    if (found) return found;
  }
  return undefined;
}
