import { type CommitmentDeps } from './pressCommitment';
import { type Sender } from './pressGuide';
import { type Reply } from './reply';

/**
 * Adds to each session summary what the person means to do and when the bot asks about it. All other replies stay as they are.
 */
export const withCommitments = (
  deps: CommitmentDeps,
  { person, personal }: Sender,
  replies: readonly Reply[],
): Promise<Reply[]> =>
  Promise.all(
    replies.map(async (reply) => {
      if (!personal || reply.kind !== 'guidance' || reply.guidance.kind !== 'summary') return reply;
      const commitments = await deps.commitments.ofSession(person, reply.guidance.session.id);
      return commitments.length ? { ...reply, commitments } : reply;
    }),
  );

/** Pauses a person's reminders ("pausa påminnelser"), and returns the reply that says so. */
export async function pauseReminders({ commitments, texts }: CommitmentDeps, person: string): Promise<Reply> {
  await commitments.pause(person);
  return { kind: 'notice', text: texts.commitments.paused };
}

/** Turns a person's reminders on again ("slå på påminnelser"), and returns the reply that says so. */
export async function resumeReminders({ commitments, texts }: CommitmentDeps, person: string): Promise<Reply> {
  await commitments.resume(person);
  return { kind: 'notice', text: texts.commitments.resumed };
}
