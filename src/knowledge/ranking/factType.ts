import { wordsOf, type Word } from '../text/swedish';

/** The kinds of fact that a question may ask for. */
export type FactType =
  | 'contact'
  | 'form'
  | 'identifier'
  | 'share'
  | 'money'
  | 'duration'
  | 'frequency'
  | 'number'
  | 'date'
  | 'name'
  | 'person'
  | 'place'
  | 'reason'
  | 'which';

/** "När jag …" tells of when, "När ska …" asks for it. */
const subject =
  '(jag|vi|man|de|dom|den|det|du|ni|hon|han|hen|en|ett|nagon|nagot|nagra|min|mina|mitt|var|vara|vart|folk|alla|chef(en|er)?|medarbetar\\w*|personal\\w*)';

/** "När är kontroll nödvändig?", "När passar det inte?" ask for the cases, and no date answers that. */
const cases =
  '(ar|blir|vore) (\\w+ ){1,3}(nodvandig\\w*|lamplig\\w*|rimlig\\w*|viktig\\w*|viktigast|tillat\\w*|okej|ok|bra|bast|fel|ratt|farlig\\w*|motiverad\\w*|befogad\\w*)|(behovs|behover|passar|fungerar|funkar|racker|kravs|hjalper|skadar|bor)\\b';

/** "Vem" asks where a clause begins with it; "ingen vet vem som …" tells. */
const who =
  '(^|\\| |\\b(veta|vet du|vet ni|undrar|saga|beratta|och|eller) )((av|till|fran|med|for|hos) )?(vem|vems)\\b';
/** "Vem bestämmer när …": asks how decisions and responsibility are shared, and no name answers that. */
const sharing =
  '( (ar det|som|egentligen|ska|bor|borde|far|fa|kan|maste|ha))* (bestam|beslut|ansvar|avgor|ager|aga|bar ansvar|(har|tar) (ansvar|beslut|mandat|ratt|sista|smallen|skulden|over|hand)|ar (ytterst )?ansvarig)';

/** How each kind is asked for, in folded words with a bar where a clause begins. The first that matches counts. */
const questions: readonly (readonly [FactType, RegExp])[] = [
  ['contact', /\b(mejla|mejladress\w*|mailadress\w*|epost\w*|e post\w*|telefonnummer|telefon|ringer jag)\b/],
  [
    'form',
    /\b((?!sm)\w*mall(ar\w*|en)?|app(en|ar)?|powerpoint|blankett\w*|formular\w*|lank|lanken|lankar|ladda (ner|ned|hem)|checklist\w*|manual\w*|inspelning\w*|broschyr\w*|pdf|\w+guide\w*)\b/,
  ],
  [
    'identifier',
    /\b(vilken|vilket|vad) (\w+ )?(paragraf\w*|\w*nummer|artal|lag|kapitel)\b|\b(\w+nummer|paragraf\w*)\b/,
  ],
  [
    'share',
    /\b(hur (stor|hog)t? (\w+ )?(andel|procent|del)|(hur manga|vilken) procent|hur (hog|lag)t? \w+|vilket (\w+ )?\w*varde)\b/,
  ],
  [
    'money',
    /\b(hur (mycket|mkt) (kosta\w*|pengar|tjanar)|vad kosta\w*|hur manga (\w+ )?(kronor|miljoner|pengar)|(vilken|hur stor|vad (ar|var|blev|ligger)) ([\w ]+ )?\w*budget(en)?|kostnaden|hur dyrt?)\b|^\w*budget(en)? (for|ar|20\d\d)\b/,
  ],
  ['frequency', /\bhur ofta\b|\bhur manga ganger\b/],
  ['duration', /\bhur (lange|langt|langa?|lang tid|manga (ar|manader|veckor|dagar|timmar|minuter))\b/],
  [
    'number',
    /\b(hur (manga|gammalt?|gamla|stort?|stora|hoga|snabbt)|(hur (mycket|mkt)) (far|fick|sjonk|okade|minskade|steg))\b|^(vilket )?antal\w* |\bvad (ar|var|blev|blir|ligger) ((?!for)\w+ ){0,2}\w*(vardet|siffran|snittet|betyget|poangen|kvoten)\b/,
  ],
  [
    'date',
    new RegExp(
      `(((^|\\| )((och|o|men) )?|\\b(veta|vet|undrar|minns) )nar (?!${subject}\\b|${cases})|\\bvilk(et|a) ar\\b(?! (de|det|den|dom|dessa|vara|mina)\\b)|\\b(vilket|vilka|vilken) (datum|dag|dagar|vecka|veckor|manad|tid|tider|arstid|kvartal|termin)\\b|\\b(hur dags|sedan nar|sen nar|datum)\\b)`,
    ),
  ],
  [
    'name',
    new RegExp(
      `${who}(?!${sharing}) (ar|var)\\b|\\b((va|vad|vilka|vem) (heter|hette)|(efternamn|fornamn)\\w*|namnet pa|vilka (ar|var) (de|dom) (\\w+ )?\\w*(utbilda|forfatta|deltaga|led)(re|rna|arna)|vilken \\w*(person|professor|minister|direktor|chef|politiker|forskare|forfattare))\\b`,
    ),
  ],
  [
    'person',
    new RegExp(`${who}(?!${sharing})|\\b(vilka personer|vilka (sitter|ingar|deltog|valde|tog|skrev|stod))\\b`),
  ],
  [
    'place',
    /(^|\| )(var|vart) (finns|ligger|hittar|kan|ska|far|ar|anmaler|bestaller|hamtar|lamnar|ser|soker|vander|laser|bokar|hander|gar(?! gransen)|halls|holls|fanns|satt|lag|sitter|star|skickar|loggar|rapporterar|registrerar|parkerar|koper)\b|\bvid vilket\b|\b(i|pa|vid|till) vilk(en|et) (\w*lokal|\w*rum|sal|stad|ort|\w*adress|plats|byggnad|hus|vaning)\b|\badressen\b/,
  ],
  ['reason', /\b(varfor|hur kommer det sig)\b/],
  [
    'which',
    /(^|\| )((i|pa|av|fran|till|med|for|hos|inom|under|enligt) )?vilk(en|et|a) (?!(ar|var|ska|kan|har|som|av|bor|far|de|vi|jag)\b)/,
  ],
];

/** "Vilka är riskerna?" asks for no year, though "är" and "år" are the same when folded. */
const areQuestion = /^\s*vilk(a|et) är\s/iu;

/** What fact a question asks for; undefined where it asks for none of these. */
export function factWanted(text: string, words: readonly Word[]): FactType | undefined {
  const clauses = words
    .map(({ folded, start }, at) =>
      /[,.:;!?–\n]| -/.test(text.slice(words[at - 1]?.end ?? start, start)) ? `| ${folded}` : folded,
    )
    .join(' ')
    .replace(/^((hej|men|och|jo|du|snalla|tack|forresten|o) (\| )?)+/, '');
  return questions.find(([type, asks]) => asks.test(clauses) && !(type === 'date' && areQuestion.test(text)))?.[0];
}

/** Words that only say which kind of fact is asked for: "vilken *dag*", "vilket *nummer*". A text that gives the fact has no use for them. */
const kindOf = /^(datum|dag|dagar|ar|artal|manad|vecka|paragraf|paragrafen|\w*nummer)$/;
export const saysKind = (fact: FactType, { folded }: Word): boolean =>
  (fact === 'date' || fact === 'identifier') && kindOf.test(folded);

const months = 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december';
const count =
  'två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton|tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio|hundra|hundratals|tusen|tusentals|hälften|dussin';
const role =
  '\\p{L}*(chef|chefer|chefen|cheferna|direktör(en|er)?|nämnd|nämnden|styrelsen?|ledning|ledningen|grupp|gruppen|avdelning(en)?|fullmäktige|förvaltning(en|ar)?|partiet|delegationen|utskott(et)?|utbildare|ledare|medarbetare|HR|kommitté[nr]?|politiker(na)?)';
const capitalised = '\\p{Lu}\\p{Ll}+(-\\p{Lu}\\p{Ll}+)?';
/** Places and organisations have capital letters, as people do. */
const nobody = 'Region|Västra|Norra|Södra|Östra|Jämtland|Härjedalen|New|Public|Skåne|Gävleborg|Hälso|Sveriges';
const whole = (words: string, flags = 'giu') => new RegExp(`(?<!\\p{L})(${words})(?!\\p{L})`, flags);

/** How each kind looks in a text. Years and case numbers count nothing. */
const looks: Readonly<Record<FactType, RegExp>> = {
  contact: /\S@\S|\d{2,}[ -]\d{2,}[ -]?\d{2}/g,
  form: /https?:|www\.|\.se\b|(?<!\p{L})(mall|blankett|formulär|checklist)/giu,
  identifier: /\d+ ?§|§ ?\d+|\d{4}[:/]\d+|\b[A-ZÅÄÖ]{2,}[ -]?\d+|\d{3,}/g,
  share: new RegExp(
    `\\d ?%|${whole('procent\\p{L}*|hälften|\\p{L}*(tredje|fjärde|tion)del\\p{L}*|andel\\p{L}*').source}`,
    'giu',
  ),
  money: whole('kr|kronor|tkr|mkr|\\p{L}*miljon\\p{L}*|miljard\\p{L}*|sek'),
  duration: new RegExp(
    `(\\d|(?<!\\p{L})(${count}|ett|en|flera|några)) (halvt? )?(minut|timm|dag|veck|månad|år)`,
    'giu',
  ),
  frequency:
    /(?<!\p{L})(varje|gång|gånger|årlig\p{L}*|dagligen|löpande|kontinuerlig\p{L}*|ofta|sällan|regelbund\p{L}*|halvår\p{L}*|kvartal\p{L}*)(?!\p{L})/giu,
  number: new RegExp(`(?<![\\d:/.-])(?!(19|20)\\d\\d(?![\\d%]))\\d[\\d ,.]*(?![\\d:/-])|${whole(count).source}`, 'giu'),
  date: new RegExp(`(?<!\\d)(19|20)\\d\\d(?!\\d)|${whole(months).source}|\\d\\d?/\\d\\d?`, 'giu'),
  name: new RegExp(`(?<!\\p{L})(?!${nobody})${capitalised} (von |af |de )?${capitalised}`, 'gu'),
  person: new RegExp(`(?<=\\p{L},? )${capitalised}|${whole(role).source}`, 'gu'),
  place: /https?:|www\.|\.se\b|\p{Ll} (på|i|hos|vid) \p{Lu}\p{L}*/gu,
  which: /\p{L}+/gu,
  reason: whole('eftersom|därför|på grund av|orsak\\p{L}*|skäl\\p{L}*|anledning\\p{L}*|beror|därmed|för att|då'),
};

/** The positions of facts of this kind in a text, without those that the question (`asked`, its folded words) says itself. */
export const factsIn = (type: FactType, text: string, asked: ReadonlySet<string>): number[] =>
  [...text.matchAll(looks[type])].flatMap(({ 0: found, index }) =>
    wordsOf(found).every(({ folded }) => asked.has(folded)) && /\p{L}|\d/u.test(found) ? [] : [index],
  );
