import { cardsOf, type Turn } from '../../tools/localTeams/localTeams';
import { partsOf } from '../../tools/localTeams/inputs';
import { texts } from './service';

/** The addresses behind the words on a turn's cards, in order. */
export const linksOf = (turn: Turn, words = texts.document.open): string[] =>
  turn.sent
    .flatMap(({ activity }) => cardsOf(activity))
    .flatMap((card) => partsOf(card, 'TextBlock'))
    .flatMap(({ text }) => String(text).split(' · '))
    .flatMap((text) => (text.startsWith(`[${words}](`) ? [text.slice(words.length + 3, -1)] : []));

/** Opens a link as the browser does; `marked` holds the words that the page marks. */
export async function follow(link: string) {
  const response = await fetch(link);
  const page = await response.text();
  return {
    status: response.status,
    page,
    marked: [...page.matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, words]) => words),
  };
}
