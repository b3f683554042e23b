import { randomUUID } from 'node:crypto';
import { type Config } from '../shared/config';
import { botStore } from './botStore';
import { campaignResponseStore } from './campaignResponseStore';
import { campaignStore } from './campaignStore';
import { closeDatabase, databaseOf, isHealthy, openDatabase } from './database';
import { hrStore } from './hrStore';
import { outbox } from './outbox';
import { verifyServiceKey } from './personKeys';
import { prune } from './prune';
import { pseudonymiser } from './pseudonym';
import { answerStore, hrQuestionStore, questionStore } from './questionStores';
import { readServiceKey } from './serviceKey';
import { recordSessionMessage, sessionStore } from './sessions';
import { turnStore } from './turnStore';
import { welcomeStore } from './welcomes';

/** Opens the database, and gives each use case the store that its port asks for. `opensAt` tells when something may be sent next. */
export async function openStores(config: Config, now: () => Date, opensAt: () => Date) {
  const db = await openDatabase(databaseOf(config));
  const serviceKey = readServiceKey(config.dataDir, config.serviceKey);
  await verifyServiceKey(db, serviceKey);
  const pseudonymise = pseudonymiser(serviceKey);
  const welcomes = welcomeStore(db, now, opensAt);
  return {
    signLink: pseudonymiser(serviceKey, 'links to documents'),
    sessions: sessionStore(db, serviceKey, now),
    outreach: {
      store: campaignStore(db, serviceKey),
      recordMessage: (person: string, session: string, message: string) =>
        recordSessionMessage(db, person, session, message),
    },
    welcomes,
    bot: {
      ...botStore(db, serviceKey, now),
      questions: questionStore(db, serviceKey, now),
      campaigns: campaignResponseStore(db),
    },
    answers: answerStore(db, serviceKey),
    turns: {
      ...turnStore(db, { now, pseudonymise, opensAt }),
      recordRoster: welcomes.recordRoster,
      nameOf: pseudonymise,
    },
    // In local mode a person signs in with an e-mail.
    hr: {
      ...hrStore(db, now, { signsInByEmail: !config.credentials }),
      asked: hrQuestionStore(db, serviceKey, { now, opensAt }),
    },
    outbox: outbox(db, randomUUID(), config.sendRate),
    isHealthy: () => isHealthy(db),
    prune: (retentionDaysOf: Parameters<typeof prune>[2]) => prune(db, now(), retentionDaysOf, config.questionDays),
    close: () => closeDatabase(db),
  };
}
