import { html, type TemplateResult } from 'lit';
import texts from '../../cards/hr-page.sv.json';
import { fill } from '../shared/fill';

/** Words that the page and its API have in common. */
export { shared } from '../../cards/hr.sv.json';
/** Every text of the page: a key that the file lacks is a type error. */
export { fill, texts };

/** What a placeholder of a sentence may hold on the page: words, or a part of the page. */
type Part = string | number | TemplateResult;

/**
 * A sentence with its markup: `{name}` becomes the value of that name, `*words*` are shown strong, and `[words]` become what
 * `link` makes of them.
 * @throws where a placeholder has no value
 * @example sentence('Välj en fråga, eller [skriv en egen].', {}, (words) => html`<a href="#/egna/ny">${words}</a>`)
 */
export function sentence(
  text: string,
  values: Readonly<Record<string, Part>> = {},
  link: (words: string) => Part = (words) => words,
): Part[] {
  const words = (each: string) => fill(each, values as Record<string, string | number>);
  return text.split(/(\{\w+\}|\*[^*]+\*|\[[^\]]+\])/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name !== undefined) return values[name] ?? words(part);
    if (part.startsWith('*')) return html`<strong>${words(part.slice(1, -1))}</strong>`;
    return part.startsWith('[') ? link(words(part.slice(1, -1))) : part;
  });
}

/** "1 stycke", "12 stycken": a number with the form of the word that goes with it. */
export const counted = (forms: { readonly one: string; readonly many: string }, count: number): string =>
  fill(count === 1 ? forms.one : forms.many, { count: count.toLocaleString('sv-SE') });
