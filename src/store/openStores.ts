import { randomUUID } from 'node:crypto';
import { type Config } from '../shared/config';
import { botStore } from './botStore';
import { campaignResponseStore } from './campaignResponseStore';
import { campaignStore } from './campaignStore';
import { closeDatabase, databaseOf, isHealthy, openDatabase } from './database';
import { documentStore } from './documents';
import { countUse } from './figures';
import { hrStore } from './hrStore';
import { sharedLibrary } from './library';
import { nameMoves } from './nameMoves';
import { outbox } from './outbox';
import { verifyServiceKey } from './personKeys';
import { prune } from './prune';
import { pruneSessions } from './pruneSessions';
import { pseudonymiser } from './pseudonym';
import { answerStore, hrQuestionStore, questionStore } from './questionStores';
import { findVersion } from './questionSets';
import { readServiceKey } from './serviceKey';
import { recordSentMessage } from './sessionMessages';
import { sessionStore } from './sessions';
import { turnStore } from './turnStore';
import { welcomeStore } from './welcomes';

/** Opens the database, and gives each use case the store that its port asks for. `opensAt` tells when something may be sent next. */
export async function openStores(config: Config, now: () => Date, opensAt: () => Date) {
  const db = await openDatabase(databaseOf(config));
  const serviceKey = readServiceKey(config.dataDir, config.serviceKey);
  await verifyServiceKey(db, serviceKey);
  await nameMoves(db, serviceKey);
  const pseudonymise = pseudonymiser(serviceKey);
  const welcomes = welcomeStore(db, now, opensAt);
  return {
    signLink: pseudonymiser(serviceKey, 'links to documents'),
    findVersion: (at: Parameters<typeof findVersion>[1]) => findVersion(db, at),
    sessions: sessionStore(db, serviceKey, now),
    outreach: {
      store: campaignStore(db, serviceKey),
      recordMessage: (person: string, session: string, message: string) =>
        recordSentMessage(db, serviceKey, { person, session, message }),
    },
    library: { shared: sharedLibrary(db, now), documents: documentStore(db, now) },
    welcomes,
    bot: {
      ...botStore(db, serviceKey, now),
      questions: questionStore(db, serviceKey, now),
      campaigns: campaignResponseStore(db, serviceKey),
    },
    answers: answerStore(db, serviceKey),
    turns: {
      ...turnStore(db, { now, serviceKey, pseudonymise, opensAt }),
      recordRoster: welcomes.recordRoster,
      nameOf: pseudonymise,
    },
    // In local mode a person signs in with an e-mail.
    hr: {
      ...hrStore(db, now, { signsInByEmail: !config.credentials }),
      countUse: () => countUse(db, serviceKey),
      asked: hrQuestionStore(db, serviceKey, { now, opensAt }),
    },
    outbox: outbox(db, randomUUID(), config.sendRate),
    isHealthy: () => isHealthy(db),
    prune: (retentionDaysOf: Parameters<typeof pruneSessions>[3]) =>
      prune(db, now(), () => pruneSessions(db, serviceKey, now(), retentionDaysOf), config.questionDays),
    close: () => closeDatabase(db),
  };
}
