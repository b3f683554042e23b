import { factWanted, factsIn } from '../../../src/knowledge/ranking/factType';
import { wordsOf } from '../../../src/knowledge/text/swedish';

const wanted = (text: string) => factWanted(text, wordsOf(text));
const holds = (type: NonNullable<ReturnType<typeof wanted>>, text: string, question = '') =>
  factsIn(type, text, new Set(wordsOf(question).map(({ folded }) => folded))).length > 0;

describe('what fact a question asks for', () => {
  it.each([
    ['Hur många cyklar står i källaren?', 'number'],
    ['Vad blev cykelvärdet i källaren?', 'number'],
    ['Vad är snittet i år?', 'number'],
    ['hur manga procent av cyklarna är röda', 'share'],
    ['Vad kostar en cykel?', 'money'],
    ['Vilken budget har avdelningen?', 'money'],
    ['Kan man ha budget i balans och ändå styra med tillit?', undefined],
    ['Hur länge räcker batteriet?', 'duration'],
    ['Hur långa är turerna?', 'duration'],
    ['hur stora är verkstäderna', 'number'],
    ['Hur ofta smörjs kedjan?', 'frequency'],
    ['När öppnar verkstaden?', 'date'],
    ['När är nästa öppna dag?', 'date'],
    ['Vilket år byggdes källaren?', 'date'],
    ['Vad heter vaktmästaren?', 'name'],
    ['Vilka är de tre utbildarna?', 'name'],
    ['hej, vem lagade pumpen', 'person'],
    ['Jag undrar vem som lagade pumpen', 'person'],
    ['Av vem köptes pumpen?', 'person'],
    ['Vem är vaktmästare?', 'name'],
    ['Min cykel är borta. Var hittar jag den?', 'place'],
    ['Var hölls stämman?', 'place'],
    ['I vilken lokal hölls stämman?', 'place'],
    ['Finns det en blankett för stölder?', 'form'],
    ['har ni en protokollsmall', 'form'],
    ['Finns det en app för cyklar?', 'form'],
    ['vaktmästarens telefonnummer', 'contact'],
    ['Vilken paragraf gäller lås?', 'identifier'],
    ['Varför rostar kedjan?', 'reason'],
    ['Vilka verktyg behövs?', 'which'],
    ['I vilket system bokar man cykeln?', 'which'],
  ])('%s', (question, type) => expect(wanted(question)).toBe(type));

  it.each([
    'När jag cyklar skramlar det, vad gör jag?',
    'Vilka är de bästa cyklarna?',
    'Vilka är riskerna med en cykel?',
    'Var det rätt att byta kedja?',
    'När är olja nödvändig?',
    'När passar det inte att cykla?',
    'Hur lagar man en punktering?',
    'en liten smäll på ramen',
    'Vem bestämmer när två vill cykla samtidigt?',
    'vem har ansvaret när kedjan går av',
    'Vem ska få besluta om nya däck?',
    'Vem är det som beslutar om däcken, jag eller du?',
    'Vem är ansvarig om alla delar på cykeln?',
    'Hur väljer vi bort cyklar, och vem tar smällen?',
    'Var går gränsen för vad man får byta själv?',
    'Ingen vet vem som ska pumpa däcken',
    'Gruppen grälar om vem som ska cykla',
  ])('is none: %s', (question) => expect(wanted(question)).toBeUndefined());
});

describe('whether a text holds such a fact', () => {
  it.each([
    ['number', 'Där står fjorton cyklar.', 'Källaren byggdes 1987, se ärende 2019/45.'],
    ['share', 'Hälften är röda.', 'Tolv är röda.'],
    ['money', 'Den kostar 300 kr.', 'Den kostar mer än förr.'],
    ['duration', 'Det räcker i två timmar.', 'Det räcker hela vägen.'],
    ['frequency', 'Kedjan smörjs varje vecka.', 'Kedjan smörjs av vaktmästaren.'],
    ['date', 'Den öppnade i mars.', 'Den öppnade sent.'],
    ['name', 'Vaktmästaren Vilma Kvist lagar.', 'I Region Mellan lagar vaktmästaren.'],
    ['person', 'Pumpen lagades av avdelningschefen.', 'Pumpen lagades i går.'],
    ['contact', 'Skriv till cykel@prov.example.', 'Skriv till vaktmästaren.'],
    ['identifier', 'Det står i 7 §.', 'Det står i lagen.'],
    ['reason', 'Den rostar på grund av regnet.', 'Den rostar i regnet.'],
  ] as const)('%s', (type, with_, without) => {
    expect(holds(type, with_)).toBe(true);
    expect(holds(type, without)).toBe(false);
  });

  it('that the question does not say itself', () => {
    expect(holds('date', 'Stämman 2018 var lång.', 'När var stämman 2018 slut?')).toBe(false);
  });
});
