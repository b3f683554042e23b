import { type Message } from '../cards/message';
import { adaptiveCard, type OutgoingActivity } from './activity';

/** A message as Teams takes it: the card attached, citations as an entity, and the thumbs with our own form. */
export function activityOf({ text, summary, card, citations, feedback }: Message): OutgoingActivity {
  return {
    type: 'message',
    ...(text ? { text, textFormat: 'markdown' } : {}),
    summary,
    ...(card ? { attachments: [adaptiveCard(card)] } : {}),
    ...(citations.length ? { entities: [cited(citations)] } : {}),
    ...(feedback ? { channelData: { feedbackLoop: { type: 'custom' } } } : {}),
  };
}

/** Citations in schema.org's form, as Teams reads them. There is no AI label, because nothing here is generated. */
const cited = (citations: Message['citations']) => ({
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  '@id': '',
  citation: citations.map(({ position, name, abstract, url }) => ({
    '@type': 'Claim',
    position,
    appearance: { '@type': 'DigitalDocument', name, abstract, ...(url && { url }) },
  })),
});
