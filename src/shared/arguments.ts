import { parseArgs, type ParseArgsConfig } from 'node:util';
import { operatorTexts } from './catalogues';
import { fill } from './fill';

/**
 * As Node's parseArgs, with faults in Swedish. `usage` says how the command is called.
 * @throws {Error} of one line, with the usage
 */
export function readArguments<T extends ParseArgsConfig>(config: T, usage: string): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const { arguments: texts } = operatorTexts;
    const option = /'(-[^' ]+)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw new Error(option ? fill(texts.option, { option, usage }) : fill(texts.other, { usage }));
  }
}
