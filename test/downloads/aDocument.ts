import { type WrittenDocument } from '../../src/downloads/document';

/** What a person may write at worst, in every format. */
export const hostile = '<script>alert(1)</script> **fet** [länk](http://x.example) | ${x} \\ & "citat" åäö ÅÄÖ';

/** A document with a block of every kind. */
export const aDocument = (over: Partial<WrittenDocument> = {}): WrittenDocument => ({
  title: 'Överenskommelse (utkast)',
  facts: ['Lämna över ett uppdrag · klar fredag 27 november 2026'],
  blocks: [
    { kind: 'heading', text: 'Uppdrag' },
    { kind: 'text', text: `Schemat\nnästa rad\n\nnytt stycke ${hostile}` },
    { kind: 'heading', text: 'Vad behöver du själv släppa?' },
    { kind: 'note', text: 'Bara för dig.' },
    { kind: 'list', items: ['Kunskap', hostile] },
    {
      kind: 'table',
      head: ['Alternativ', 'För invånaren'],
      rows: [
        ['1. Vänta', 'Längre kö\noch oro'],
        [hostile, ''],
      ],
    },
  ],
  footer: 'Tillitscoachen',
  ...over,
});
