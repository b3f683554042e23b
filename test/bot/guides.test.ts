import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readGuides } from '../../src/bot/guides';
import { FlowError } from '../../src/coaching/parseFlow';

const flow = (title: string, guide?: string) => `
title: ${title}
purpose: P
minutes: 5
seenBy: Du
retention: P30D
starts: [${title}]
summary: S
${guide ? `guide: ${guide}` : ''}
steps: [{ id: dag, kind: date, ask: När? }]
`;

let root: string;
beforeEach(() => void (root = mkdtempSync(path.join(tmpdir(), 'guides-'))));
afterEach(() => rmSync(root, { recursive: true }));
/** The guides of a folder with these two guides and one reflection. */
function read(named: { readonly inReflection?: string; readonly inGuide?: string }) {
  const folders = { guides: mkdtempSync(path.join(root, 'g')), reflections: mkdtempSync(path.join(root, 'r')) };
  writeFileSync(path.join(folders.guides, 'vana.yaml'), flow('Vana', named.inGuide));
  writeFileSync(path.join(folders.guides, 'uppdrag.yaml'), flow('Uppdrag'));
  writeFileSync(path.join(folders.reflections, 'ramar.yaml'), flow('Ramar', named.inReflection));
  return readGuides(folders);
}

describe('the guide that fits a question', () => {
  it('is named in the file of the question', () => {
    const { flows } = read({ inReflection: 'vana', inGuide: 'uppdrag' });
    expect([flows.get('ramar')!.guide, flows.get('vana')!.guide, flows.get('uppdrag')!.guide]).toEqual([
      'vana',
      'uppdrag',
      undefined,
    ]);
  });

  it.each([
    ['finns-inte', 'ramar.yaml: guide är finns-inte. Tillåtet: uppdrag, vana.'],
    ['ramar', 'ramar.yaml: guide är ramar. Tillåtet: uppdrag, vana.'],
  ])('cannot be %s, which is no guide: the service does not start, and says what is allowed', (inReflection, said) => {
    expect(() => read({ inReflection })).toThrow(new FlowError(said));
  });

  it('is another guide than the one that names it', () => {
    expect(() => read({ inGuide: 'vana' })).toThrow(new FlowError('vana.yaml: guide är vana. Tillåtet: uppdrag.'));
  });
});
