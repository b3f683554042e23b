import fc from 'fast-check';
import { type Json } from '../../../tools/localTeams/localTeams';
import { cardText, toggle } from '../../../tools/terminal/cardText';
import { runs } from '../../runs';

const block = (text: string, more: Json = {}): Json => ({ type: 'TextBlock', text, ...more });
const button = (title: string, more: Json = {}): Json => ({ type: 'Action.Execute', title, ...more });
const card = (body: readonly Json[], actions: readonly Json[] = []): Json => ({ type: 'AdaptiveCard', body, actions });
const linesOf = (...body: Json[]) => cardText(card(body)).text.split('\n');

describe('cardText', () => {
  it('breaks text at words and hangs what follows a bullet under its first word', () => {
    const text = '- Tillit är att kunna, vilja och våga ta ansvar för det som är viktigt på riktigt för medborgaren';
    expect(linesOf(block(text))).toEqual([
      '• Tillit är att kunna, vilja och våga ta ansvar för det som är viktigt på',
      '  riktigt för medborgaren',
    ]);
  });

  it('shows marks of emphasis, links and mentions as one reads them', () => {
    expect(
      linesOf(block('**Så** står det i *dokumentet*, [läs](https://region.example) <at>Anna</at> 2 * 3 a_b_c')),
    ).toEqual(['Så står det i dokumentet, läs (https://region.example) @Anna 2 * 3 a_b_c']);
  });

  it('keeps an address whole, however long: a terminal opens no half of one', () => {
    const address = `https://region.example/${'x'.repeat(100)}`;
    expect(linesOf(block(`[Visa i dokumentet](${address}) och mer`))).toEqual([
      'Visa i dokumentet',
      `(${address})`,
      'och mer',
    ]);
    expect(linesOf(block('x'.repeat(100))).map((line) => line.length)).toEqual([80, 20]);
  });

  it('leaves rich text as it is written, for it knows no marks', () => {
    expect(linesOf({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '**a**' }, ' b'] })).toEqual([
      '**a** b',
    ]);
  });

  it('gives air, lines and a frame where the card asks for them', () => {
    const framed = { type: 'Container', style: 'emphasis', items: [block('två')], spacing: 'Medium' };
    const lines = linesOf(block('ett'), framed, block('tre', { separator: true }));
    expect(lines).toEqual(['ett', '', '│ två', '─'.repeat(80), 'tre']);
  });

  it('keeps what is framed within the width', () => {
    const items = [block('ord '.repeat(30))];
    expect(linesOf({ type: 'Container', style: 'good', items }).map((line) => line.length)).toEqual([77, 45]);
  });

  it('keeps buttons close when the card asks for it', () => {
    const set = (spacing: string) => ({ type: 'ActionSet', spacing, actions: [button('a')] });
    expect(linesOf(block('x'), set('Default'), set('Small'))).toEqual(['x', '', '(1) a', '(2) a']);
  });

  it('sets facts, columns and tables in columns', () => {
    const facts = {
      type: 'FactSet',
      facts: [
        { title: 'Dokument', value: 'Motionssvar' },
        { title: 'År', value: '2021' },
      ],
    };
    const columns = {
      type: 'ColumnSet',
      columns: [{ items: [block('vänster')] }, { type: 'Column', items: [block('höger')] }],
    };
    const cell = (text: string) => ({ type: 'TableCell', items: [block(text)] });
    const table = {
      type: 'Table',
      rows: [{ cells: [cell('Före'), cell('Efter')] }, { cells: [cell('Mål'), cell('Syfte')] }],
    };
    expect(linesOf(facts, columns, table)).toEqual([
      'Dokument │ Motionssvar',
      'År       │ 2021',
      'vänster  höger',
      'Före │ Efter',
      '────────────',
      'Mål  │ Syfte',
    ]);
  });

  it('stacks columns and wraps cells that do not fit', () => {
    const long = 'ord '.repeat(20).trim();
    expect(linesOf({ type: 'ColumnSet', columns: [{ items: [block(long)] }, { items: [block('b')] }] })).toEqual([
      long,
      'b',
    ]);
    const rows = [{ cells: [{ items: [block('a')] }, { items: [block(long)] }] }];
    expect(linesOf({ type: 'Table', firstRowAsHeader: false, rows })).toEqual([
      'a │ ' + 'ord '.repeat(19).trim(),
      '  │ ord',
    ]);
  });

  it('numbers fields and buttons in the order they stand, also in tables and on things that can be chosen', () => {
    const chosen = { type: 'Container', items: [block('hel')], selectAction: button('Öppna') };
    const cells = ['a', 'b'].map((title) => ({ items: [{ type: 'ActionSet', actions: [button(title)] }] }));
    const shown = cardText(
      card(
        [
          { type: 'Input.Text', id: 'x', label: 'Fråga' },
          chosen,
          { type: 'Table', firstRowAsHeader: false, rows: [{ cells }] },
        ],
        [button('Nästa')],
      ),
    );
    expect(shown.text.split('\n')).toEqual([
      'Fält 1: Fråga',
      '   ________',
      'hel',
      '(1) Öppna',
      '(2) a │ (3) b',
      '',
      '(4) Nästa',
    ]);
    expect(shown.buttons.map((action) => action.title)).toEqual(['Öppna', 'a', 'b', 'Nästa']);
    expect(shown.inputs.map((input) => input.id)).toEqual(['x']);
  });

  it('shows what a field holds, what one may choose and what must be filled in', () => {
    const choices = ['Lite', 'Mycket'].map((title) => ({ title, value: title.toLowerCase() }));
    expect(
      linesOf(
        { type: 'Input.ChoiceSet', id: 'a', label: 'Hur?', choices, value: 'mycket', isRequired: true },
        { type: 'Input.Toggle', id: 'b', title: 'Påminn mig', value: 'false' },
        { type: 'Input.Date', id: 'c', label: 'När?', value: '2026-12-01' },
      ),
    ).toEqual([
      'Fält 1: Hur? (måste fyllas i)',
      '   1) Lite',
      '   2) Mycket (valt)',
      'Fält 2: Påminn mig',
      '   1) Ja',
      '   2) Nej (valt)',
      'Fält 3: När?',
      '   2026-12-01',
    ]);
  });

  it('names what it does not know, unless the card says what to show instead', () => {
    expect(linesOf({ type: 'Carousel' }, { type: 'Image', altText: 'Ett diagram' })).toEqual([
      '[Okänd del: Carousel]',
      '[Bild: Ett diagram]',
    ]);
    expect(linesOf({ type: 'Carousel', fallback: block('i stället') }, { type: 'Carousel', fallback: 'drop' })).toEqual(
      ['i stället'],
    );
    expect(cardText(card([], [{ type: 'Action.Fly', title: 'Lyft' }])).text).toBe('(1) Lyft (okänd knapp: Action.Fly)');
  });

  it('keeps within the width and never fails, whatever the card holds', () => {
    const leaf = fc.oneof(
      fc.string({ maxLength: 200, unit: 'grapheme' }),
      fc.boolean(),
      fc.integer(),
      fc.constant(null),
    );
    const types = fc.constantFrom(
      'TextBlock',
      'Container',
      'ColumnSet',
      'Table',
      'FactSet',
      'ActionSet',
      'Input.Text',
      'Input.ChoiceSet',
      'X',
    );
    const { node } = fc.letrec((tie) => ({
      node: fc.record(
        {
          type: types,
          text: leaf,
          id: leaf,
          label: leaf,
          style: fc.constantFrom('emphasis', 'default'),
          items: tie('list'),
          columns: tie('list'),
          rows: tie('list'),
          cells: tie('list'),
          facts: tie('list'),
          actions: tie('list'),
          choices: tie('list'),
        },
        { requiredKeys: ['type'] },
      ),
      list: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, fc.array(tie('node'), { maxLength: 3 })),
    }));
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (body) => {
        const { text } = cardText({ type: 'AdaptiveCard', body });
        expect(text.split('\n').filter((line) => [...line].length > 80 && line.includes(' '))).toEqual([]);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('toggle', () => {
  const hidden = {
    type: 'Container',
    id: 'whole',
    isVisible: false,
    items: [block('hela stycket'), { type: 'ActionSet', actions: [button('Inne')] }],
  };

  it('shows what was hidden, with its buttons, and hides it again', () => {
    const show = { type: 'Action.ToggleVisibility', title: 'Visa', targetElements: ['whole'] };
    const whole = card([block('utdrag'), hidden], [show]);
    expect(cardText(whole)).toMatchObject({ text: 'utdrag\n\n(1) Visa', buttons: [show] });
    const opened = toggle(new Map(), whole, show)!;
    expect(cardText(whole, opened).text).toBe('utdrag\nhela stycket\n\n(1) Inne\n\n(2) Visa');
    expect(cardText(whole, toggle(opened, whole, show)).text).toBe('utdrag\n\n(1) Visa');
  });

  it('does as it is told where the card says shown or hidden', () => {
    const show = { type: 'Action.ToggleVisibility', targetElements: [{ elementId: 'whole', isVisible: true }] };
    const whole = card([hidden], [show]);
    const opened = toggle(new Map(), whole, show)!;
    expect(toggle(opened, whole, show)!.get('whole')).toBe(true);
  });

  it('opens the card behind a button under it', () => {
    const more = { type: 'Action.ShowCard', title: 'Mer', card: card([block('inuti')], [button('Skicka')]) };
    const whole = card([], [more]);
    expect(cardText(whole, toggle(new Map(), whole, more)).text).toBe('(1) Mer\n│ inuti\n│\n│ (2) Skicka');
  });

  it('leaves buttons that send something alone', () => {
    expect(toggle(new Map(), card([]), button('Nästa'))).toBeUndefined();
  });
});
