import { type KnowledgeDocument } from './documents/document';
import { wordsOf, type Word } from './text/swedish';

/** How a question asks who wrote a document, when, or under which number it is filed. In folded words. */
const asksForFact: readonly RegExp[] = [
  /\b(vem|vilka|vilken) ((har|hade|som|har som|det ar som) )*(skrev|skrivit|forfattat|forfattade|gjort|gjorde|tagit fram|tog fram|sammanstallt|gett ut|gav ut|publicerat|publicerade|star bakom|ligger bakom)\b/,
  /\b(vem|vilka) (ar|var) (forfattare|forfattaren|avsandare|avsandaren|utgivare|utgivaren)\b/,
  // "Vilket år": folded, "vilka är" has the same word.
  /\bvilket (ar|datum|artal)\b|\b(vilken|vilka|vad ar|vad var) (datum|datumet|manad|artal|artalet)\b/,
  /\bnar (skrevs|kom|publicerades|gavs|togs|ar|var|gjordes|daterades|blev|skrev)\b|\bhur (gammal|gammalt|gamla|aktuell|aktuellt|aktuella|ny|nytt|nya|farsk|farskt)\b|\bdaterad\w*\b/,
  /\b(diarienummer|diarienumret|diarienr|dnr|arendenummer|arendenumret)\b/,
];
/** Words with which such a question is asked. They say nothing about which document is meant. */
const asking = new Set(
  (
    'skrev skrivit skriven skrivet skrevs forfattat forfattade forfattare forfattaren avsandare avsandaren utgivare utgivaren gjort ' +
    'gjorde gjordes tagit tog togs fram sammanstallt gett gav gavs ut publicerat publicerade publicerades publicerad star ligger ' +
    'bakom ar artal artalet datum datumet manad kom gammal gammalt gamla aktuell aktuellt aktuella ny nytt nya farsk farskt ' +
    'daterad daterat daterades diarienummer diarienumret diarienr dnr arendenummer arendenumret finns heter vet veta undrar'
  ).split(' '),
);
/** Words for any document. Alone they name none. */
const anyDocument = new Set(wordsOf('dokument dokumentet rapport text skrift underlag källa').map(({ stem }) => stem));

/** More than this many documents are a question about no document in particular. */
const mostMeant = 3;

/**
 * The documents about which a question asks who wrote them, when, or under which number ("Vilket år kom redovisningen från
 * Jämtland?"). Empty where it asks for something else: all telling words must name the document, by its title, its kind, its
 * publisher or an alias.
 */
export function documentsAsked(
  documents: readonly KnowledgeDocument[],
  words: readonly Word[],
): readonly KnowledgeDocument[] {
  const question = words.map(({ folded }) => folded).join(' ');
  if (!asksForFact.some((asks) => asks.test(question))) return [];
  const naming = words.filter(({ folded, stop }) => !stop && !asking.has(folded)).map(({ stem }) => stem);
  if (naming.every((stem) => anyDocument.has(stem))) return [];
  const meant = documents.filter((document) => {
    const names = new Set(namesOf(document).flatMap((name) => wordsOf(name).map(({ stem }) => stem)));
    return naming.every((stem) => names.has(stem) || anyDocument.has(stem));
  });
  return meant.length > mostMeant ? [] : meant;
}

const namesOf = ({ title, kind, publisher, aliases }: KnowledgeDocument): string[] => [
  ...[title, kind, publisher],
  ...aliases,
];
