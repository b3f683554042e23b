import { randomUUID } from 'node:crypto';
import { type Config } from '../shared/config';
import { botStore } from './botStore';
import { campaignResponseStore } from './campaignResponseStore';
import { campaignStore } from './campaignStore';
import { closeDatabase, databaseOf, isHealthy, openDatabase } from './database';
import { dialogueStore } from './dialogues';
import { orderStore } from './downloads';
import { repeatErasures } from './erasures';
import { documentStore } from './documents';
import { countUse } from './figures';
import { deliveryTotals } from './deliveryTotals';
import { hrStore } from './hrStore';
import { sharedLibrary } from './library';
import { nameMoves } from './nameMoves';
import { readKeyring } from './openKeyring';
import { outbox } from './outbox';
import { ownDataStore } from './ownData';
import { prune } from './prune';
import { pruneSessions } from './pruneSessions';
import { pseudonymiser } from './pseudonym';
import { answerStore, hrQuestionStore, questionStore } from './questionStores';
import { findVersion } from './questionSets';
import { commitmentStore, reminderStore } from './reminders';
import { recordSentMessage } from './sessionMessages';
import { sessionStore } from './sessions';
import { shareStore } from './shares';
import { turnStore } from './turnStore';
import { welcomeStore } from './welcomes';

/**
 * Opens the database, and gives each use case the store that its port asks for. `opensAt` gives the next moment when something
 * may be sent.
 * @throws {Explained} one Swedish line for the operator
 */
export async function openStores(config: Config, now: () => Date, opensAt: () => Date) {
  const db = await openDatabase(databaseOf(config));
  const serviceKey = await readKeyring(db, config);
  await nameMoves(db, serviceKey);
  const erasing = { db, serviceKey, listFile: config.erasuresFile };
  const erasedAnew = await repeatErasures(erasing);
  const pseudonymise = pseudonymiser(serviceKey);
  const welcomes = welcomeStore(db, now, opensAt);
  return {
    signLink: pseudonymiser(serviceKey, 'links to documents'),
    findVersion: (at: Parameters<typeof findVersion>[1]) => findVersion(db, at),
    signCalendarLink: pseudonymiser(serviceKey, 'links to calendar files'),
    sessions: sessionStore(db, serviceKey, now),
    /** People whom a restored database had brought back. */
    erasedAnew,
    orders: orderStore(db, now),
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
      dialogues: dialogueStore(db, serviceKey, now),
      ownData: ownDataStore(erasing, now),
      shares: shareStore(db, serviceKey, now),
      campaigns: campaignResponseStore(db, serviceKey),
      commitments: commitmentStore(db, serviceKey, now),
    },
    answers: answerStore(db, serviceKey),
    reminders: reminderStore(db, serviceKey),
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
    deliveryTotals: () => deliveryTotals(db, now()),
    prune: (daysOfFlow: (flow: string) => number | undefined) => {
      const { sessionDays } = config.retention;
      const daysOf = (flow: string) => Math.min(daysOfFlow(flow) ?? sessionDays, sessionDays);
      return prune(db, now(), () => pruneSessions(db, serviceKey, now(), daysOf), config.retention);
    },
    close: () => closeDatabase(db),
  };
}

export type Stores = Awaited<ReturnType<typeof openStores>>;
