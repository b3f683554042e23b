import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocuments } from '../../../src/knowledge/documents/document';
import { differences, judgeDifferences, parseExplanations } from '../../../src/knowledge/documents/fidelity';

describe('differences', () => {
  it.each([
    ['emphasis', 'Ha **tillit**, *ofta*.', 'Ha tillit, ofta.'],
    ['a plain line that becomes a heading', 'Bakgrund\nText', '## Bakgrund\n\nText'],
    ['other bullets and nesting', '- ett\n    - två', '* ett\n* två'],
    ['lines joined to a sentence', 'Det är en\nlång mening.', 'Det är en lång mening.'],
    ['tab-separated rows that become a table', 'A\tB\nC\tD', '| A | B |\n| --- | --- |\n| C | D |'],
    ['HTML emphasis before a comma', '<b>Mål</b>, dialog', '**Mål**, dialog'],
    ['an HTML list', '<ul><li>• <b>Mål</b></li><li>• Dialog</li></ul>', '- **Mål**\n- Dialog'],
    ['a thematic break', 'Slut.\n\nNamn', 'Slut.\n\n---\n\nNamn'],
    ['escaped brackets', 'fil.pdf \\(regionjh.se\\)', 'fil.pdf (regionjh.se)'],
    ['a link that leads nowhere', 'se ([SKR](#)).', 'se (SKR).'],
    ['no-break spaces', 'tre\u00a0\u00a0nivåer', 'tre nivåer'],
    ['the two ways to write å', 'gra\u030a', 'grå'],
  ])('sees none in %s', (_, source, document) => {
    expect(differences(source, document)).toEqual([]);
  });

  it.each([
    ['a reworded word', 'a chefer b', 'a ledare b', 'chefer', 'ledare'],
    ['a mended typo', 'ett arbetsätt här', 'ett arbetssätt här', 'arbetsätt', 'arbetssätt'],
    ['a dropped word', 'vi ska inte styra', 'vi ska styra', 'inte', ''],
    ['an added word', 'vi ska styra', 'vi ska inte styra', '', 'inte'],
    ['punctuation', 'tillit, ofta', 'tillit. ofta', 'tillit,', 'tillit.'],
    ['a capital', 'a tillit b', 'a Tillit b', 'tillit', 'Tillit'],
    ['the kind of quotation mark', '”ja”', '"ja"', '”ja”', '"ja"'],
    ['a joined word', 'HR-\navdelningen', 'HR-avdelningen', 'HR- avdelningen', 'HR-avdelningen'],
    ['a changed link target', '[här](a.se)', '[här](b.se)', 'a.se', 'b.se'],
    ['a bar inside a sentence', 'styrning | SKR', 'styrning SKR', '|', ''],
    ['a lost end', 'ett två tre', 'ett', 'två tre', ''],
    ['an emptied document', 'ett två', '', 'ett två', ''],
  ])('tells %s', (_, source, document, inSource, inDocument) => {
    expect(differences(source, document)).toEqual([{ source: inSource, document: inDocument, line: 1 }]);
  });

  it('gives the line of the changed or added word, and for missing words the line of the word before', () => {
    const found = differences('ett två tre fyra fem', '# ett\n\n- TVÅ\n- tre\n\nfem\n\nsex');
    expect(found).toEqual([
      { source: 'två', document: 'TVÅ', line: 3 },
      { source: 'fyra', document: '', line: 4 },
      { source: '', document: 'sex', line: 8 },
    ]);
  });

  it('tells every word that stands in only one of two texts, once', () => {
    const text = fc.array(fc.constantFrom('tillit', 'styrning', 'chef', 'mål', 'stöd'));
    fc.assert(
      fc.property(text, text, (source, document) => {
        const found = differences(source.join(' '), document.join('\n'));
        const count = (of: 'source' | 'document') =>
          found.flatMap((each) => each[of].split(' ').filter(Boolean)).length;
        expect(source.length - count('source')).toBe(document.length - count('document'));
        expect(found.length === 0).toBe(source.join() === document.join());
      }),
    );
  });
});

describe('judge', () => {
  const known = { source: '3 (8)', document: '', why: 'sidnummer' };
  const found = { source: '3 (8)', document: '', line: 7 };

  it('gives an explained difference its reason', () => {
    expect(judgeDifferences([found], [known])).toEqual({ differences: [{ ...found, why: 'sidnummer' }], obsolete: [] });
  });

  it.each([{ source: '4 (8)' }, { document: '4' }])(
    'leaves a difference unexplained when only one side is known: %j',
    (change) => {
      const other = { ...found, ...change };
      expect(judgeDifferences([other], [known])).toEqual({ differences: [other], obsolete: [known] });
    },
  );

  it('lets one explanation explain one difference only', () => {
    const again = { ...found, line: 9 };
    expect(judgeDifferences([found, again], [known]).differences).toEqual([{ ...found, why: 'sidnummer' }, again]);
  });

  it('calls an explanation obsolete when its difference no longer occurs', () => {
    expect(judgeDifferences([], [known]).obsolete).toEqual([known]);
  });
});

describe('parseExplanations', () => {
  it.each([
    ['a:\n  - source: x\n    document: y\n', 'fel i a.0.why.'],
    ["a:\n  - source: x\n    document: y\n    why: ''\n", 'fel i a.0.why.'],
    ['- a\n', 'fel i filen.'],
    ['a: [x\n', 'går inte att läsa som YAML.'],
  ])('refuses %j and says where', (text, message) => {
    expect(() => parseExplanations('differences.yaml', text)).toThrow(`differences.yaml: ${message}`);
  });

  it('reads an empty file as no explanations', () => {
    expect(parseExplanations('differences.yaml', '# inget än\n')).toEqual(new Map());
  });
});

describe('the documents that the product ships', () => {
  const sources = join('knowledge', 'sources');
  const explained = parseExplanations('differences.yaml', readFileSync(join(sources, 'differences.yaml'), 'utf8'));

  it.each(readDocuments('knowledge').map((document) => [document.id, document] as const))(
    '%s says what its source says',
    (id, document) => {
      const found = differences(readFileSync(join(sources, document.source), 'utf8'), document.body);
      const { differences: judged, obsolete } = judgeDifferences(found, explained.get(id) ?? []);
      expect(judged.filter(({ why }) => !why)).toEqual([]);
      expect(obsolete).toEqual([]);
    },
  );
});
