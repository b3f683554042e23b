import { writable, type Block, type WrittenDocument } from '../downloads/document';
import { page } from './documentPage';
import { html, type Html } from './escapedHtml';

/** A document as one HTML file that a browser shows without the network. */
export const writtenPage = ({ title, facts, blocks, footer }: WrittenDocument): Buffer =>
  Buffer.from(
    page(
      writable(title),
      html`<header>
          <h1>${writable(title)}</h1>
          ${facts.map((fact) => html`<p>${writable(fact)}</p>`)}
        </header>
        <main>${blocks.map(blockIn)}</main>
        <footer><p>${writable(footer)}</p></footer>`,
    ),
    'utf8',
  );

function blockIn(block: Block): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h2>${writable(block.text)}</h2>`;
    case 'note':
      return html`<p class="label">${writable(block.text)}</p>`;
    case 'text':
      return html`<p>${lines(block.text)}</p>`;
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${lines(item)}</li>`)}
      </ul>`;
    case 'table':
      return html`<div class="table">
        <table>
          <thead>
            <tr>
              ${block.head.map((cell) => html`<th scope="col">${lines(cell)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${block.rows.map(
              (row) =>
                html`<tr>
                  ${row.map((cell) => html`<td>${lines(cell)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }
}

const lines = (text: string): Html[] =>
  writable(text)
    .split('\n')
    .map((line, at) => html`${at ? html`<br />` : undefined}${line}`);
