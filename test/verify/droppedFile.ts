import { type Page } from 'playwright-core';
import { column, pdfOf } from '../documents/pdfFile';

/** A PDF with so many pages, as a person chooses it in the browser. */
export const pdfFile = (name: string, ...pages: readonly (readonly string[])[]) => ({
  name,
  mimeType: 'application/pdf',
  buffer: pdfOf(pages.map((lines) => column(lines))),
});

/** As somebody drags a file from a folder to a place on the page. */
export async function dropOn(page: Page, place: string, { name, buffer }: ReturnType<typeof pdfFile>): Promise<void> {
  const make = `(() => {
    const dragged = new DataTransfer();
    const bytes = Uint8Array.from(atob('${buffer.toString('base64')}'), (sign) => sign.charCodeAt(0));
    dragged.items.add(new File([bytes], ${JSON.stringify(name)}));
    return dragged;
  })()`;
  await page.locator(place).dispatchEvent('drop', { dataTransfer: await page.evaluateHandle(make) });
}
