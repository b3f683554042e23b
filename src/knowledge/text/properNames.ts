import { fold, wordsOf, type Word } from './swedish';

// Lists are needed: "malmö" in small letters is a name, and "Excel" with a capital letter names nobody.

/** Counties, large towns and countries. */
const largePlaces = (
  'Stockholm Uppsala Södermanland Sörmland Östergötland Jönköping Kronoberg Kalmar Gotland Blekinge Skåne Halland Värmland Örebro ' +
  'Västmanland Dalarna Gävleborg Västernorrland Jämtland Härjedalen Västerbotten Norrbotten Göteborg Malmö Lund Helsingborg Linköping Norrköping Västerås Eskilstuna Karlstad Växjö Halmstad Falun Gävle ' +
  'Sundsvall Östersund Umeå Luleå Kiruna Visby Borås Trollhättan Skövde Karlskrona Kristianstad Ystad Nyköping Södertälje ' +
  'Huddinge Danderyd Solna Norge Danmark Finland Island England Tyskland Frankrike Spanien Europa USA Kina'
).split(' ');
/** All other municipalities, and some further places. */
const otherPlaces = (
  'Götaland Norrland Svealand Småland Bohuslän Dalsland Botkyrka Ekerö Haninge Järfälla Lidingö Nynäshamn Norrtälje Nykvarn Sigtuna Sollentuna Sundbyberg ' +
  'Tyresö Täby Väsby Upplands-Bro Vallentuna Vaxholm Värmdö Österåker Nacka Enköping Håbo Heby Knivsta Tierp Älvkarleby Östhammar ' +
  'Gnesta Katrineholm Oxelösund Strängnäs Vingåker Boxholm Finspång Kinda Mjölby Motala Söderköping Vadstena Valdemarsvik Ydre ' +
  'Åtvidaberg Ödeshög Aneby Eksjö Gislaved Gnosjö Mullsjö Nässjö Sävsjö Tranås Vaggeryd Vetlanda Värnamo Alvesta Lessebo Ljungby ' +
  'Markaryd Tingsryd Uppvidinge Älmhult Borgholm Emmaboda Hultsfred Högsby Mönsterås Mörbylånga Nybro Oskarshamn Torsås Vimmerby ' +
  'Västervik Karlshamn Olofström Ronneby Sölvesborg Bjuv Bromölla Burlöv Båstad Eslöv Hässleholm Höganäs Hörby Höör Kävlinge ' +
  'Landskrona Lomma Osby Perstorp Simrishamn Sjöbo Skurup Staffanstorp Svalöv Svedala Tomelilla Trelleborg Vellinge Göinge ' +
  'Åstorp Ängelholm Örkelljunga Falkenberg Hylte Kungsbacka Laholm Varberg Alingsås Bengtsfors Bollebygd Dals-Ed Essunga Falköping ' +
  'Färgelanda Grästorp Gullspång Götene Herrljunga Härryda Karlsborg Kungälv Lerum Lidköping Edet Lysekil Mariestad Mellerud ' +
  'Munkedal Mölndal Orust Partille Skara Sotenäs Stenungsund Strömstad Svenljunga Tanum Tibro Tidaholm Tjörn Tranemo Töreboda ' +
  'Uddevalla Ulricehamn Vårgårda Vänersborg Åmål Öckerö Arvika Filipstad Forshaga Grums Hagfors Hammarö Kristinehamn Munkfors ' +
  'Storfors Sunne Säffle Torsby Årjäng Askersund Degerfors Hallsberg Hällefors Karlskoga Kumla Laxå Lekeberg Lindesberg ' +
  'Ljusnarsberg Arboga Fagersta Hallstahammar Kungsör Köping Norberg Skinnskatteberg Surahammar Avesta Borlänge Gagnef Hedemora ' +
  'Leksand Ludvika Malung-Sälen Orsa Rättvik Smedjebacken Vansbro Älvdalen Bollnäs Hofors Hudiksvall Ljusdal Nordanstig Ockelbo ' +
  'Ovanåker Sandviken Söderhamn Härnösand Kramfors Sollefteå Timrå Örnsköldsvik Bräcke Krokom Ragunda Strömsund Bjurholm Lycksele ' +
  'Nordmaling Norsjö Robertsfors Skellefteå Sorsele Storuman Vindeln Vännäs Åsele Arjeplog Arvidsjaur Gällivare Haparanda ' +
  'Jokkmokk Kalix Pajala Piteå Älvsbyn Överkalix Övertorneå ' +
  'Nederländerna Oslo Köpenhamn Helsingfors London'
).split(' ');
/** In small letters these are ordinary words. */
const capitalPlaces =
  'Ale Mark Vara Sala Mora Nora Berg Kil Boden Eda Flen Habo Hjo Åre Ånge Säter Trosa Klippan Salem Malå Dorotea Vilhelmina'.split(
    ' ',
  );

/** Authorities and organisations, each with its names. */
const organisations = [
  'Sveriges Kommuner och Regioner|Sveriges Kommuner och Landsting|SKR|SKL',
  'Inspektionen för vård och omsorg|IVO',
  'Myndigheten för samhällsskydd och beredskap|MSB',
  'Myndigheten för vård- och omsorgsanalys|Vårdanalys|Vård- och omsorgsanalys',
  'Myndigheten för arbetsmiljökunskap|Mynak',
  'Integritetsskyddsmyndigheten|IMY|Datainspektionen',
  'Arbetsgivarverket',
  'Arbetsmiljöverket',
  'Arbetsförmedlingen',
  'Bolagsverket',
  'Diskrimineringsombudsmannen',
  'E-hälsomyndigheten',
  'Folkhälsomyndigheten',
  'Försvarsmakten',
  'Försäkringskassan',
  'Justitieombudsmannen|JO',
  'Kriminalvården',
  'Lantmäteriet',
  'Läkemedelsverket',
  'Migrationsverket',
  'Pensionsmyndigheten',
  'Polismyndigheten',
  'Riksrevisionen',
  'Skatteverket',
  'Skolverket',
  'Skolinspektionen',
  'Socialstyrelsen',
  'Statskontoret',
  'Statens institutionsstyrelse|SiS',
  'Trafikverket',
  'Transportstyrelsen',
  'Tillitsdelegationen',
  'Vårdförbundet',
  'Läkarförbundet|Sveriges läkarförbund',
  'Akademikerförbundet SSR|SSR',
  'Karolinska institutet|KI',
  'Karolinska universitetssjukhuset|Karolinska',
  'Sahlgrenska universitetssjukhuset|Sahlgrenska',
  'Akademiska sjukhuset',
  'Moderaterna',
  'Socialdemokraterna',
  'Sverigedemokraterna',
  'Centerpartiet',
  'Miljöpartiet',
  'Kristdemokraterna',
  'Liberalerna',
  'Vänsterpartiet',
].map((names) => names.split('|'));
/** Laws that a person may ask about. What others say is no answer to what a law says. */
const laws = [
  'Arbetsmiljölagen|AML',
  'Lagen om anställningsskydd|LAS',
  'Medbestämmandelagen|MBL',
  'Arbetstidslagen',
  'Semesterlagen',
  'Föräldraledighetslagen',
  'Diskrimineringslagen',
  'Förtroendemannalagen',
  'Kommunallagen',
  'Förvaltningslagen',
  'Hälso- och sjukvårdslagen|HSL',
  'Patientsäkerhetslagen',
  'Patientlagen',
  'Socialtjänstlagen|SoL',
  'Offentlighets- och sekretesslagen|OSL',
  'Tryckfrihetsförordningen',
  'Dataskyddsförordningen|GDPR',
].map((names) => names.split('|'));

/** Names so short, or so ordinary, that they count only with a capital letter. */
const capitalOrganisations = new Set([
  'JO',
  'KI',
  'SiS',
  'SSR',
  'LAS',
  'SoL',
  'Karolinska',
  'Moderaterna',
  'Liberalerna',
]);

/** Words with a capital letter that name nobody: tools, meetings, roles, laws. */
const nobody = new Set(
  (
    'teams excel word outlook powerpoint onenote sharepoint microsoft office windows power google copilot chatgpt gpt stratsys ' +
    'heroma apt hr vd it ai bi pm kpi npm lean scrum agil agile swot pdca osa sam ok hen gud chefen nej ja tack hej okej'
  )
    .split(' ')
    .map(fold),
);

/** Whether a folded word (see `fold`) is written with a capital letter but names nobody: a tool, a role, a law. */
export const isNobody = (folded: string): boolean => nobody.has(folded);

/** The key under which a name is looked up. "Dals-Ed" and "dals ed" have the same key. */
export const keyOf = (words: readonly Pick<Word, 'folded'>[]): string => words.map(({ folded }) => folded).join(' ');
const byKey = (names: readonly string[]) => new Map(names.map((name) => [keyOf(wordsOf(name)), name]));
const withoutGenitive = (key: string) => key.replace(/s$/, '');

const large = byKey(largePlaces);
const anyCase = byKey([...largePlaces, ...otherPlaces]);
const withCapital = byKey([...largePlaces, ...otherPlaces, ...capitalPlaces]);

const inMap = (names: ReadonlyMap<string, string>, key: string) => names.get(key) ?? names.get(withoutGenitive(key));

/**
 * Whether a folded word is a place that people also write in small letters. A question about Stockholm is not answered by what
 * Skåne says.
 */
export const isPlace = (folded: string): boolean => inMap(large, folded) !== undefined;

/**
 * The place that a key names, also in the genitive; undefined where it names none. `isCapital` says whether it was written with a
 * capital letter.
 */
export const placeNamed = (key: string, isCapital: boolean): string | undefined =>
  inMap(isCapital ? withCapital : anyCase, key);

/** An organisation's names, and the name that was meant. */
interface Organisation {
  readonly written: string;
  readonly names: readonly string[];
  readonly isLaw: boolean;
}

const organisationNames: ReadonlyMap<string, Organisation> = new Map(
  [...organisations, ...laws].flatMap((names) =>
    names.map((written) => [keyOf(wordsOf(written)), { written, names, isLaw: laws.includes(names) }] as const),
  ),
);

const firstWords = new Set([...organisationNames.keys()].map((key) => key.split(' ')[0]!));
/** A quick test whether a word may begin an organisation's name. Most words do not. */
export const beginsOrganisation = (folded: string): boolean =>
  firstWords.has(folded) || firstWords.has(withoutGenitive(folded));

/**
 * Returns the organisation that a key (`keyOf`) names, also in the genitive; undefined where it names none.
 * `isCapital` says whether the word was written with a capital letter: some names are ordinary words without it.
 */
export function organisationNamed(key: string, isCapital: boolean): Organisation | undefined {
  const found = organisationNames.get(key) ?? organisationNames.get(withoutGenitive(key));
  return found && (isCapital || !capitalOrganisations.has(found.written)) ? found : undefined;
}

/**
 * Whether a folded word ends as the name of an authority or an association does. It counts only where the word has a capital
 * letter.
 */
export const endsAsOrganisation = (folded: string): boolean =>
  /.(verket|kassan|myndigheten|inspektionen|forbundet|partiet|universitet(et)?|sjukhus(et)?|institutet|stiftelsen)s?$/.test(
    folded,
  );

/**
 * Whether a name ends in the s of the genitive. `written` is the name in the text, `last` its last word, `next` the word after
 * it.
 */
export function isGenitive(written: string, last: Word, next?: Word): boolean {
  const { folded } = last;
  if (!folded.endsWith('s')) return false;
  if (/^(kommun|stad|lan|region|landsting|lansting)s$/.test(folded) || /\p{Lu}{2}s$/u.test(written)) return true;
  const known = placeNamed(folded, true) ?? organisationNamed(folded, true)?.written;
  if (known) return fold(known) !== folded;
  if (endsAsOrganisation(folded)) return true;
  // "Ulf Eks syn" names somebody who has something. Other names end in s by themselves.
  return next !== undefined && having.test(next.folded) && !/(fors|nas|as|[iuo]s|ss)$/.test(folded);
}

/** What a person or body in the genitive may have. */
export const having =
  /^(syn|asikt|asikter|tankar|uppfattning|installning|bok|bocker|modell|rad|teori|forskning|arbete|satt)$/;
