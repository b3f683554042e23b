import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Node's parseArgs, with its complaint in Swedish and how the command is called. @throws an Error of one line. */
export function readArguments<T extends ParseArgsConfig>(config: T, usage: string): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const option = /'(-[^' ]+)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw new Error(`${option ? `Valet ${option}` : 'Det du skrev'} går inte att förstå. ${usage}`);
  }
}
