import { type Activity, asText, cardsOf, isJson, type Json } from '../localTeams/activity';
import { type CardText, cardText, type Toggled } from './cardText';
import { plain, wrap } from './layout';

/** A message on the screen. */
export interface Screen extends CardText {
  /** All its cards and suggestions as one card, so that buttons and fields are numbered through. */
  readonly card: Json;
  /** True when the message asks whether it helped. */
  readonly asks: boolean;
}

const width = 80;

/** A message of the bot as text: what it says, its sources, its cards, and what it suggests to say. */
export function screenOf(activity: Activity, toggled: Toggled = new Map()): Screen {
  const { channelData = {}, suggestedActions } = activity;
  const suggested = isJson(suggestedActions) && Array.isArray(suggestedActions.actions) ? suggestedActions.actions : [];
  const parts = cardsOf(activity).map((card) => ({
    type: 'Container',
    spacing: 'Medium',
    items: [
      ...(Array.isArray(card.body) ? (card.body as unknown[]) : []),
      { type: 'ActionSet', actions: card.actions },
    ],
  }));
  const suggestions = { type: 'ActionSet', actions: suggested.filter(isJson).map(asButton) };
  const card = { type: 'AdaptiveCard', body: [...parts, suggestions] };
  const shown = cardText(card, toggled, width);
  const said = wrap(plain(asText(activity.text)), width).join('\n');
  return {
    ...shown,
    card,
    text: [said, sourcesOf(activity), shown.text].filter(Boolean).join('\n\n'),
    asks: channelData.feedbackLoopEnabled === true || isJson(channelData.feedbackLoop),
  };
}

/** A suggested action is a button that says its value for the person. */
const asButton = ({ title, value }: Json): Json => ({
  type: 'Action.Submit',
  title: asText(title),
  data: { msteams: { type: 'imBack', value: asText(value) } },
});

/** Teams shows a citation when one points at its number; here they stand under the text. */
function sourcesOf({ entities = [] }: Activity): string {
  const citations = entities.flatMap(({ citation }) => (Array.isArray(citation) ? (citation as unknown[]) : []));
  const lines = citations
    .filter(isJson)
    .flatMap(({ position, appearance }) =>
      isJson(appearance) ? wrap(`[${asText(position)}] ${asText(appearance.name)}`, width) : [],
    );
  return lines.join('\n');
}

/** What a person can do with a message, in one line; '' where there is nothing but writing. */
export function hintOf({ buttons, asks }: Screen): string {
  const numbers = buttons.length > 1 ? `1–${buttons.length}` : '1';
  const press = buttons.length ? [`Skriv ${numbers} för att trycka på en knapp, eller en ny fråga.`] : [];
  const rate = asks ? ['Hjälpte svaret? Skriv + eller -.'] : [];
  return wrap([...press, ...rate].join(' '), width).join('\n');
}

export const helpText = `Skriv en fråga och tryck Enter.
Siffra   trycker på knappen med det numret; fälten på kortet frågas först
+ eller -   säger om svaret hjälpte; det som inte hjälpte frågas sedan
/ny      börjar om i ett nytt samtal
/grupp   skriver i en gruppchatt i stället (du nämner programmet varje gång)
/hjälp   visar det här
/avsluta avslutar`;
