import { read, faultOf } from './reading';
import { documentLimits } from '../../src/documents/documentFault';

const page = (body: string, head = '') =>
  Buffer.from(`<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`);
const markdownOf = async (body: string, head = '') => (await read('sida.html', page(body, head))).markdown.trim();
const main = (text: string) => `<main><h1>Distansarbete</h1>${text}</main>`;

describe('a saved web page', () => {
  it('is read as its headings, paragraphs, lists and tables stand', async () => {
    const markdown = await markdownOf(
      main(`<p>Chefen <b>och</b> medarbetaren<br>kommer överens.</p>
        <h2>Vad som krävs</h2><ul><li>En plan<ul><li>på papper</li></ul></li><li><p>Ett möte</p></li></ul>
        <ol><li>Fråga</li><li>Svara</li></ol>
        <table><thead><tr><th>Vem</th><th>Dagar</th></tr></thead><tbody><tr><td>Chef</td><td>2</td></tr></tbody></table>
        <dl><dt>Omfattning</dt><dd>Halva tiden.</dd></dl>
        <details><summary>Mer</summary><div>Står utfällt &amp; klart.</div></details>`),
    );
    expect(markdown).toContain('# Distansarbete\n\nChefen och medarbetaren kommer överens.');
    expect(markdown).toContain('## Vad som krävs\n\n- En plan\n  - på papper\n- Ett möte');
    expect(markdown).toMatch(/1\. Fråga\n2\. Svara/);
    expect(markdown).toMatch(/Vem.*Dagar/);
    expect(markdown).toContain('Omfattning\n\nHalva tiden.');
    expect(markdown).toContain('Står utfällt & klart.');
  });

  it.each([
    ['the menu', '<nav><ul><li>Meny</li></ul></nav>'],
    ['the header and the footer', '<header>Meny</header><footer>Meny</footer>'],
    ['a script and a style', '<script>Meny()</script><style>.Meny{}</style><noscript>Meny</noscript>'],
    ['a form', '<form><label>Meny <input value="Meny"></label><button>Meny</button></form>'],
    ['a template, a frame and a picture', '<template>Meny</template><iframe>Meny</iframe><svg><text>Meny</text></svg>'],
    ['what tells of cookies', '<div class="cookie-banner">Meny</div><div id="siteBreadcrumbs">Meny</div>'],
    ['a block of links', '<div><a href="/">Meny</a> <a href="/a">Meny ett</a> <a href="/b">Meny två</a></div>'],
    ['what has the role of a menu', '<div role="navigation">Meny</div><div role="banner">Meny</div>'],
  ])('is read without %s, with and without a part that is marked as the main one', async (_, around) => {
    const text = '<h1>Rubrik</h1><p>Texten om chefer.</p>';
    for (const body of [
      `${around}<main>${text}</main>`,
      `<main>${text}${around}</main>`.replace(/header|footer/g, 'nav'),
      `${around}${text}${around}`,
    ])
      expect(await markdownOf(body)).toBe('# Rubrik\n\nTexten om chefer.');
  });

  it.each([
    '<p hidden>Hemligt ord</p>',
    '<p aria-hidden="true">Hemligt ord</p>',
    '<div style="DISPLAY : none"><p>Hemligt <b>ord</b></p></div>',
    '<span style="visibility:hidden">Hemligt ord</span>',
    '<span style="font-size:0px">Hemligt ord</span>',
    '<span style="position:absolute;left:-9999px">Hemligt ord</span>',
    '<span class="sr-only">Hemligt ord</span>',
    '<span class="u-x visually-hidden">Hemligt ord</span>',
  ])('is read without what nobody sees, and that is said: %s', async (hidden) => {
    const { markdown, warnings } = await read('sida.html', page(main(`<p>Text.</p>${hidden}`)));
    expect(markdown.trim()).toBe('# Distansarbete\n\nText.');
    expect(warnings).toEqual([{ kind: 'hidden', count: 2 }]);
  });

  it('is read whole where no part is marked, and somebody should look it over', async () => {
    const { markdown, warnings } = await read('sida.htm', page('<div class="content"><h1>A</h1>Text<p>Mer.</div>'));
    expect(markdown.trim()).toBe('# A\n\nText\n\nMer.');
    expect(warnings).toEqual([{ kind: 'guessedMain' }]);
  });

  it('is found in the one article, in a form that holds all of the page, and under headings that fold out', async () => {
    expect(await markdownOf('<p>Annat.</p><article><h1>A</h1><p>B.</p></article>')).toBe('# A\n\nB.');
    expect(await markdownOf('<form><main><h1>A</h1><p>B.</p></main></form>')).toBe('# A\n\nB.');
    expect(await markdownOf(main('<h2><button>Fäll ut</button></h2><p>B.</p>'))).toContain('## Fäll ut');
  });

  it('says where it lies, who stands behind it and of when it is', async () => {
    const head = `<title>Distansarbete - Region Prov</title>
      <link rel="canonical" href="https://www.region.example/distans">
      <meta property="og:site_name" content="Region Prov"><meta property="article:modified_time" content="2025-03-14T10:00:00Z">`;
    expect((await read('a.html', page(main('<p>A.</p>'), head))).facts).toEqual({
      title: 'Distansarbete - Region Prov',
      publisher: 'Region Prov',
      date: '2025-03-14',
      url: 'https://www.region.example/distans',
    });
  });

  it.each([
    'javascript:alert(1)',
    'http://region.example/a',
    'https://a:b@region.example/',
    '/relativ',
    'https://localhost/',
    `https://region.example/${'a'.repeat(600)}`,
  ])('gives no address that nobody may be sent to: %s', async (href) => {
    const { facts } = await read('a.html', page(main('<p>A.</p>'), `<link rel="canonical" href="${href}">`));
    expect(facts?.url).toBeUndefined();
  });

  it('is known by where a browser saved it from', async () => {
    const saved = `<!DOCTYPE html>\n<!-- saved from url=(0033)https://www.region.example/distans -->\n<html><body>${main('<p>A.</p>')}`;
    expect((await read('a.html', Buffer.from(saved))).facts?.url).toBe('https://www.region.example/distans');
  });

  it('is read in the encoding that it names', async () => {
    const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"></head><body>${main('<p>Åtgärd och öppenhet.</p>')}`;
    const { markdown, warnings } = await read('a.html', Buffer.from(html, 'latin1'));
    expect(markdown).toContain('Åtgärd och öppenhet.');
    expect(warnings).toEqual([]);
  });
});

describe('a web page that was saved in one file', () => {
  const mht = (part: string, headers: string) =>
    Buffer.from(
      `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.region.example/distans\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b--"\r\n\r\n----b--\r\n${headers}\r\n\r\n${part}\r\n----b--\r\nContent-Type: image/png\r\n\r\nPNG\r\n----b----\r\n`,
    );

  it('is read as the page is', async () => {
    const quoted = '<html><body><main><h1>=C3=85tg=C3=A4rder</h1><p>Chefen fr=\r\n=C3=A5gar.</p></main></body></html>';
    const type = 'Content-Type: text/html; charset=utf-8';
    const one = await read('a.mht', mht(quoted, `${type}\r\nContent-Transfer-Encoding: quoted-printable`));
    expect(one.markdown.trim()).toBe('# Åtgärder\n\nChefen frågar.');
    expect(one.facts?.url).toBe('https://www.region.example/distans');
    const base64 = Buffer.from('<main><h1>Åtgärder</h1><p>Chefen frågar.</p></main>').toString('base64');
    const other = await read('a.mhtml', mht(base64, `${type}\r\nContent-Transfer-Encoding: base64`));
    expect(other.markdown).toBe(one.markdown);
  });

  it('is refused where it has no page, or is none', async () => {
    expect(await faultOf('a.mht', mht('Hej', 'Content-Type: text/plain'))).toBe('blank');
    expect(await faultOf('a.mht', Buffer.from('Bara text.'))).toBe('otherName');
  });
});

describe('a hostile web page', () => {
  it.each<[string, string, string]>([
    ['has no words', '<main><script>document.write("Hej")</script></main>', 'blank'],
    ['has hidden words alone', '<p hidden>Hej på dig</p>', 'allHidden'],
    ['has more elements than any document', '<i>a</i>'.repeat(400_001), 'tooLarge'],
  ])('is refused where it %s', async (_, body, fault) => expect(await faultOf('a.html', page(body))).toBe(fault));

  it('is refused by the name of text, and text by the name of a page', async () => {
    expect(await faultOf('a.txt', page('<p>A'))).toBe('otherName');
    expect(await faultOf('a.html', Buffer.from('Bara text.'))).toBe('otherName');
    expect(await faultOf('a.html', Buffer.alloc(documentLimits.bytes + 1, '<p>a'))).toBe('tooLarge');
  });

  it.each([
    ['divisions', '<div>', ''],
    ['lists', '<ul><li>', ''],
    ['tables', '<table><tr><td>', ''],
    ['links', '<a href="/">', ''],
    ['ends', '</div></table></li>', ''],
    ['hidden parts', '<p hidden>', ''],
    ['footers', '<footer>', ''],
    ['half a tag', '<div class="', '">'],
    ['half a comment', '<!-- ', ''],
  ])('is read or refused in time where it has 50 000 %s within each other', async (_, opening, closing) => {
    const started = performance.now();
    const body = `<p>Början.</p>${opening.repeat(50_000)}Slutet.${closing}`;
    await read('a.html', page(body)).catch(() => undefined);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('never makes its signs into Markdown, nor its marks into tags', async () => {
    const { markdown } = await read('a.html', page(main('<p>&lt;script&gt; [x](https://a.example) *b*</p>')));
    expect(markdown).toContain('script');
    expect(markdown).not.toMatch(/(?<!\\)<script>/);
    expect(markdown).not.toMatch(/(?<!\\)\[x\]\(/);
  });

  it('has facts of one line that fit', async () => {
    const head = `<meta property="og:site_name" content="A&#10;B ${'å'.repeat(300)}"><meta name="date" content="2025-99-99">`;
    const { facts } = await read('a.html', page(main('<p>A.</p>'), head));
    expect([facts?.publisher?.length, facts?.publisher?.slice(0, 3), facts?.date]).toEqual([120, 'A B', undefined]);
  });
});
