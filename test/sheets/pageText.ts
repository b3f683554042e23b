import { extractText, getDocumentProxy } from 'unpdf';

/** What a PDF says, page by page, with each run of white space as one space. */
export async function pagesOf(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
  return text.map((page) => page.replace(/\s+/g, ' '));
}
