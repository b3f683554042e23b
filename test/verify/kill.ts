import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { aFreePort } from '../../tools/aFreePort';
import path from 'node:path';
import { type Channel, memberNamed, startChannel } from '../../tools/localTeams/localTeams';
import { projectRoot } from '../../src/shared/config';
import { filled, hasButton, newestCard } from '../journeys/walk';

type Chat = ReturnType<Channel['conversation']>;

/** People who answer steps at the same time. */
const crowd = 8;
/** The most acknowledged steps of a round before the process is stopped. Some rounds end early, some under full load. */
const mostSteps = 25;

/** What a killed service has promised: the words of steps whose press it had answered. */
export interface Promised {
  /** Person id -> words. */
  readonly words: Map<string, string[]>;
  readonly rounds: number;
  /** Milliseconds from the signal until the process had ended, at most. */
  readonly longest: number;
  /** Milliseconds from each start until the service could be reached, the fastest first. */
  readonly ready: readonly number[];
}

/**
 * Within how many times a bare start of the SDK half of the starts are ready, and all of them. On a quiet machine of two cores a
 * bare start takes half a second. It stands for how fast this machine is now.
 */
export const usualStart = 8;
export const slowestStart = 20;

/** Milliseconds that a process takes which loads only the SDK: the median of three. */
export function bareStart(): number {
  const times = [1, 2, 3].map(() => {
    const begun = performance.now();
    execFileSync(process.execPath, ['-e', "require('botbuilder')"], { cwd: projectRoot });
    return performance.now() - begun;
  });
  return times.sort((one, other) => one - other)[1]!;
}

/** What a test that fails has left running. */
const services = new Set<ChildProcess>();
afterAll(() => services.forEach((service) => service.kill('SIGKILL')));

export async function startService(port: number, env: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const service = spawn(process.execPath, [path.join(projectRoot, 'dist/src/serve.js')], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  services.add(service);
  service.once('exit', () => services.delete(service));
  const said = await Promise.race([once(service.stdout, 'data'), once(service.stderr, 'data')]);
  if (!String(said[0]).includes('http://')) throw new Error(`The service did not start: ${String(said[0])}`);
  return service;
}

/** Milliseconds that the service may take to end after SIGTERM. */
export const longestDrain = 25_000;

/**
 * Stops the service while people answer steps, `rounds` times, and starts it again on the same store. It must start each time. At
 * SIGTERM it must end by itself, in time and well. Returns what it had acknowledged.
 */
export async function killWhileAnswering(
  rounds: number,
  env: Readonly<Record<string, string>>,
  signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL',
): Promise<Promised> {
  const port = await aFreePort();
  const channel = await startChannel({ botUrl: `http://127.0.0.1:${port}/api/messages`, rates: 'none' });
  const people = Array.from({ length: crowd }, (_, n) => memberNamed(`Chef ${n}`));
  const chats = people.map((member) =>
    channel.conversation({ id: `a:${member.name}`, type: 'personal', members: [member] }),
  );
  let longest = 0;
  const ready: number[] = [];
  const words = new Map(people.map(({ aadObjectId }) => [aadObjectId, [] as string[]]));
  try {
    for (let round = 1; round <= rounds; round++) {
      const started = performance.now();
      const service = await startService(port, env);
      ready.push(performance.now() - started);
      let killed = false;
      let left = (round * 7) % (mostSteps + 1);
      let enough = () => {};
      const hasAnswered = new Promise<void>((resolve) => (enough = resolve));
      const acknowledged = () => void (left-- <= 1 && enough());
      if (!left) enough();
      const died = once(service, 'exit');
      const answering = people.map((person, n) =>
        answer(
          channel,
          chats[n]!,
          person,
          `${round}`,
          (word) => {
            words.get(person.aadObjectId)!.push(word);
            acknowledged();
          },
          () => killed,
        ),
      );
      await Promise.race([hasAnswered, Promise.all(answering)]);
      killed = true;
      const told = performance.now();
      service.kill(signal);
      const [code] = (await died) as [number | null];
      const took = performance.now() - told;
      if (signal === 'SIGTERM' && (code !== 0 || took > longestDrain))
        throw new Error(`The service ended with ${code} after ${Math.round(took)} ms in round ${round}.`);
      longest = Math.max(longest, took);
      await Promise.all(answering);
    }
  } finally {
    await channel.close();
  }
  return { words, rounds, longest, ready: ready.sort((one, other) => one - other) };
}

/** One person goes on answering until the service is gone. */
async function answer(
  channel: Channel,
  chat: Chat,
  person: (typeof chat.members)[number],
  round: string,
  acknowledge: (word: string) => void,
  over: () => boolean,
): Promise<void> {
  try {
    await channel.say(chat, person, chat.messages.length ? 'fortsätt' : 'delegering');
    for (let step = 0; !over(); step++) {
      const message = newestCard(chat);
      if (!hasButton(message, 'next')) {
        await channel.say(chat, person, hasButton(message, 'resume') ? 'fortsätt' : 'delegering');
        continue;
      }
      const mark = `${person.name} ${round} ${step}`;
      const inputs = Object.fromEntries(
        Object.entries(filled(message, () => 0)).map(([id, text]) => [id, text.startsWith('Ord om') ? mark : text]),
      );
      const { status, body } = await channel.press(chat, person, 'next', { message, inputs });
      const isCard = (body as { type?: string } | undefined)?.type === 'application/vnd.microsoft.card.adaptive';
      if (status === 200 && isCard && Object.values(inputs).includes(mark)) acknowledge(mark);
    }
  } catch (error) {
    // The service was killed in the middle of it: this step was never acknowledged.
    if (!over()) throw error;
  }
}
