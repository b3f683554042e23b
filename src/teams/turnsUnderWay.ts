import { type Incoming } from '../bot/incoming';

/** Turns of one person at once: more than anybody writes, and few enough that others do not wait. */
const most = 4;

/** A turn that may begin, which must be ended; or one too many, the first of a burst or a later one. */
export type Begun = { readonly may: true; end(): void } | { readonly may: false; readonly isFirst: boolean };

/** The turns under way, by person. */
export interface UnderWay {
  begin(person: string, incoming: Incoming): Begun;
}

/**
 * Counts the turns of each person, and refuses more than `most` at once. Every turn that may begin must call `end`. What Teams
 * tells about chats and teams is never refused.
 */
export function turnsUnderWay(): UnderWay {
  const people = new Map<string, { turns: number; isTold: boolean }>();
  return {
    begin: (person, { kind }) => {
      // Teams tells about chats and teams once, and about many at a time where an administrator installs the bot.
      if (kind !== 'message' && kind !== 'press') return { may: true, end: () => undefined };
      const known = people.get(person) ?? { turns: 0, isTold: false };
      if (known.turns >= most) {
        const isFirst = !known.isTold;
        known.isTold = true;
        return { may: false, isFirst };
      }
      known.turns += 1;
      people.set(person, known);
      return {
        may: true,
        end: () => {
          known.turns -= 1;
          if (!known.turns) people.delete(person);
        },
      };
    },
  };
}
