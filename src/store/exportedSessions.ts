import { type Database } from './database';
import { type IsoTime } from './schema';
import { sessionStore } from './sessions';

/** What a person did in one session, decrypted, for the export. */
export interface ExportedSession {
  readonly title: string;
  readonly startedAt: IsoTime;
  /** Not finished: what was given is a draft. */
  readonly open?: true;
  readonly given: readonly {
    readonly asked: string;
    readonly words: readonly string[];
    readonly givenAt: IsoTime;
    /** HR may read it, without a name. */
    readonly shared?: true;
  }[];
}

/** All sessions of a person, newest first, decrypted, for the person's own export only. */
export async function sessionsOf(db: Database, serviceKey: Buffer, person: string): Promise<ExportedSession[]> {
  const all = await sessionStore(db, serviceKey, () => new Date()).every(person);
  return all.map(({ title, startedAt, ended, moves }) => ({
    title,
    startedAt,
    ...(!ended && { open: true }),
    given: moves.flatMap(({ given, madeAt }) =>
      Object.values(given).map(({ asked, words, shared }) => ({
        asked,
        words,
        givenAt: madeAt,
        ...(shared && { shared }),
      })),
    ),
  }));
}
