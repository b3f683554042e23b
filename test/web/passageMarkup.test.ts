import { html } from '../../src/web/escapedHtml';
import { markupOf } from '../../src/web/passageMarkup';

const shown = (text: string) =>
  html`${markupOf(text, (words) => html`${words}`)}`.markup.replace(/\s*\n\s*/g, '').replaceAll('<br />', '|');

describe('a passage on a page', () => {
  it.each([
    ['paragraphs', 'Ett.\nTvå.', '<p>Ett.</p><p>Två.</p>'],
    ['bullets, below what leads in', 'Så här:\n- ett\n- två', '<p>Så här:</p><ul><li>ett</li><li>två</li></ul>'],
    ['nested bullets', '- a\n  - b\n  - c\n- d', '<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>'],
    ['numbers as they are', '3. c\n4. d', '<ol><li value="3">c</li><li value="4">d</li></ol>'],
    ['bullets, then numbers', '- a\n1. b', '<ul><li>a</li></ul><ol><li value="1">b</li></ol>'],
    ['what is set in under a bullet', '- a\n  mer\n- b', '<ul><li>a|mer</li><li>b</li></ul>'],
    ['a list that was cut in the middle', '  - b\n- c', '<ul><li>b</li><li>c</li></ul>'],
    ['a year that begins a sentence', '2021 kom svaret.', '<p>2021 kom svaret.</p>'],
  ])('has %s', (_, text, expected) => expect(shown(text)).toBe(expected));

  it('has a table where cells stand apart, that the keys can scroll', () => {
    expect(shown('Syfte\tLärande\nForm\tDialog')).toBe(
      '<div class="table" tabindex="0"><table><tbody>' +
        '<tr><td>Syfte</td><td>Lärande</td></tr><tr><td>Form</td><td>Dialog</td></tr></tbody></table></div>',
    );
  });
});
