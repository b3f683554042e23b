import { strFromU8, unzipSync } from 'fflate';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { packApp, readManifest } from '../../src/cli/package';
import { projectRoot } from '../../src/shared/config';

const folder = path.join(projectRoot, 'appPackage');
const appId = '0f6d2a54-3c1b-4e8e-9d57-6b2f1c9e7a10';
const environment = { MICROSOFT_APP_ID: appId };

/** Width, height and RGBA bytes of a PNG of 8-bit RGBA, not interlaced: what Teams takes and these icons are. */
function decodePng(file: Buffer) {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  expect([...file.subarray(24, 29)]).toEqual([8, 6, 0, 0, 0]);
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(data));
  const rows = Array.from({ length: height }, (_, y) => raw.subarray(y * (width * 4 + 1), (y + 1) * (width * 4 + 1)));
  // Only unfiltered rows: an icon saved by another tool needs a real decoder here.
  expect(new Set(rows.map((row) => row[0]))).toEqual(new Set([0]));
  const pixels = rows.flatMap((row) =>
    Array.from({ length: width }, (_, x) => [...row.subarray(1 + x * 4, 5 + x * 4)]),
  );
  return { width, height, pixels };
}

describe('readManifest', () => {
  it('fills in the settings and follows the schema that it names, which lies on disk', async () => {
    const manifest = await readManifest(folder, environment, '1.2.3');
    expect(manifest).toMatchObject({
      id: appId,
      version: '1.2.3',
      bots: [{ botId: appId, scopes: ['personal', 'team', 'groupChat'] }],
      localizationInfo: { defaultLanguageTag: 'sv' },
      composeExtensions: [{ botId: appId, commands: [{ id: 'search', parameters: [{ name: 'query' }] }] }],
      validDomains: [],
    });
    const { $schema } = manifest as { $schema: string };
    const local = `@microsoft/app-manifest/build/json-schemas/${/teams\/v[\d.]+\/.*$/.exec($schema)?.[0]}`;
    expect(existsSync(require.resolve(local))).toBe(true);
  });

  it('has the id of Teams’ developer portal where that is given, and the bot keeps its own', async () => {
    const teamsId = '7a9e3b5c-1d2f-4a6b-8c9d-0e1f2a3b4c5d';
    const manifest = await readManifest(
      folder,
      { ...environment, TEAMS_APP_ID: teamsId, PAGE_HOST: 'a.region.se' },
      '1.0.0',
    );
    expect(manifest).toMatchObject({ id: teamsId, bots: [{ botId: appId }], webApplicationInfo: { id: appId } });
    await expect(readManifest(folder, { ...environment, TEAMS_APP_ID: 'none' }, '1.0.0')).rejects.toThrow(
      'TEAMS_APP_ID är',
    );
  });

  it('offers at most ten starters of at most 128 characters, and does not call the program what it is not', async () => {
    const manifest = (await readManifest(folder, environment, '1.0.0')) as {
      bots: { commandLists: { commands: { title: string; prompt?: string }[] }[] }[];
    };
    const commands = manifest.bots[0]!.commandLists[0]!.commands;
    expect(commands.length).toBeGreaterThan(3);
    expect(commands.length).toBeLessThanOrEqual(10);
    expect(commands.filter((command) => command.title.length > 128)).toEqual([]);
    expect(commands.filter((command) => command.prompt !== undefined && command.prompt !== command.title)).toEqual([]);
    expect(JSON.stringify(manifest)).not.toMatch(/\bAI\b|\$\{\{/);
  });

  it.each([
    [{}, 'MICROSOFT_APP_ID saknas.'],
    [{ MICROSOFT_APP_ID: '  ' }, 'MICROSOFT_APP_ID saknas.'],
    [{ MICROSOFT_APP_ID: 'mitt-id' }, 'MICROSOFT_APP_ID är inget giltigt id.'],
    [
      { ...environment, DEVELOPER_PRIVACY_URL: 'http://region.example' },
      'DEVELOPER_PRIVACY_URL ska börja med https://',
    ],
    [{ ...environment, PAGE_HOST: 'https://coach.region.example' }, 'PAGE_HOST ska vara tjänstens värdnamn'],
    [{ ...environment, DEVELOPER_NAME: 'x'.repeat(33) }, 'DEVELOPER_NAME får vara högst 32 tecken.'],
  ])('refuses %j and names the setting', async (settings, words) => {
    await expect(readManifest(folder, settings, '1.0.0')).rejects.toThrow(words);
  });

  it('offers answers for one person, and commands behind a slash, where that is set', async () => {
    const plain = await readManifest(folder, environment, '1.0.0');
    expect(JSON.stringify(plain)).not.toContain('supportsTargetedMessages');
    const manifest = await readManifest(folder, { ...environment, TARGETED_ANSWERS: 'on' }, '1.0.0');
    expect(manifest).toMatchObject({
      bots: [{ supportsTargetedMessages: true, commandLists: [{}, { triggers: ['mention', 'slash'] }] }],
    });
  });

  it("has HR's page as a tab after the chat where its host is named, with what a sign-in there needs", async () => {
    const manifest = await readManifest(folder, { ...environment, PAGE_HOST: 'coach.region.example' }, '1.0.0');
    expect(manifest).toMatchObject({
      staticTabs: [{ entityId: 'conversations' }, { contentUrl: 'https://coach.region.example/hr' }],
      webApplicationInfo: { id: appId, resource: `api://coach.region.example/${appId}` },
      validDomains: ['coach.region.example'],
    });
  });

  it('has no tab where it is not: it would lead nowhere', async () => {
    const manifest = await readManifest(folder, environment, '1.0.0');
    expect(manifest).not.toHaveProperty('staticTabs');
    expect(manifest).not.toHaveProperty('webApplicationInfo');
  });

  it('takes what the region calls itself, whatever characters that takes', async () => {
    const settings = {
      ...environment,
      DEVELOPER_NAME: 'Region "Exempel" \\ Öst',
      DEVELOPER_TERMS_URL: 'https://region.example/v',
    };
    expect(await readManifest(folder, settings, '1.0.0')).toMatchObject({
      developer: { name: 'Region "Exempel" \\ Öst', termsOfUseUrl: 'https://region.example/v' },
    });
  });

  describe('with a changed manifest', () => {
    let changed: string;
    beforeEach(() => (changed = mkdtempSync(path.join(tmpdir(), 'manifest-'))));
    afterEach(() => rmSync(changed, { recursive: true }));
    const change = (from: string, to: string) => {
      const text = readFileSync(path.join(folder, 'manifest.json'), 'utf8');
      writeFileSync(path.join(changed, 'manifest.json'), text.replace(from, to));
    };

    it('refuses one that breaks its schema', async () => {
      change('"short": "Tillitscoachen"', '"short": "Tillitscoachen för alla chefer i regionen"');
      await expect(readManifest(changed, environment, '1.0.0')).rejects.toThrow('följer inte sitt schema');
    });

    it('refuses a placeholder that it does not know', async () => {
      change('${{APP_VERSION}}', '${{APP_VERSON}}');
      await expect(readManifest(changed, environment, '1.0.0')).rejects.toThrow('okänd inställning: APP_VERSON');
    });
  });
});

describe('packApp', () => {
  it('packs the manifest and the icons that it names, and nothing else', async () => {
    const files = unzipSync(await packApp(folder, environment, '1.0.0'));
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    const manifest = JSON.parse(strFromU8(files['manifest.json']!)) as { id: string; icons: Record<string, string> };
    expect(manifest.id).toBe(appId);
    expect(Object.values(manifest.icons).sort()).toEqual(['color.png', 'outline.png']);
    expect(Buffer.from(files['color.png']!)).toEqual(readFileSync(path.join(folder, 'color.png')));
  });
});

describe('the icons', () => {
  it('has a full square of 192 for colour', () => {
    const { width, height, pixels } = decodePng(readFileSync(path.join(folder, 'color.png')));
    expect([width, height]).toEqual([192, 192]);
    expect(pixels.filter((pixel) => pixel[3] !== 255)).toEqual([]);
  });

  it('has an outline of 32 in white on transparent and nothing else', () => {
    const { width, height, pixels } = decodePng(readFileSync(path.join(folder, 'outline.png')));
    expect([width, height]).toEqual([32, 32]);
    const drawn = pixels.filter((pixel) => pixel[3] !== 0);
    expect(drawn.length).toBeGreaterThan(100);
    expect(drawn.length).toBeLessThan(32 * 32 * 0.6);
    expect(drawn.filter(([r, g, b]) => r !== 255 || g !== 255 || b !== 255)).toEqual([]);
  });
});
