import fc from 'fast-check';
import { readMarkup, readPlain } from '../../src/teams/markup';

const wordsOf = (markup: string) =>
  readMarkup(markup)
    .map(({ words, isMention }) => (isMention ? `[${words}]` : words))
    .join('');

describe('readMarkup', () => {
  it.each([
    ['Vad är <b>tillit</b>?', 'Vad är tillit?'],
    ['<p>ett</p><p>två</p>', '\nett\n\ntvå\n'],
    ['ett<br>två<br/>tre', 'ett\ntvå\n\ntre'],
    ['<td>a</td><td>b</td>', ' a  b '],
    ['<a href="https://x.example/?a>b" title=\'>\'>länk</a>', 'länk'],
    ['<!-- <p>dolt</p> -->syns', 'syns'],
    ['5 < 7 <3', '5 < 7 <3'],
    ['a <b', 'a <b'],
    ['a <b title="', 'a <b title="'],
    ['', ''],
  ])('leaves the tags out of %j', (markup, words) => {
    expect(wordsOf(markup)).toBe(words);
  });

  it.each([
    ['&lt;b&gt; &amp; &quot;x&quot; &apos;y&apos;', '<b> & "x" \'y\''],
    ['hj&auml;lp hj&#228;lp hj&#xE4;lp hj&#XE4;lp', 'hjälp hjälp hjälp hjälp'],
    ['vad&nbsp;&#160;är', 'vad  är'],
    ['&amp;lt; &amp;#228;', '&lt; &#228;'],
    ['&okand; &constructor; & &;', '&okand; &constructor; & &;'],
    ['&#0;&#xD800;&#x110000;&#99999999;', '\ufffd\ufffd\ufffd\ufffd'],
    ['&#128512;', '😀'],
  ])('reads the characters of %j once', (markup, words) => {
    expect(wordsOf(markup)).toBe(words);
  });

  it.each([
    ['<at>Eva Ek</at> säger', '[Eva Ek] säger'],
    ['<at id="0" x=\'>\'>Eva &amp; Bo</at>', '[Eva & Bo]'],
    ['<AT>Eva</AT>', '[Eva]'],
    [
      '<span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Eva <span>Ek</span></span> hej',
      '[Eva Ek] hej',
    ],
    ['<span>Eva</span>', 'Eva'],
    ['<attachment id="1"></attachment>hej', 'hej'],
    ['<at>Eva', 'Eva'],
  ])('knows a mention: %j', (markup, words) => {
    expect(wordsOf(markup)).toBe(words);
  });

  it('passes over what is quoted, a quote within it too, and over no other block', () => {
    const reply = '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1">';
    expect(wordsOf(`${reply}<p>då</p></blockquote><p>nu</p>`).trim()).toBe('nu');
    expect(wordsOf(`${reply}a<blockquote>b</blockquote><at>c</at></blockquote>nu`).trim()).toBe('nu');
    expect(wordsOf(`<p>först</p>${reply}då</blockquote>nu`).trim().split(/\s+/)).toEqual(['först', 'nu']);
    expect(wordsOf('<blockquote>mitt citat</blockquote>').trim()).toBe('mitt citat');
  });

  it('gives back all that was written, whatever it is', () => {
    const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wordsOf(`<i>${escaped(text)}</i>`)).toBe(text.replaceAll('\u00a0', ' '));
      }),
    );
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'<>/"&;!-=at br') }), (text) => void wordsOf(text)));
  });

  it.each(['<a ', '<', '<a "', `<a '<a "`, '&#1', '<!--', '<!-- --', '<at>', '<blockquote itemtype=', '</at'])(
    'reads 250,000 characters of %j once: read over and over they would take minutes',
    (piece) => {
      const before = performance.now();
      readMarkup(piece.repeat(250_000 / piece.length));
      readPlain(piece.repeat(250_000 / piece.length));
      expect(performance.now() - before).toBeLessThan(5000);
    },
  );
});

describe('readPlain', () => {
  it('knows mentions, and leaves all else as it is', () => {
    expect(readPlain('<at id="1">Eva</at> &amp; <b>Bo</b>')).toEqual([
      { words: '', isMention: false },
      { words: 'Eva', isMention: true },
      { words: ' &amp; <b>Bo</b>', isMention: false },
    ]);
  });
});
