import { AppManifestUtils, type AppManifest } from '@microsoft/app-manifest';
import { strToU8, zipSync } from 'fflate';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../shared/config';
import { isFolder, makeFolder, writingIn } from '../shared/folder';
import { OnOrOff, PageHost } from '../shared/settings';
import { readArguments } from '../shared/arguments';
import { runAsCommand } from './runAsCommand';
import { cliTexts } from './cliTexts';
import { fill } from '../shared/fill';

type Environment = Readonly<Record<string, string | undefined>>;

const { package: texts } = cliTexts;

const Web = z
  .string()
  .url(texts.notAddress)
  .refine((address) => address.startsWith('https://'), texts.notHttps);
const home = 'https://region.example/tillitscoachen';

/** The settings that the package needs. Teams shows the addresses to people who look at the app. */
const Settings = z.object({
  MICROSOFT_APP_ID: z.string({ required_error: texts.noAppId }).uuid(texts.badAppId),
  TEAMS_APP_ID: z.string().uuid(texts.badTeamsId).optional(),
  DEVELOPER_NAME: z.string().max(32, texts.longName).default(texts.usualName),
  DEVELOPER_WEBSITE_URL: Web.default(home),
  DEVELOPER_PRIVACY_URL: Web.default(`${home}/integritet`),
  DEVELOPER_TERMS_URL: Web.default(`${home}/villkor`),
  PAGE_HOST: PageHost,
  TARGETED_ANSWERS: OnOrOff,
});

/** A setting or a manifest that cannot be used, in words for the person who packs. */
export class PackageError extends Error {}

/** The manifest with the settings filled in, valid by the schema that it names (read from disk, no network). @throws {PackageError} */
export async function readManifest(folder: string, environment: Environment, version: string): Promise<AppManifest> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const settings = Settings.safeParse(given);
  if (!settings.success)
    throw new PackageError(settings.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'));
  // Teams' developer portal may give an app its own id. Without it, the id in Entra ID is used for both.
  const { PAGE_HOST = '', TARGETED_ANSWERS, TEAMS_APP_ID = settings.data.MICROSOFT_APP_ID, ...named } = settings.data;
  const values: Environment = { ...named, PAGE_HOST, TEAMS_APP_ID, APP_VERSION: version };
  const template = readFileSync(path.join(folder, 'manifest.json'), 'utf8');
  const filled = template.replace(/\$\{\{(\w+)\}\}/g, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) throw new PackageError(fill(texts.unknownSetting, { name }));
    return JSON.stringify(value).slice(1, -1);
  });
  const written = JSON.parse(filled) as Record<string, unknown>;
  const targeting = TARGETED_ANSWERS ? withTargetedMessages(written) : written;
  const manifest = withPage(targeting, PAGE_HOST !== '') as unknown as AppManifest;
  const problems = await AppManifestUtils.validateAgainstSchema(manifest);
  if (problems.length) throw new PackageError([texts.againstSchema, ...problems].join('\n'));
  return manifest;
}

/** Without a host for HR's page there is no tab, because a tab that leads nowhere would be worse. */
function withPage(manifest: Record<string, unknown>, hasPage: boolean): Record<string, unknown> {
  if (hasPage) return manifest;
  const { staticTabs, webApplicationInfo, ...rest } = manifest;
  return { ...rest, validDomains: [] };
}

/** Where answers in groups are for one person, Teams is told so. It then also offers the commands in groups. */
function withTargetedMessages(manifest: Record<string, unknown>): Record<string, unknown> {
  const bots = manifest.bots as { commandLists: { scopes: string[] }[] }[];
  const both = { triggers: ['mention', 'slash'] };
  return {
    ...manifest,
    bots: bots.map((bot) => ({
      ...bot,
      supportsTargetedMessages: true,
      commandLists: bot.commandLists.map((list) => (list.scopes.includes('groupChat') ? { ...list, ...both } : list)),
    })),
  };
}

/**
 * Returns the bytes of the zip that an administrator uploads to Teams: the manifest and the two icons that it names.
 * @throws {PackageError} where a setting is missing or the manifest is not valid
 */
export async function packApp(folder: string, environment: Environment, version: string): Promise<Uint8Array> {
  const manifest = await readManifest(folder, environment, version);
  const icon = (name: string) => new Uint8Array(readFileSync(path.join(folder, name)));
  return zipSync({
    'manifest.json': strToU8(JSON.stringify(manifest, undefined, 2)),
    'color.png': icon('color.png'),
    'outline.png': icon('outline.png'),
  });
}

/** Writes the package into data/, or into the file that `--out` names. Returns the exit code. @throws {PackageError} {Explained} */
export async function run(
  words: readonly string[],
  print: (line: string) => void,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const { out } = readArguments({ args: [...words], options: { out: { type: 'string' } } }, texts.usage).values;
  const file = path.resolve(out ?? path.join(projectRoot, 'data', 'tillitscoachen.zip'));
  if (isFolder(file)) throw new PackageError(fill(texts.isFolder, { file }));
  const { version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string };
  const zip = await packApp(path.join(projectRoot, 'appPackage'), environment, version);
  writingIn(path.dirname(file), () => {
    makeFolder(path.dirname(file));
    writeFileSync(file, zip);
  });
  print(fill(texts.done, { file }));
  if (!environment.PAGE_HOST) print(texts.noPage);
  if (!environment.DEVELOPER_WEBSITE_URL) print(texts.examples);
  return 0;
}

if (require.main === module) runAsCommand(run);
