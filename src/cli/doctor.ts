import path from 'node:path';
import { type Config, projectRoot, readConfig } from '../shared/config';
import { checkDisk, checkIndex, checkPackage, checkStore } from './doctor/checkPlace';
import { askForToken, clockFinding, tokenFinding } from './doctor/checkTeams';
import { type Finding, lineOf } from './doctor/finding';
import { runAsCommand } from './runAsCommand';

const entra = 'https://login.microsoftonline.com';

/** Looks at everything that the service needs, and says what to mend. Returns the exit code: 1 where something is wrong. */
export async function run(
  words: readonly string[],
  print: (line: string) => void,
  environment: NodeJS.ProcessEnv,
  {
    authority = entra,
    now = () => new Date(),
    documents = path.join(projectRoot, 'knowledge'),
    indexes,
  }: {
    readonly authority?: string;
    readonly now?: () => Date;
    readonly documents?: string;
    readonly indexes?: string;
  } = {},
): Promise<number> {
  if (words.length) {
    print(
      'npm run doctor   prövar inställningar, databas, sökregister, paket, klocka och inloggning, och säger vad som ska lagas',
    );
    return 1;
  }
  const findings: Finding[] = [];
  const tell = (...more: Finding[]) => {
    findings.push(...more);
    for (const each of more) print(lineOf(each));
  };
  const config = settings(environment, tell);
  if (!config) return 1;
  tell(...(await checkStore(config)), checkDisk(config), checkIndex(documents, indexes ?? config.indexDir));
  tell(await checkPackage(config, environment), ...(await checkTeams(config, authority, now)));
  const wrong = findings.filter(({ remedy }) => remedy !== undefined).length;
  print(wrong ? `${wrong} att laga.` : 'Allt som prövades är bra.');
  return wrong ? 1 : 0;
}

function settings(environment: NodeJS.ProcessEnv, tell: (finding: Finding) => void): Config | undefined {
  const about = 'Inställningarna';
  try {
    const config = readConfig(environment);
    tell({ about, says: config.credentials ? 'de är fullständiga.' : 'lokalt läge, utan inloggning.' });
    return config;
  } catch (error) {
    const says = error instanceof Error ? error.message : 'okänt fel.';
    tell({ about, says, remedy: 'rätta variablerna ovan. De står i docs/operations.md. Resten prövas sedan.' });
    return undefined;
  }
}

async function checkTeams({ credentials }: Config, authority: string, now: () => Date): Promise<Finding[]> {
  if (!credentials) {
    const says = 'prövas inte i lokalt läge.';
    return [
      { about: 'Klockan', says },
      { about: 'Inloggning mot Teams', says },
    ];
  }
  const answer = await askForToken(credentials, authority, now);
  return [clockFinding(answer), tokenFinding(answer, credentials)];
}

if (require.main === module) runAsCommand(run);
