import { marked } from 'marked';
import { writeMarkdown } from '../../src/downloads/writeMarkdown';
import { aDocument, hostile } from './aDocument';

const shown = (text: string) =>
  marked
    .parse(text, { async: false })
    .replace(/<br>/g, '\n')
    .replace(/<\/?a[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

describe('a document as Markdown', () => {
  const written = writeMarkdown(aDocument()).toString('utf8');

  it('has headings, lists and tables that a reader of Markdown knows', () => {
    const html = marked.parse(written, { async: false });
    expect(html).toContain('<h1>Överenskommelse (utkast)</h1>');
    expect(html).toContain('<h2>Uppdrag</h2>');
    expect(html).toContain('<em>Bara för dig.</em>');
    expect(html.match(/<li>/g)).toHaveLength(2);
    expect(html.match(/<th>/g)).toHaveLength(2);
    expect(html).toContain('Schemat<br>nästa rad</p>');
  });

  it('shows what a person wrote to the letter, and makes no markup of it', () => {
    const html = marked.parse(written, { async: false });
    expect(html).not.toMatch(/<script|<strong>|>länk</);
    expect(shown(written).split(hostile)).toHaveLength(4);
  });

  it.each(['# rubrik', '- punkt', '1. ett', '2) två', '=== ', '> citat', '---', '+ plus', '~~~', '    kod', '* * *'])(
    'keeps a line that looks like markup as a line of text: %s',
    (text) => {
      const html = marked.parse(writeMarkdown(aDocument({ blocks: [{ kind: 'text', text }] })).toString(), {
        async: false,
      });
      const [between = ''] = html.split('</p>\n').slice(1);
      expect(between).toMatch(/^<p>/);
      expect(shown(between).trim()).toBe(text.trim());
    },
  );
});
