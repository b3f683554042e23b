import { type Principle } from '../coaching/flow';
import { type Question } from '../coaching/questionSet';
import { type QuestionSetEntry } from '../hr/questionSets';

/** What the principles are called, in their order. */
export const principleWords: Readonly<Record<Principle, string>> = {
  tillit: 'Tillit',
  medborgarfokus: 'Medborgarfokus',
  helhetssyn: 'Helhetssyn',
  handlingsutrymme: 'Handlingsutrymme',
  stöd: 'Stöd',
  kunskap: 'Kunskap',
  öppenhet: 'Öppenhet',
};

export const setStateWords: Readonly<
  Record<QuestionSetEntry['state'], { readonly label: string; readonly color: string }>
> = {
  ready: { label: 'Klar', color: 'success' },
  draft: { label: 'Utkast', color: 'subtle' },
  retired: { label: 'Pensionerad', color: 'informative' },
};

export const kindWords: Readonly<Record<Question['kind'], string>> = {
  choice: 'Ett val',
  scale: 'En skala',
  text: 'Egna ord',
  yesNo: 'Ja eller nej',
};
