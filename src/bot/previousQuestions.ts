import { type Previous } from '../knowledge/followOn';

/** Who asks, and in which chat. A question from the personal chat is not known in a group. */
interface Asker {
  readonly person: string;
  readonly chat: string;
}

/** The last question of each person in each chat, in memory only and for a short time. */
export interface PreviousQuestions {
  readonly of: (asker: Asker) => Previous | undefined;
  readonly keep: (asker: Asker, asked: Previous) => void;
  /** Forgets what a person has asked, in every chat. */
  readonly forget: (person: string) => void;
}

/** Milliseconds after which a question is forgotten. */
const lifetime = 10 * 60 * 1000;
/** More people than ever ask within ten minutes. */
const most = 10_000;

/**
 * Returns a memory of each person's latest question, in this process only. A question is forgotten after ten minutes, or where
 * there are too many.
 */
export function previousQuestions(now: () => Date): PreviousQuestions {
  /** The oldest first. */
  const kept = new Map<string, { readonly asked: Previous; readonly until: number }>();
  const forgetOld = () => {
    for (const [key, { until }] of kept) {
      if (until > now().getTime() && kept.size <= most) return;
      kept.delete(key);
    }
  };
  return {
    of: (asker) => {
      forgetOld();
      return kept.get(keyOf(asker))?.asked;
    },
    keep: (asker, asked) => {
      const key = keyOf(asker);
      kept.delete(key);
      kept.set(key, { asked, until: now().getTime() + lifetime });
      forgetOld();
    },
    forget: (person) => {
      for (const key of kept.keys()) if ((JSON.parse(key) as string[])[0] === person) kept.delete(key);
    },
  };
}

const keyOf = ({ person, chat }: Asker): string => JSON.stringify([person, chat]);
