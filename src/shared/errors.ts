import { operatorTexts } from './catalogues';
import { fill } from './fill';
import { inSources } from './sourcePlaces';

/**
 * An error whose message is written for the person at the terminal: what happened, where, and the remedy. It is marked by a
 * property, because an error that leaves a thread keeps its properties and loses its class.
 */
export class Explained extends Error {
  readonly isExplained = true;
}

/** Whether an error's message may be shown as it is to the person at the terminal. */
export const isExplained = (error: unknown): error is Explained =>
  (Object(error) as Partial<Explained>).isExplained === true;

/** Why a start failed, for the person at the terminal: one sentence where we know the cause, else everything that is known. */
export function explainStart(error: unknown, port: number | undefined): string {
  const { start } = operatorTexts;
  const { code, syscall } = Object(error) as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE' && syscall === 'listen') return fill(start.portTaken, { port: String(port) });
  if (code === 'EACCES' && syscall === 'listen') return fill(start.portRefused, { port: String(port) });
  if (isExplained(error)) return error.message;
  return `${start.unknown}\n${stackOf(error)}`;
}

/** Whether an error comes from a fault in the code. SQL that the database cannot read is one too. */
export const isProgramFault = (error: unknown): boolean =>
  [TypeError, ReferenceError, RangeError, SyntaxError].some((kind) => error instanceof kind) ||
  (Object(error) as { code?: unknown }).code === 'SQLITE_ERROR';

const stackOf = (error: unknown): string =>
  error instanceof Error
    ? [inSources(error.stack ?? error.message), ...(error.cause === undefined ? [] : [stackOf(error.cause)])].join('\n')
    : String(error);

/** An error as a log may hold it: its name and its stack, without the message, which may quote what a person wrote. */
export function safeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const stack = error.stack ?? '';
  const afterMessage = stack.slice(stack.indexOf(error.message) + error.message.length);
  const frames = afterMessage.split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.map(inSources)].join('\n');
}
