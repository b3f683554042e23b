import pino, { type DestinationStream, type Logger } from 'pino';
import { correlationId } from './correlation';

/** What a log needs besides the level. */
interface LogOptions {
  /** Without it, standard output. */
  readonly destination?: DestinationStream;
  /** Called with the message of every line at the level error or above. Such messages are fixed sentences of ours. */
  readonly onError?: (message: string) => void;
}

/** pino's number of the level error. */
const error = 50;

/** A JSON line for each event. Every line of one request or one delivery has the same `correlation`. */
export function createLog(level: string, { destination, onError = () => undefined }: LogOptions = {}): Logger {
  const options: pino.LoggerOptions = {
    level,
    mixin: () => {
      const correlation = correlationId();
      return correlation === undefined ? {} : { correlation };
    },
    hooks: {
      logMethod(args, method, number) {
        const message: unknown = args.find((arg) => typeof arg === 'string');
        if (number >= error) onError(typeof message === 'string' ? message : '');
        method.apply(this, args);
      },
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
