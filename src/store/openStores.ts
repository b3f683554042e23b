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
  return {
    pseudonymise,
    sessions: sessionStore(db, serviceKey, now),
    recordSessionMessage: (person: string, session: string, message: string) =>
      recordSessionMessage(db, person, session, message),
    campaigns: campaignStore(db, serviceKey),
    campaignResponses: campaignResponseStore(db),
    welcomes: welcomeStore(db, now, opensAt),
    bot: botStore(db, serviceKey, now),
    turns: turnStore(db, { now, pseudonymise, opensAt }),
    // In local mode a person signs in with an e-mail.
    hr: hrStore(db, now, { signsInByEmail: !config.credentials }),
    outbox: outbox(db, randomUUID(), config.sendRate),
    isHealthy: () => isHealthy(db),
    prune: (retentionDaysOf: Parameters<typeof prune>[2]) => prune(db, now(), retentionDaysOf),
    close: () => closeDatabase(db),
  };
}
