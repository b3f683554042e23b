import { type Activity, asText, type ChatMessage, type Conversation } from './activity';

export interface Bot {
  readonly id: string;
  readonly name: string;
}

/** What a person does in Teams, as the fields of the activity that the client sends; the channel adds the envelope. */
export type Gesture = Activity;

/**
 * In a group the bot gets a message only when the person mentions the bot, and the text then holds the mention. A member whose name stands
 * behind an at sign ("@Eva Ek") is mentioned, too.
 */
export function saying(conversation: Conversation, bot: Bot, text: string): Gesture {
  const others = conversation.members.filter(({ name }) => text.includes(`@${name}`));
  const mentioned = [...(conversation.type === 'personal' ? [] : [bot]), ...others];
  const said = others.reduce((rest, { name }) => rest.replaceAll(`@${name}`, marked(name)), text);
  if (!mentioned.length) return { type: 'message', text, textFormat: 'plain' };
  const plain = conversation.type === 'personal' ? said : `${marked(bot.name)} ${said}`;
  const html = mentioned.reduce(
    (rest, { name }) =>
      rest.replaceAll(marked(name), `<span itemscope itemtype="http://schema.skype.com/Mention">${name}</span>&nbsp;`),
    plain,
  );
  return {
    type: 'message',
    text: plain,
    textFormat: 'plain',
    entities: mentioned.map(({ id, name }) => ({ type: 'mention', text: marked(name), mentioned: { id, name } })),
    attachments: [{ contentType: 'text/html', content: `<p>${html}</p>` }],
  };
}

const marked = (name: string): string => `<at>${name}</at>`;

/** A reply to a message: a quote of it stands in the HTML, ahead of what is said. */
export function quoting(conversation: Conversation, bot: Bot, message: ChatMessage, text: string): Gesture {
  const gesture = saying(conversation, bot, text);
  const written = gesture.attachments?.[0]?.content ?? `<p>${escaped(text)}</p>`;
  const by = message.author === 'bot' ? bot : conversation.members.find(({ id }) => id === message.author);
  const preview = escaped(asText(message.activity.text ?? message.activity.summary).slice(0, 100));
  const quote =
    `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="${message.id}">\n` +
    `<strong itemprop="mri" itemid="${by?.id}">${by?.name}</strong><span itemprop="time" itemid="${message.id}"></span>\n` +
    `<p itemprop="preview">${preview}</p>\n</blockquote>\n`;
  return { ...gesture, attachments: [{ contentType: 'text/html', content: quote + asText(written) }] };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
