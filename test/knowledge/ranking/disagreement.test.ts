import { ask } from '../../../src/knowledge/answer';
import { libraryOf, readWording } from '../../../src/knowledge/library';
import { passagesOf } from '../../../src/knowledge/documents/passages';
import { statedAmounts } from '../../../src/knowledge/ranking/statedAmounts';
import { contradicts } from '../../../src/knowledge/ranking/stance';
import { documentOf, knowledge } from '../library';

const wording = readWording(knowledge);
const filling = [
  'Medarbetaren för dialog med sin chef om uppdraget och om vad som fungerar i vardagen.',
  'Skyddsronden dokumenteras i systemet för avvikelser, och åtgärderna följs upp av chefen.',
  'Regionen upphandlar livsmedel tillsammans med kommunerna i länet.',
];

/** What is asked of two documents that say these, among others. */
function differing(question: string, heading: string, one: string, other: string) {
  const document = (id: string, text: string, at: number) =>
    passagesOf({ ...documentOf(`# ${heading}\n\n${text}\n\n# Annat\n\n${filling[at]}`), id });
  const passages = [...document('a', one, 0), ...document('b', other, 1)];
  const answer = ask(libraryOf(passages, wording), question);
  if (answer.outcome !== 'found') throw new Error(answer.outcome);
  return answer;
}

describe('documents that differ', () => {
  it.each([
    [
      'Hur långt i förväg ska schemat vara klart?',
      'Schema',
      'Schemat ska vara klart 14 dagar i förväg.',
      'Schemat ska vara klart fyra veckor i förväg.',
      'amount',
    ],
    [
      'Hur ofta ska medarbetarsamtal hållas?',
      'Medarbetarsamtal',
      'Medarbetarsamtal ska hållas en gång per år.',
      'Medarbetarsamtal ska hållas varje halvår.',
      'amount',
    ],
    [
      'Hur många medarbetare får en chef ha?',
      'Antal medarbetare',
      'En chef får ha högst 30 medarbetare.',
      'En chef får ha högst 25 medarbetare.',
      'amount',
    ],
    [
      'Hur länge gäller överenskommelsen?',
      'Överenskommelse',
      'Överenskommelsen gäller ett år i taget, med fjorton dagars uppsägning.',
      'Överenskommelsen gäller sex månader i taget.',
      'amount',
    ],
    [
      'Hur mycket får man per mil för egen bil?',
      'Egen bil',
      'För egen bil får man 25 kronor per mil.',
      'För egen bil får man 18,50 kr per mil.',
      'amount',
    ],
    [
      'Hur stor andel av sjuklönen betalar arbetsgivaren?',
      'Sjuklön',
      'Arbetsgivaren betalar en sjuklön som är 80 procent av lönen, en andel som gäller alla.',
      'Arbetsgivaren betalar en sjuklön som är 90 % av lönen, en andel som gäller alla.',
      'amount',
    ],
    [
      'Får medarbetare arbeta på distans?',
      'Distansarbete',
      'Medarbetare får arbeta på distans.',
      'Medarbetare får inte arbeta på distans.',
      'stance',
    ],
    [
      'Ska distansarbete godkännas av chefen?',
      'Distansarbete',
      'Distansarbete ska godkännas av chefen.',
      'Distansarbete behöver inte godkännas av chefen.',
      'stance',
    ],
    [
      'Vad är delegering?',
      'Delegering',
      'Delegering innebär att en arbetsuppgift lämnas till en annan person med ansvaret kvar hos chefen.',
      'Delegering är ett beslut i nämnden som flyttar rätten att besluta till en tjänsteman.',
      'definition',
    ],
  ])('stand beside each other: %s', (question, heading, one, other, differs) => {
    const answer = differing(question, heading, one, other);
    expect(answer.differs).toBe(differs);
    expect([answer.quote, ...answer.beside].map(({ passage }) => passage.document.id).sort()).toEqual(['a', 'b']);
  });

  it.each([
    [
      'Hur långt i förväg ska schemat vara klart?',
      'Schema',
      'Schemat ska vara klart 14 dagar i förväg.',
      'Schemat ska vara klart två veckor i förväg.',
    ],
    [
      'Hur ofta ska medarbetarsamtal hållas?',
      'Medarbetarsamtal',
      'Medarbetarsamtal ska hållas varje år.',
      'Medarbetarsamtal ska hållas en gång om året, i minst 90 minuter.',
    ],
    [
      'Får medarbetare arbeta på distans?',
      'Distansarbete',
      'Medarbetare får arbeta på distans.',
      'Medarbetare får inte arbeta på distans utan att chefen har sagt ja.',
    ],
    [
      'Hur många medarbetare får en chef ha?',
      'Antal medarbetare',
      'En chef får ha högst 30 medarbetare.',
      'En chef ska ha minst 10 medarbetare.',
    ],
    [
      'Hur långt i förväg ska schemat vara klart?',
      'Schema',
      'Schemat ska vara klart 2–4 veckor i förväg.',
      'Schemat ska vara klart tre veckor i förväg.',
    ],
    [
      'Vem godkänner distansarbete?',
      'Distansarbete',
      'Distansarbete godkänns av närmaste chef, högst 2 dagar i veckan.',
      'Distansarbete godkänns av närmaste chef, högst 3 dagar i veckan.',
    ],
  ])('are no two that say the same, or of which one only adds: %s', (question, heading, one, other) => {
    expect(differing(question, heading, one, other).differs).toBeUndefined();
  });
});

describe('the amounts of a sentence', () => {
  it.each([
    ['Senast 14 dagar före', [{ kind: 'hours', value: 336, bound: 'most' }]],
    ['minst två veckor', [{ kind: 'hours', value: 336, bound: 'least' }]],
    ['tio arbetsdagar', [{ kind: 'workingDays', value: 10 }]],
    ['en gång i kvartalet', [{ kind: 'timesAYear', value: 4 }]],
    ['vartannat år', [{ kind: 'timesAYear', value: 0.5 }]],
    ['var tredje månad', [{ kind: 'timesAYear', value: 4 }]],
    [
      '80 procent och 7,5 %',
      [
        { kind: 'share', value: 80 },
        { kind: 'share', value: 7.5 },
      ],
    ],
    ['15 000 kronor', [{ kind: 'kronor', value: 15000 }]],
    ['2,5 miljoner kronor', [{ kind: 'kronor', value: 2.5e6 }]],
    ['klockan 09.30', [{ kind: 'clock', value: 9.3 }]],
    ['den 15 mars', [{ kind: 'day', value: 77 }]],
    ['under 2021 och enligt 3 § i lagen', []],
    ['en chef', []],
  ])('%s', (sentence, amounts) => expect(statedAmounts(sentence)).toEqual(amounts));
});

describe('a sentence that denies another', () => {
  it.each([
    ['Chefen får besluta om lön.', 'Chefen får inte besluta om lön.', true],
    ['Privata samtal är tillåtna.', 'Privata samtal är förbjudna.', true],
    ['Ja, det går bra.', 'Nej, det går inte.', true],
    ['Chefen ska ringa.', 'Chefen ska aldrig ringa.', true],
    ['Olycksfall hemma anmäls inte som arbetsskada.', 'Olycksfall hemma anmäls som arbetsskada.', true],
    ['Restid räknas inte som övertid.', 'Restid räknas som övertid.', true],
    ['Chefen får ringa.', 'Chefen behöver inte ringa.', false],
    ['Chefen ska inte bara ringa.', 'Chefen ska ringa.', false],
    ['Chefen får inte ringa.', 'Chefen ska inte ringa.', false],
    ['Samtalet är viktigt.', 'Chefen får inte ringa.', false],
  ])('%s %s', (one, other, isDenied) => {
    expect(contradicts(one, other)).toBe(isDenied);
    expect(contradicts(other, one)).toBe(isDenied);
  });
});
