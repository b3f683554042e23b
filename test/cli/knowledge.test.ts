import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/knowledge';

const frontMatter = 'title: T\npublisher: P\nkind: Rapport\nweight: Rapport\nsource: a.txt\n';

describe('run', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
    mkdirSync(join(folder, 'sources'));
    write('a.md', `---\n${frontMatter}---\n\nVi har tillit.\n`);
    write('sources/a.txt', 'Vi har tillit.');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const runWith = async (...args: string[]) => {
    const lines: string[] = [];
    const code = await run([...args, '--folder', folder], (line) => lines.push(line));
    return { code, text: lines.join('\n') };
  };

  it('check passes documents that say what their sources say', async () => {
    expect(await runWith('check')).toEqual({
      code: 0,
      text: 'a: 3 ord, 0 skillnader, 0 oförklarade\nAlla skillnader är förklarade.',
    });
  });

  it('check fails on a difference that nobody has explained, with its line in the file', async () => {
    write('sources/a.txt', 'Vi har kontroll.');
    const { code, text } = await runWith('check');
    expect(code).toBe(1);
    expect(text).toContain('rad 9: källan ”kontroll.”, dokumentet ”tillit.” · OFÖRKLARAD');
  });

  it.each([
    ['Vi har tillit.', 0, '1 ämnen: alla citat står ordagrant.'],
    ['Vi har kontroll.', 1, 'tillit.yaml: citatet ”Vi har kontroll.…” står inte i a.'],
  ])('check looks for what topics quote: %s', async (quote, code, words) => {
    mkdirSync(join(folder, 'topics'));
    const parts = `parts: [{ heading: I korthet, quotes: [{ document: a, quote: '${quote}' }] }]`;
    write('topics/tillit.yaml', `title: Tillit\nquestion: Vad är tillit?\nasked: [tillit]\n${parts}\n`);
    const checked = await runWith('check');
    expect(checked.code).toBe(code);
    expect(checked.text).toContain(words);
  });

  it('check passes an explained difference and tells why', async () => {
    write('sources/a.txt', 'Vi har 3 (8) tillit.');
    write('sources/differences.yaml', "a:\n  - { source: 3 (8), document: '', why: sidnummer }\n");
    const { code, text } = await runWith('check');
    expect(code).toBe(0);
    expect(text).toContain('rad 9: källan ”3 (8)”, dokumentet har inget · sidnummer');
  });

  it('check fails on an explanation of something that no longer occurs', async () => {
    write('sources/differences.yaml', "a:\n  - { source: 3 (8), document: '', why: sidnummer }\n");
    const { code, text } = await runWith('check');
    expect(code).toBe(1);
    expect(text).toContain('förklaringen stämmer inte längre, ta bort den: källan ”3 (8)”, dokumentet har inget');
  });

  it('check fails on explanations for a document that does not exist', async () => {
    write('sources/differences.yaml', 'b: []\n');
    expect(await runWith('check')).toMatchObject({
      code: 1,
      text: expect.stringContaining('dokumentet ”b” finns inte') as string,
    });
  });

  it('check fails when the source is missing and says where to put it', async () => {
    rmSync(join(folder, 'sources', 'a.txt'));
    const { code, text } = await runWith('check');
    expect(code).toBe(1);
    expect(text).toContain(`a: källan ${join(folder, 'sources', 'a.txt')} saknas. Lägg textfilen där.`);
  });

  it('check fails on questions whose words stand in no passage, and shows which', async () => {
    write(
      'asked.yaml',
      '- { quote: har tillit, questions: [Litar ni?] }\n- { quote: har kontroll, questions: [Kollar ni?] }\n',
    );
    const { code, text } = await runWith('check');
    expect(code).toBe(1);
    expect(text).toContain(`${join(folder, 'asked.yaml')}: ”har kontroll” står inte i något stycke.`);
    expect(text).not.toContain('”har tillit”');
  });

  it('list shows what a reader sees of each document', async () => {
    expect(await runWith('list')).toEqual({ code: 0, text: 'a\n  T · P · odaterad · Rapport · 3 ord' });
  });

  it('passes on what is wrong with a document', async () => {
    write('a.md', '---\ntitle: T\n---\nText');
    expect(await runWith('list')).toMatchObject({
      code: 1,
      text: expect.stringContaining('fältet "publisher" saknas') as string,
    });
  });

  it.each([[[]], [['radera-allt']], [['toString']], [['check', 'list']]])(
    'lists the verbs when it is asked %j',
    async (args) => {
      const { code, text } = await runWith(...args);
      expect(code).toBe(1);
      expect(text).toMatch(/^Så här: npm run knowledge --\n {2}check .*\n {2}list /);
    },
  );
});
