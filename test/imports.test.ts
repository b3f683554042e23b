import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../src/shared/config';
import { brokenRules } from './brokenRules';

const files = ['src', 'tools'].flatMap((folder) =>
  readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => path.join(projectRoot, folder, name)),
);

/** The files of ours that a file imports, types too. */
const importedBy = (file: string): string[] =>
  ts
    .preProcessFile(readFileSync(file, 'utf8'))
    .importedFiles.map(({ fileName }) => path.resolve(path.dirname(file), `${fileName}.ts`))
    .filter((name) => files.includes(name));

describe('imports', () => {
  it('go round in no circle, of types neither', () => {
    const imports = new Map(files.map((file) => [file, importedBy(file)]));
    const finished = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) {
        const circle = [...way.slice(way.indexOf(file)), file];
        circles.push(circle.map((each) => path.relative(projectRoot, each)).join(' -> '));
        return;
      }
      if (finished.has(file)) return;
      for (const imported of imports.get(file) ?? []) visit(imported, [...way, file]);
      finished.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('of a Teams SDK stand in three files', () => {
    const isSdk = ({ fileName }: { fileName: string }) =>
      /^(botbuilder|botframework|@microsoft\/(teams-ai|agents))/.test(fileName);
    const importers = files.filter((file) => ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles.some(isSdk));
    expect(importers.map((file) => path.relative(projectRoot, file)).filter((file) => file.startsWith('src/'))).toEqual(
      ['src/teams/sdk/adapter.ts', 'src/teams/sdk/application.ts', 'src/teams/sdk/botbuilderChannel.ts'],
    );
  });

  it('are an allow-list that ESLint holds', () => {
    const forbidden = [
      ['src/knowledge/example.ts', '../teams/bot'],
      ['src/knowledge/text/swedish.ts', '../answer'],
      ['src/coaching/flow.ts', '../store/database'],
      ['src/campaigns/campaign.ts', '../coaching/flow'],
      ['src/bot/commands.ts', '../outreach/scheduler'],
      ['src/store/database.ts', '../teams/bot'],
      ['src/main.ts', './cli/ask'],
      ['src/shared/texts.ts', '../main'],
      ['src/cards/render.ts', '../../tools/chat'],
      ['src/bot/commands.ts', 'botbuilder'],
      ['src/teams/turn.ts', 'botbuilder'],
      ['src/teams/incoming.ts', '@microsoft/agents-hosting'],
      ['src/teams/messenger.ts', './sdk/adapter'],
      ['src/teams/sdk/application.ts', '../../bot/conversation'],
      ['src/hr/groups.ts', 'kysely'],
    ];
    const allowed = [
      ['src/knowledge/answer.ts', './ranking/quote'],
      ['src/bot/commands.ts', '../shared/texts'],
      ['src/teams/sdk/adapter.ts', 'botbuilder'],
      ['src/teams/sdk/application.ts', '../channel'],
    ];
    const found = brokenRules(
      [...forbidden, ...allowed].map(([file, imported]) => [
        file!,
        `import { x } from '${imported}';\nexport const y = x;\n`,
      ]),
    );
    const broken = ([file, imported]: string[], at: number) => [file, imported, found[at]!.length > 0];
    expect([...forbidden, ...allowed].map(broken)).toEqual([
      ...forbidden.map((each) => [...each, true]),
      ...allowed.map((each) => [...each, false]),
    ]);
  });
});
