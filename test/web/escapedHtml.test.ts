import { html } from '../../src/web/escapedHtml';

describe('html', () => {
  it('lets no text out of its element or its attribute', () => {
    const text = `"><b onclick='x'>&amp;`;
    const safe = '&#34;&#62;&#60;b onclick=&#39;x&#39;&#62;&#38;amp;';
    expect(html`<a title="${text}">${text}</a>`.markup).toBe(`<a title="${safe}">${safe}</a>`);
  });

  it('takes its own markup as it is, one or many, and nothing as nothing', () => {
    const items = ['a', '<b>'].map((words) => html`<b>${words}</b>`);
    const all = html`<p>${items}${undefined}${html`<i>c</i>`}${7}</p>`.markup;
    expect(all).toBe('<p><b>a</b><b>&#60;b&#62;</b><i>c</i>7</p>');
  });
});
