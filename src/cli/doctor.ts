import path from 'node:path';
import { type Config, projectRoot, readConfig } from '../shared/config';
import { checkDisk, checkIndex, checkPackage, checkStore } from './doctor/checkPlace';
import { askForToken, clockFinding, tokenFinding } from './doctor/checkTeams';
import { type CheckResult, lineOf } from './doctor/checkResult';
import { runAsCommand } from './runAsCommand';
import { cliTexts } from './cliTexts';
import { fill } from '../shared/fill';

const { doctor: texts } = cliTexts;
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
    print(texts.usage);
    return 1;
  }
  const findings: CheckResult[] = [];
  const tell = (...more: CheckResult[]) => {
    findings.push(...more);
    for (const each of more) print(lineOf(each));
  };
  const config = settings(environment, tell);
  if (!config) return 1;
  tell(...(await checkStore(config)), checkDisk(config), checkIndex(documents, indexes ?? config.indexDir));
  tell(await checkPackage(config, environment), ...(await checkTeams(config, authority, now)));
  const wrong = findings.filter(({ remedy }) => remedy !== undefined).length;
  print(wrong ? fill(texts.toMend, { count: wrong }) : texts.allWell);
  return wrong ? 1 : 0;
}

function settings(environment: NodeJS.ProcessEnv, tell: (finding: CheckResult) => void): Config | undefined {
  const { about, complete, local, remedy } = texts.settings;
  try {
    const config = readConfig(environment);
    tell({ about, says: config.credentials ? complete : local });
    return config;
  } catch (error) {
    const says = error instanceof Error ? error.message : texts.unknownFault;
    tell({ about, says, remedy });
    return undefined;
  }
}

async function checkTeams({ credentials }: Config, authority: string, now: () => Date): Promise<CheckResult[]> {
  if (!credentials) {
    const { clock, signIn } = texts;
    return [
      { about: clock.about, says: clock.local },
      { about: signIn.about, says: signIn.local },
    ];
  }
  const answer = await askForToken(credentials, authority, now);
  return [clockFinding(answer), tokenFinding(answer, credentials)];
}

if (require.main === module) runAsCommand(run);
