import { wordsOf, type Word } from '../text/swedish';

/** Whether a sentence allows something, demands it or calls it necessary, and whether it denies that. */
interface Stance {
  readonly about: 'permission' | 'duty' | 'need';
  readonly isDenied: boolean;
}

const verbs: readonly (readonly [Stance['about'], RegExp])[] = [
  ['permission', /^(far|kan|tillatet|tillaten|tillatna|tillats|tillater|okej|ok|medges)$/],
  ['duty', /^(ska|skall|maste|bor)$/],
  ['need', /^(behover|kravs|behovs|obligatorisk|obligatoriskt|obligatoriska)$/],
];
/** Which stances a negated stance contradicts. "Ska inte" contradicts "får"; "behöver inte" forbids nothing. */
const denies: Record<Stance['about'], readonly Stance['about'][]> = {
  permission: ['permission', 'duty'],
  duty: ['permission', 'duty', 'need'],
  need: ['need', 'duty'],
};

const denial = /^(inte|ej|aldrig|inga|ingen|inget|icke)$/;
/** "Inte bara" and "inte minst" negate nothing. */
const noDenial = /^(bara|enbart|minst|heller|sallan)$/;
const forbidden = /^(forbjud\p{L}*|otillat\p{L}*)$/u;
/** "Får inte … utan att", "ska inte … om inte": allowed after all, in another way. */
const exception = /\b(utan att|om inte|forran|savida|undantag|undantagsfall)\b/;
/** The most words between a verb and its negation: "får du som chef inte". */
const reach = 4;

/** Whether one of two sentences contradicts the other. The caller makes sure that both are about the same subject. */
export function contradicts(one: string, other: string): boolean {
  const [first, second] = [wordsOf(one), wordsOf(other)];
  if ([first, second].some((words) => exception.test(folded(words).join(' ')))) return false;
  return (
    stancesDiffer(stanceOf(folded(first)), stanceOf(folded(second))) ||
    deniesVerb(first, second) ||
    deniesVerb(second, first)
  );
}

const folded = (words: readonly Word[]): string[] => words.map((word) => word.folded);

function stancesDiffer(first?: Stance, second?: Stance): boolean {
  if (!first || !second || first.isDenied === second.isDenied) return false;
  const [denied, said] = first.isDenied ? [first, second] : [second, first];
  return denies[denied.about].includes(said.about);
}

/** The first stance of a sentence; undefined where it has none. */
function stanceOf(words: readonly string[]): Stance | undefined {
  if (words[0] === 'nej') return { about: 'permission', isDenied: true };
  if (words[0] === 'ja' || words[0] === 'jo') return { about: 'permission', isDenied: false };
  if (words.some((word) => forbidden.test(word))) return { about: 'permission', isDenied: true };
  for (const [at, word] of words.entries()) {
    const about = verbs.find(([, form]) => form.test(word))?.[0];
    if (!about) continue;
    const near = words.slice(Math.max(0, at - 1), at + 1 + reach);
    return { about, isDenied: near.some((_, nth) => isDenial(near, nth)) };
  }
  return undefined;
}

const isDenial = (words: readonly string[], at: number): boolean =>
  denial.test(words[at] ?? '') && !noDenial.test(words[at + 1] ?? '');

/** Whether one sentence says "anmäls inte" of what the other says "anmäls" of. */
function deniesVerb(denying: readonly Word[], saying: readonly Word[]): boolean {
  if (folded(saying).some((_, at, all) => isDenial(all, at))) return false;
  return folded(denying).some((_, at, all) => {
    const verb = denying[at - 1];
    return (
      isDenial(all, at) && verb !== undefined && isPlainVerb(verb) && saying.some((word) => word.folded === verb.folded)
    );
  });
}

/** Verbs in the present tense, active or passive. Verbs that allow or demand are compared elsewhere. */
const isPlainVerb = ({ folded: word }: Word): boolean =>
  (/(r|s)$/.test(word) || word === 'ar') && !verbs.some(([, form]) => form.test(word)) && word.length >= 2;
