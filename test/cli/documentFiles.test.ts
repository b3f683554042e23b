import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/knowledge';
import { docxOf, paragraph, pptxOf, shape } from '../documents/officeFile';
import { column, lockedPdf, pdfOf, scannedPdf } from '../documents/pdfFile';

const reminder = ' · utgivare saknas: ange den med replace och --publisher';

describe('npm run knowledge', () => {
  let folder: string;
  let inbox: string;
  beforeEach(() => {
    [folder, inbox] = [mkdtempSync(join(tmpdir(), 'knowledge-')), mkdtempSync(join(tmpdir(), 'inbox-'))];
  });
  afterEach(() => [folder, inbox].forEach((each) => rmSync(each, { recursive: true })));

  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(inbox, name), content);
    return join(inbox, name);
  };
  const knowledge = async (...args: string[]) => {
    const lines: string[] = [];
    const code = await run([...args, '--folder', folder], (line) => lines.push(line));
    return { code, lines };
  };
  const shelf = () =>
    Object.fromEntries(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')]),
    );

  it('add puts each file on the shelf with a line of its own, and check finds every word', async () => {
    const files = [
      file('Åtgärder 2023.pdf', pdfOf([column(['Vi har tillit i vården.'])])),
      file('rapport.docx', docxOf(paragraph('Årsrapport', 'Rubrik1') + paragraph('Vi har tillit.'))),
      file('bilder.pptx', pptxOf([shape('title', ['Mål']) + shape('body', ['Tillit'])])),
      file('text.txt', 'Vi har tillit.'),
    ];
    expect(await knowledge('add', ...files)).toEqual({
      code: 0,
      lines: [
        `atgarder-2023 · Åtgärder 2023 · 5 ord · 1 sida${reminder}`,
        `rapport · Årsrapport · 4 ord${reminder}`,
        `bilder · Mål · 2 ord · 1 bild${reminder}`,
        `text · Text · 3 ord${reminder}`,
      ],
    });
    expect(await knowledge('check')).toMatchObject({ code: 0 });
    expect(shelf()).toMatchObject({ 'rapport.txt': 'Årsrapport\nVi har tillit.\n' });
  });

  it('add takes the address of the original, replace keeps it, and neither takes one that is no public page', async () => {
    const url = 'https://region.example/a.pdf';
    await knowledge('add', file('a.txt', 'Ord.'), '--url', url);
    await knowledge('replace', file('a.txt', 'Andra ord.'));
    expect(shelf()['a.md']).toMatch(/^url: https:\/\/region\.example\/a\.pdf$/m);
    const { code, lines } = await knowledge('replace', file('a.txt', 'Ord.'), '--url', 'javascript:alert(1)');
    expect([code, lines.join()]).toEqual([1, expect.stringContaining('fältet "url" är "javascript:alert(1)"')]);
  });

  it('add takes the facts that are given, and those of a Markdown file', async () => {
    const given = ['--title', 'T', '--publisher', 'Region Skåne', '--date', '2023', '--kind', 'Beslut', '--weight', 'Beslut']; // oxfmt-ignore
    await knowledge('add', file('a.txt', 'Ord.'), ...given, '--aliases', 'Skåne, RS');
    expect(shelf()['a.md']).toBe(
      '---\ntitle: T\npublisher: Region Skåne\nkind: Beslut\nweight: Beslut\ndate: "2023"\naliases:\n  - Skåne\n  - RS\nsource: a.txt\n---\n\nOrd.\n',
    );
    await knowledge('add', file('b.md', '---\ntitle: Eget\npublisher: VGR\n---\n\nOrd.'));
    expect((await knowledge('list')).lines[1]).toContain('Eget · VGR · odaterad · Inlagt dokument');
  });

  it('add refuses what is there, replace what is not; replace keeps what was known', async () => {
    const a = file('a.txt', 'Ord.');
    expect((await knowledge('replace', a)).lines[0]).toMatch(/^a\.txt: a finns inte\. Lägg in det med: .* add /);
    expect((await knowledge('replace', 'a')).lines[0]).toBe('a: filen finns inte. Kontrollera namnet och mappen.');
    await knowledge('add', a, '--publisher', 'Region Skåne');
    expect((await knowledge('add', a)).lines[0]).toMatch(/^a\.txt: a finns redan\. Byt ut det med: .* replace /);
    file('a.txt', 'Andra ord.');
    expect(await knowledge('replace', a)).toEqual({ code: 0, lines: ['a · A · 2 ord'] });
    expect(shelf()).toMatchObject({
      'a.md': expect.stringContaining('Region Skåne') as string,
      'a.txt': 'Andra ord.\n',
    });
  });

  it('remove takes a document and its source away', async () => {
    await knowledge('add', file('a.txt', 'Ord.'));
    expect(await knowledge('remove', 'a')).toEqual({ code: 0, lines: ['a · borttaget · A'] });
    expect(shelf()).toEqual({});
    expect((await knowledge('remove', 'a')).lines[0]).toMatch(/^a: finns inte\./);
  });

  it('hostile files get a line each, change nothing, and keep no sound file out', async () => {
    const files = [
      file('tom.pdf', ''),
      file('låst.pdf', lockedPdf()),
      file('skannad.pdf', scannedPdf()),
      file('text.pdf', 'Bara text.'),
      join(inbox, 'borta.pdf'),
      inbox,
      file('rubriker.md', '# Bara rubrik'),
      file('sund.txt', 'Ord.'),
    ];
    const { code, lines } = await knowledge('add', ...files);
    expect(code).toBe(1);
    expect(lines.map((line) => line.replace(/^inbox-\w+/, 'mapp'))).toEqual([
      'tom.pdf: filen är tom. Spara den igen från programmet där den skrevs.',
      'låst.pdf: filen är låst med lösenord. Spara en kopia utan lösenord.',
      'skannad.pdf: filen har ingen text, bara bilder. Kör textigenkänning (OCR) på den, eller be om originalet.',
      'text.pdf: innehållet är txt, inte det som ändelsen säger. Byt filens ändelse till .txt.',
      'borta.pdf: filen finns inte. Kontrollera namnet och mappen.',
      'mapp: det är ingen fil. Ange filerna, en efter en.',
      'rubriker.md: filen har bara rubriker. Lägg in ett dokument med text att citera.',
      `sund · Sund · 1 ord${reminder}`,
    ]);
    expect(Object.keys(shelf()).sort()).toEqual(['sund.md', 'sund.txt']);
  });

  it('a fact that is not allowed keeps the file out, and says what is', async () => {
    const { code, lines } = await knowledge('add', file('a.txt', 'Ord.'), '--date', 'i fjol');
    expect({ code, line: lines[0], shelf: shelf() }).toEqual({
      code: 1,
      line: expect.stringMatching(/^a\.txt: fältet "date" är "i fjol"\. Tillåtet: /) as string,
      shelf: {},
    });
  });
});
