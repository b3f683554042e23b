import fc from 'fast-check';
import { libraryOf, readWording } from '../../src/knowledge/library';
import { passagesOf } from '../../src/knowledge/documents/passages';
import { search } from '../../src/knowledge/search';
import { documentOf, knowledge, theLibrary } from './library';

const { index } = theLibrary();
const first = (question: string) => search(index, question, 1)[0]?.passage;
const textOf = (question: string) => first(question)?.text ?? '';

describe('search', () => {
  it.each([
    ['typed without å, ä and ö', 'hur gor vi for att fa hogt i tak'],
    ['typed aa, ae and oe', 'hur goer vi foer att faa hoegt i tak'],
    ['in capitals', 'HUR GÖR VI FÖR ATT FÅ HÖGT I TAK'],
    ['in decomposed letters', 'hur gör vi för att få högt i tak'.normalize('NFD')],
  ])('finds the same when the question is %s', (_, question) => {
    expect(first(question)).toBe(first('hur gör vi för att få högt i tak'));
    expect(textOf(question)).toContain('ett tillåtande klimat, högt i tak');
  });

  it('finds a misspelt word', () => {
    expect(textOf('psykologsk trygget')).toContain('workshop kring psykologisk trygghet');
  });

  it('finds a part of a compound', () => {
    expect(textOf('lönekriterierna vid lönerevision')).toContain('lönekriterier/lönerevisionen');
  });

  it('puts the definition first when one is asked for', () => {
    expect(textOf('Vad är tillitsbaserad styrning?')).toContain('styrning, kultur och arbetssätt');
    expect(textOf('vad betyder NPM')).toContain('New Public Management (NPM)');
  });

  it('lets who reports define before who proposes, and both before who was interviewed', () => {
    const body = '# Mod\n\nMod innebär att våga säga nej.';
    const documents = [
      documentOf('# Mod\n\n*"Mod innebär att våga säga nej."*', { id: 'röst', quoteWeight: 'Intervjuröst' }),
      documentOf(body, { id: 'motion', weight: 'Motion: förslag, inte beslut' }),
      documentOf(body, { id: 'redovisning', weight: 'Redovisning' }),
    ];
    const { index } = libraryOf(documents.flatMap(passagesOf), readWording(knowledge));
    const ids = search(index, 'vad är mod', 3).map(({ passage }) => passage.document.id);
    expect(ids).toEqual(['redovisning', 'motion', 'röst']);
  });

  it('prefers the document that the question names, though the passage itself does not', () => {
    const documents = [
      documentOf('Vi firar framsteg tillsammans.', { id: 'a', publisher: 'Region Norr', aliases: ['Norr'] }),
      documentOf('Vi firar med varandra när vi gör framsteg.', {
        id: 'b',
        publisher: 'Region Söder',
        aliases: ['Söder'],
      }),
    ];
    const { index } = libraryOf(documents.flatMap(passagesOf), readWording(knowledge));
    const firstOf = (question: string) => search(index, question, 1)[0]?.passage.document.id;
    expect([firstOf('Hur firar Region Norr framsteg?'), firstOf('hur firar soder framsteg')]).toEqual(['a', 'b']);
    expect(first('Vad säger VGR om tillitsbaserad styrning?')?.document.publisher).toBe('Västra Götalandsregionen');
  });

  it('never answers with a list of contents, though it names every subject', () => {
    expect(first('Vad säger VGR om tillit?')?.document.id).toContain('vgr');
    expect(first('Vad säger VGR om tillit?')?.heading).not.toContain('Agenda');
  });

  it('finds a list by the heading that it stands under', () => {
    expect(first('exempel på öppenhet')?.heading[0]).toBe('Grundprincip öppenhet');
  });

  it('reads everyday words as those of the documents', () => {
    const wording = readWording(knowledge);
    const passages = passagesOf(documentOf('# A\n\nVi bjuder på oss själva.\n\n# B\n\nAlla har frihet i sitt arbete.'));
    const found = (synonyms: typeof wording.synonyms) =>
      search(libraryOf(passages, { ...wording, synonyms }).index, 'autonomi', 5).map(
        ({ passage }) => passage.heading[0],
      );
    expect(found(new Map())).toEqual([]);
    expect(found(wording.synonyms)).toEqual(['B']);
  });

  it('finds a compound of the word that an everyday word stands for', () => {
    const wording = { ...readWording(knowledge), synonyms: new Map([['extrajobb', ['bisyssl']]]) };
    const passages = passagesOf(documentOf('# A\n\nVi bjuder på oss själva.\n\n# B\n\nI bisyssleregistret står allt.'));
    const found = search(libraryOf(passages, wording).index, 'extrajobb', 5);
    expect(found.map(({ passage }) => passage.heading[0])).toEqual(['B']);
  });

  it('gives no more than asked for, best first, and the same each time', () => {
    const ranked = search(index, 'Hur skapar jag närhet till min personal?', 5);
    expect(ranked).toHaveLength(5);
    expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).sort((a, b) => b - a));
    expect(search(index, 'Hur skapar jag närhet till min personal?', 5)).toEqual(ranked);
  });

  it.each([
    '',
    ' ',
    '???',
    '😀',
    '\u0000\u0007',
    'title:tillit foo~8 +a -b *',
    'constructor __proto__',
    'ﷺ'.repeat(20_000),
  ])('takes %j as words, or as no words at all', (text) => {
    for (const { score } of search(index, text, 10)) expect(score).toBeGreaterThanOrEqual(0);
  });

  it('reads only the beginning of an endless question', () => {
    const question = 'Hur skapar jag närhet till min personal? ';
    expect(search(index, question + 'Annat. '.repeat(3000), 3)).toEqual(
      search(index, (question + 'Annat. '.repeat(400)).slice(0, 2000), 3),
    );
  });

  it('survives any text', () => {
    const token = fc.constantFrom(
      'tillit',
      'vad är',
      'Skåne',
      'title:',
      '~8',
      '*',
      '+',
      '-',
      '^',
      '"',
      'å'.repeat(300),
      '\u0000',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(token, fc.string())).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, (question) => {
        for (const { score, evidence } of search(index, question, 3)) {
          const { substance, telling, yesOrNo, lacksName, holds, isOpen, ...shares } = evidence;
          expect([score, substance, telling, yesOrNo].every(Number.isFinite)).toBe(true);
          for (const is of [lacksName, holds, isOpen]) expect(typeof is).toBe('boolean');
          for (const share of Object.values(shares)) expect(share >= 0 && share <= 1).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
