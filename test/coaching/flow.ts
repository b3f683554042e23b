import { FlowError, parseFlow } from '../../src/coaching/parseFlow';

/** A flow that has every kind of step and every condition. */
export const everything = parseFlow(
  'allt.yaml',
  `
title: Allt
purpose: Har alla sorters steg.
minutes: 5
seenBy: Bara du.
retention: P30D
starts: [allt]
summary: Sammanfattning
steps:
  - { id: vag, kind: choice, ask: Vilken väg?, options: { kort: Kort, lang: Lång } }
  - { id: fraga, kind: text, ask: Vad gäller det?, max: 200 }
  - { id: alternativ, kind: list, ask: Vilka alternativ?, entry: Alternativ, least: 2, most: 3, max: 80, when: { vag: lang } }
  - { id: konsekvens, kind: text, ask: Vad händer?, each: alternativ, max: 100, when: { vag: lang } }
  - - { id: forord, kind: choice, ask: Vad förordar du?, each: alternativ, when: { vag: lang } }
    - { id: varfor, kind: text, ask: Varför?, optional: true, private: true, variant: { vag: { kort: { ask: Varför kort? } } } }
  - { id: skala, kind: scale, ask: Hur är det?, poles: [Otydligt, Tydligt] }
  - { id: lista, kind: checklist, ask: Vad ordnar du?, options: { tid: Tid, stod: Stöd } }
  - { id: modig, kind: message, ask: Våga, text: Det blir bra. }
  - { id: datum, kind: date, ask: När?, after: P7D }
`,
);

/** Every fault of a file, one a line. An error other than a FlowError is thrown on. */
export function faults(file: string, text: string): string {
  try {
    parseFlow(file, text);
    return '';
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return error.message;
  }
}
