import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { foldersIn, readGuides } from '../../../src/bot/guides';
import { drawingOf, drawings, run } from '../../../tools/flow/flow';
import { projectRoot } from '../../../src/shared/config';

const flows = path.join(projectRoot, 'cards/flows');
/** By itself: there is no guide to go on to. */
const good = readFileSync(path.join(flows, 'delegering.yaml'), 'utf8').replace(/^next: .*\n/m, '');
const folder = mkdtempSync(path.join(tmpdir(), 'guides-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What stands in the terminal after these lines, and the exit code. */
async function typed(args: readonly string[], lines: readonly string[] = []) {
  const left = [...lines];
  const shown: string[] = [];
  const code = await run([...args], {
    read: (prompt) => {
      const line = left.shift();
      shown.push(`${prompt}${line ?? ''}`);
      return Promise.resolve(line);
    },
    show: (text) => void shown.push(text),
  });
  return { code, shown, screen: shown.join('\n').replace(/\s+/g, ' ') };
}

const inFolder = (files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return ['--folder', folder];
};

describe('npm run flow -- check', () => {
  it('tells a line for each guide, and passes the product’s own', async () => {
    const { code, shown } = await typed(['check']);
    expect(code).toBe(0);
    const ids = shown.map((line) => line.split(':')[0]);
    expect(ids).toEqual(expect.arrayContaining(['delegering', 'vad-forordar-du', 'tydliga-ramar']));
    const files = ['flows', 'reflections', 'rehearsals', 'invitations'].flatMap((name) =>
      readdirSync(path.join(projectRoot, 'cards', name)),
    );
    // The last line says that all is well.
    expect([...ids.slice(0, -1)].sort()).toEqual(files.map((name) => path.basename(name, '.yaml')).sort());
    expect(shown[0]).toMatch(/^delegering: Lämna över ett uppdrag · 8 kort · \d+ steg · 8 citat$/);
  });

  it('fails on a quote that does not stand in its document', async () => {
    const wrong = good.replace('quote: ge och ta delegering', 'quote: ge och ta uppdrag');
    const { code, screen } = await typed(['check', ...inFolder({ 'delegering.yaml': wrong })]);
    expect(code).toBe(1);
    expect(screen).toContain('”ge och ta uppdrag” står inte i gavleborg-goda-exempel');
  });

  it('fails on a guide that leads to itself or to none that there is', async () => {
    const wrong = good.replace(/^steps:/m, 'next: [delegering, vana]\nsteps:');
    const { code, screen } = await typed(['check', ...inFolder({ 'delegering.yaml': wrong, 'annan.yaml': good })]);
    expect(code).toBe(1);
    expect(screen).toContain('delegering.yaml: next är delegering. Tillåtet: annan.');
    expect(screen).toContain('delegering.yaml: next är vana. Tillåtet: annan.');
  });

  it('fails on files that are no guides, with the faults of all', async () => {
    const files = { 'delegering.yaml': good.replace('kind: date', 'kind: day'), 'tom.yaml': 'title: Tom' };
    const { code, screen } = await typed(['check', ...inFolder(files)]);
    expect(code).toBe(1);
    expect(screen).toMatch(/delegering\.yaml, rad \d+: kind är fel.*tom\.yaml, rad 1: purpose saknas/);
  });
});

describe('npm run flow -- ID', () => {
  it('walks a guide to its summary, with the words of the manager’s choices and the sources on the way', async () => {
    const lines = ['2', 'Nytt system', 'Vänta', 'Byta', '', 'Lugnt', 'Dyrt', '2', 'Det är dags', '', '2030-01-15'];
    const { code, screen } = await typed(['vad-forordar-du'], lines);
    expect(code).toBe(0);
    expect(screen).toContain('steg 7 av 7');
    expect(screen).toMatch(/Källa: ”felaktiga beslut .*” \(Region Gävleborg, .*, 2022\)/);
    expect(screen).toMatch(
      /Beslutet: Nytt system Alternativ: • Vänta Konsekvenser: Lugnt • Byta \(Förordas\) Konsekvenser: Dyrt Varför: Det är dags Uppföljning: tisdag 15 januari 2030$/,
    );
  });

  it('goes back and on with what was given, pauses, and waits no longer than Enter', async () => {
    const lines = ['1', 'Schemat', '/tillbaka', '', '', '4', '', '', '', '/paus', '', '1'];
    const { shown, screen } = await typed(['vad-forordar-du'], lines);
    expect(shown.filter((text) => text.startsWith('Vad gäller frågan?'))).toHaveLength(2);
    expect(screen).toMatch(/Guiden väntar till .* Enter fortsätter: /);
    expect(screen).toContain('Guiden är pausad. Enter fortsätter: ');
    expect(screen).toMatch(/Frågan: Schemat Mandat: Vet inte Kom med förslaget: Medarbetaren$/);
  });

  it('tells what is wrong and asks again', async () => {
    const lines = ['1', '', 'Schemat', '/avbryt'];
    const { screen } = await typed(['vad-forordar-du'], lines);
    expect(screen).toContain('Det här steget behöver ett svar');
    expect(screen).toMatch(/Frågan: Schemat$/);
  });

  it('ends where the lines end', async () => {
    expect((await typed(['delegering'])).code).toBe(0);
    expect((await typed(['delegering'], ['Schemat', 'Invånaren'])).screen).toMatch(
      /Uppdrag: Schemat Syfte: Invånaren$/,
    );
  });

  it('lists the guides there are when it does not know one, and says how it is used', async () => {
    const unknown = expect.stringMatching(
      /^Guiden toString finns inte\. Guiderna heter delegering, .*vad-forordar-du, .*tio-ganger, inbjudan-ny-som-chef\.$/,
    ) as string;
    expect(await typed(['toString'])).toMatchObject({ code: 1, screen: unknown });
    expect(await typed(['draw', 'toString'])).toMatchObject({ code: 1, screen: unknown });
    for (const args of [[], ['draw'], ['check', 'delegering'], ['--fil', 'x']]) {
      const { code, screen } = await typed(args);
      expect([code, screen]).toEqual([1, expect.stringContaining('npm run flow --')]);
    }
  });
});

describe('npm run flow -- draw --all', () => {
  it('has drawn every guide and rehearsal as it is now; run it where this fails', () => {
    const { guides, rehearsals } = readGuides(foldersIn(path.join(projectRoot, 'cards')));
    const drawn = [...guides, ...rehearsals];
    expect(readdirSync(drawings).sort()).toEqual(drawn.map(({ id }) => `${id}.md`).sort());
    for (const flow of drawn) expect(readFileSync(path.join(drawings, `${flow.id}.md`), 'utf8')).toBe(drawingOf(flow));
  });
});

describe('npm run flow -- ID of a rehearsal', () => {
  it('is walked to an end, with what might follow on each line, and an own line beside the others', async () => {
    const lines = ['', 'Vad oroar dig?', '', '2', '2', '', '1', ''];
    const { code, screen } = await typed(['sager-nej'], lines);
    expect(code).toBe(0);
    expect(screen).toContain('– Jag säger det rakt ut. Vi är inte med på det här.');
    expect(screen).toMatch(/”Det är redan beslutat\. .*” Kan leda till: ”Jaha\. Då så\.”/);
    expect(screen).toMatch(/Källa: ”Välkomna oliktankande och respektera kritik”/);
    expect(screen).toMatch(
      /Ett litet ja Du övade på .* Ta med till samtalet Efter mötet: Vad oroar dig\? Förra gången: Vad kan vi ta bort .* Villkoret: Ja\./,
    );
  });
});

describe('npm run flow -- draw ID', () => {
  it('draws of a rehearsal every scene, every line on an arrow, and the ends', async () => {
    const { code, shown } = await typed(['draw', 'sager-nej']);
    const drawn = shown[0]!.split('\n');
    expect(code).toBe(0);
    expect(drawn.filter((line) => /^ {2}s\d+\["/.test(line))).toHaveLength(4);
    expect(drawn.filter((line) => /^ {2}s\d+\(\["/.test(line))).toHaveLength(4);
    expect(drawn.filter((line) => line.includes('-->|'))).toHaveLength(12);
    expect(drawn).toContain('  s4 -->|"Nej, det måste vara alla samtidigt."| s8');
  });

  it('draws every card once, and each option on its own arrow', async () => {
    const { code, shown } = await typed(['draw', 'vad-forordar-du']);
    const drawn = shown[0]!.split('\n');
    expect(code).toBe(0);
    expect(drawn.slice(0, 4)).toEqual(['---', 'title: "Vad förordar du?"', '---', 'flowchart TD']);
    expect(drawn.filter((line) => /^ {2}k\d+[[{]/.test(line))).toHaveLength(14);
    expect(drawn).toContain('  k1 -->|"Ett samtal med en medarbetare"| k2');
    expect(drawn).toContain('  k1 -->|"Ett eget svårt beslut"| k9');
    expect(drawn).toContain('  k5 -.->|"efter 1 dygn"| k6');
    expect(drawn.filter((line) => line.startsWith('  k8 -'))).toEqual([]);
  });

  it('draws where ways part and meet again, and which options lead past a card', async () => {
    const steps = `steps:
  - { id: vag, kind: choice, ask: Vilken?, options: { a: Ett, b: Två, c: Tre } }
  - { id: mer, kind: text, ask: Mer?, when: { vag: [a, b] } }
  - { id: val, kind: choice, ask: Säkert?, options: { ja: Ja, nej: Nej }, when: { vag: a } }
  - { id: hur, kind: text, ask: Hur?, when: { val: ja } }
  - { id: slut, kind: message, ask: 'Säg "hej"' }
`;
    rmSync(path.join(folder, 'tom.yaml'), { force: true });
    const args = inFolder({ 'delegering.yaml': good.replace(/steps:[^]*/, steps) });
    const { shown } = await typed(['draw', 'delegering', ...args]);
    expect(shown[0]!.split('\n').slice(4)).toEqual([
      '  k1{{"Vilken?"}}',
      '  k2["Mer?"]',
      '  k3{{"Säkert?"}}',
      '  k4["Hur?"]',
      '  k5["Säg #quot;hej#quot;"]',
      '  k1 -->|"Ett / Två"| k2',
      '  k1 -->|"Tre"| k5',
      '  k2 -->|"Ett"| k3',
      '  k2 -->|"Två"| k5',
      '  k3 -->|"Ja"| k4',
      '  k3 -->|"Nej"| k5',
      '  k4 --> k5',
    ]);
  });
});
