import { readFileSync } from 'node:fs';
import { parse, YAMLError } from 'yaml';
import { Explained } from './failure';

/** The values of a YAML file that people keep. Dates stay texts: they would become moments, in UTC. */
export function readYamlFile(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  try {
    return parse(text, { schema: 'core', logLevel: 'error' });
  } catch (error) {
    const line = error instanceof YAMLError ? error.linePos?.[0].line : undefined;
    throw new Explained(
      `${file}${line === undefined ? '' : `, rad ${line}`}: går inte att läsa som YAML. Se hur raderna ovanför är skrivna; text med kolon ska stå inom "…".`,
      { cause: error },
    );
  }
}

/** The values of a JSON file that people keep. */
export function readJsonFile(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = (error as Error).message.replace(/\s+/g, ' ');
    throw new Explained(
      `${file}: går inte att läsa som JSON (${why}). Rätta det, eller hämta tillbaka filen som den var.`,
      { cause: error },
    );
  }
}
