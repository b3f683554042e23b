import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { isRehearsal, type Flow, type Source } from '../../src/coaching/flow';
import { projectRoot } from '../../src/shared/config';
import { foldersIn, loadGuides, sourcesOf, type Guides } from '../../src/bot/guides';
import { readTexts } from '../../src/shared/texts';
import { readArguments } from '../../src/shared/arguments';
import { flowchart } from './flowchart';
import { sceneChart } from './sceneChart';
import { walk, type Walker } from './walk';

const usage = `Så här: npm run flow --
  check     kontrollerar att guiderna går att använda och att varje citat står i sitt dokument
  ID        går igenom en guide i terminalen; /tillbaka, /paus och /avbryt fungerar. Inget sparas
  draw ID   ritar guidens steg, eller övningens scener och repliker, som ett Mermaid-diagram
  draw --all   ritar alla guider och övningar i docs/guides/`;

type Terminal = Pick<Walker, 'read' | 'show'>;

/**
 * Runs `check | ID | draw ID | draw --all [--folder FOLDER]`. Returns the exit code: 0 when all is well, 1 when something must be
 * mended.
 */
export async function run(args: string[], { read, show }: Terminal): Promise<number> {
  try {
    const options = { folder: { type: 'string' }, all: { type: 'boolean' } } as const;
    const { values, positionals } = readArguments({ args, allowPositionals: true, options }, usage);
    const draws = positionals[0] === 'draw';
    const [id, ...others] = draws ? positionals.slice(1) : positionals;
    const drawsAll = draws && !id && !!values.all;
    if ((!id && !drawsAll) || others.length || (values.all && !drawsAll)) throw new Error(usage);
    const folders = values.folder ? { guides: values.folder } : foldersIn(path.join(projectRoot, 'cards'));
    const guides = loadGuides(folders, path.join(projectRoot, 'knowledge'));
    if (drawsAll) {
      drawAll(guides);
      return 0;
    }
    const flow = guides.flows.get(id!);
    if (!flow && !draws && id === 'check') check(guides, show);
    else if (!flow) throw new Error(`Guiden ${id} finns inte. Guiderna heter ${[...guides.flows.keys()].join(', ')}.`);
    else if (draws) show(chartOf(flow));
    else await walk(flow, { read, show, texts: readTexts(path.join(projectRoot, 'cards')).coaching, sourceLine });
    return 0;

    function sourceLine(source: Source): string {
      const { publisher, title, date } = guides.sourceOf(source)!.document;
      return [publisher, title, date?.slice(0, 4) ?? 'odaterad'].join(', ');
    }
  } catch (error) {
    show(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

const chartOf = (flow: Flow): string => (isRehearsal(flow) ? sceneChart(flow) : flowchart(flow));

/** The folder of the drawings of all guides and rehearsals. */
export const drawings = path.join(projectRoot, 'docs/guides');

/** A guide's drawing as a page that GitHub and GitLab show as a picture. */
export const drawingOf = (flow: Flow): string =>
  `# ${flow.title}\n\n${flow.purpose}\n\n\`\`\`mermaid\n${chartOf(flow)}\n\`\`\`\n`;

/** Draws all guides and rehearsals again, and removes the drawings of those that no longer exist. */
function drawAll({ guides, rehearsals }: Guides): void {
  rmSync(drawings, { recursive: true, force: true });
  mkdirSync(drawings, { recursive: true });
  for (const flow of [...guides, ...rehearsals]) writeFileSync(path.join(drawings, `${flow.id}.md`), drawingOf(flow));
}

function check({ flows }: Guides, show: Terminal['show']): void {
  for (const flow of flows.values()) {
    const steps = flow.cards.flatMap((card) => card.steps).length;
    show(`${flow.id}: ${flow.title} · ${flow.cards.length} kort · ${steps} steg · ${sourcesOf(flow).length} citat`);
  }
  show('Guiderna går att använda, och varje citat står ordagrant i sitt dokument.');
}

if (require.main === module) {
  const lines = createInterface({ input: process.stdin });
  const typed = lines[Symbol.asyncIterator]();
  const read = async (prompt: string) => {
    process.stdout.write(prompt);
    const next = await typed.next();
    // Lines out of a file are not seen typed.
    process.stdout.write(process.stdin.isTTY || next.done ? '\n' : `${next.value}\n\n`);
    return next.done ? undefined : next.value;
  };
  void run(process.argv.slice(2), { read, show: (text) => process.stdout.write(`${text}\n\n`) }).then((code) => {
    process.exitCode = code;
    lines.close();
  });
}
