import { passagesOf } from '../../../src/knowledge/documents/passages';
import { findQuote } from '../../../src/knowledge/documents/verbatim';
import { documentOf } from '../library';

const long = (words: string) => `${words} ${'Orden är många och meningen är lång. '.repeat(20)}`;

const body = `# Tillit

*”Vad säger du?
Och vad **förordar** du?”*

# Ramar

${long('Ramarna ligger fast.')}Så slutar det.

${long('Handlingsutrymmet växer.')}`;

const document = documentOf(body);
const found = (quote: string) => findQuote(document, passagesOf(document), quote)?.id;

describe('a quote', () => {
  it('stands in its document whatever its white space, asterisks and kinds of quotation marks', () => {
    expect(found('"Vad säger du? Och  vad förordar\ndu?"')).toBe('prov#1');
  });

  it('stands there letter by letter, or not at all', () => {
    expect(found('Vad säger ni?')).toBeUndefined();
    expect(found('vad säger du?')).toBeUndefined();
    expect(found('')).toBeUndefined();
    expect(found(' * ')).toBeUndefined();
  });

  it('is found where it begins when it goes on in the next passage', () => {
    const across = 'Så slutar det. Handlingsutrymmet växer.';
    expect(found(across)).toBe(found('Ramarna ligger fast.'));
    expect(found('Handlingsutrymmet växer.')).not.toBe(found(across));
  });

  it('does not leap over a heading', () => {
    expect(found('Och vad förordar du?” Ramarna ligger fast.')).toBeUndefined();
  });
});
