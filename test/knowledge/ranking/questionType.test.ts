import {
  definedIn,
  defines,
  isDoer,
  isManner,
  named,
  saysYesOrNo,
  wantsDefinition,
  wantsPresentState,
  wantsWay,
  wantsYesOrNo,
} from '../../../src/knowledge/ranking/questionType';
import { factWanted } from '../../../src/knowledge/ranking/factType';
import { wordsOf } from '../../../src/knowledge/text/swedish';
import { documentOf } from '../library';

const topic = ['tillit'];

describe('wantsDefinition', () => {
  it.each([
    'Vad är tillit?',
    'vad innebär tillit',
    'Vad menas med tillit?',
    'Hur definierar SKR tillit?',
    'vad star UL for',
  ])('hears it in "%s"', (question) => expect(wantsDefinition(wordsOf(question))).toBe(true));
  it.each([
    'Vad är skillnaden mellan tillit och kontroll?',
    'Hur skapar jag tillit?',
    'tillit',
    'vad är det för fika på mötet',
    'Vad är de vanligaste invändningarna mot tillit?',
    'vad är det viktigaste i tillit',
    'Vad står det i avtalet om vad jag ansvarar för?',
  ])('does not hear it in "%s"', (question) => expect(wantsDefinition(wordsOf(question))).toBe(false));
});

describe('wantsPresentState', () => {
  const hears = (question: string) => {
    const words = wordsOf(question);
    return wantsPresentState(words, factWanted(question, words) !== undefined);
  };
  it.each([
    'vad är det för lunch i personalmatsalen i dag',
    'Hur många är sjuka idag?',
    'Vem har jouren i kväll?',
    'När går bussen imorgon?',
    'hej, vad blir det för väder i morgon',
    'Hur blir lunchen i Kiruna imorgon?',
    'Vem är vaktmästare hos oss nu?',
    'Vad heter nuvarande vaktmästare?',
    'När är nästa stämma?',
    'Vad bestämde styrelsen i måndags?',
  ])('hears how something is at this moment: %s', (question) => expect(hears(question)).toBe(true));
  it.each([
    'Hur gör chefer i dag för att bygga tillit?',
    'Varför drunknar chefer i pappersarbete i dag?',
    'Jag har möte i morgon, hur börjar jag?',
    'Hur blir jag en bättre chef i morgon?',
    'Vad gör vi nu?',
    'Vem av mina medarbetare kan ta jouren i dag?',
    'Vad är det för principer som gäller?',
    'Hur många principer finns det?',
    'Vad är nästa steg?',
    'När behövs nästa steg?',
    'Vi hade ett möte i måndags som gick snett, vad gör jag?',
  ])('does not hear it in %s', (question) => expect(hears(question)).toBe(false));
});

describe('who does what is asked about', () => {
  const doerIn = (question: string) => {
    const words = wordsOf(question);
    return words.find((word) => isDoer(words, word))?.folded;
  };
  it.each([
    ['hur jobbar polisen med tillit', 'polisen'],
    ['Hur har skolan infört det?', 'skolan'],
  ])('is heard: %s', (question, doer) => expect(doerIn(question)).toBe(doer));
  it.each(['Hur gör chefer för att lyckas?', 'hur jobbar vi med tillit', 'Hur gör jag det?', 'Hur styr polisen?'])(
    'is nobody in particular: %s',
    (question) => expect(doerIn(question)).toBeUndefined(),
  );
});

describe('wantsWay', () => {
  it('hears a question for ways', () => {
    expect(wantsWay(wordsOf('Hur gör jag?'))).toBe(true);
    expect(wantsWay(wordsOf('Vad är tillit?'))).toBe(false);
    expect(wantsWay(wordsOf('Vad är ett bra möte?'))).toBe(true);
    expect(wantsDefinition(wordsOf('Vad är ett bra möte?'))).toBe(false);
  });

  it('hears it after a question for a meaning, which ends there', () => {
    const both = wordsOf('vad är tillit å hur skapar man de');
    expect(wantsWay(both)).toBe(true);
    expect(definedIn(both).map(({ folded }) => folded)).toEqual(['tillit']);
    expect(wantsWay(wordsOf('Vad är tillit och hur många har den?'))).toBe(false);
  });
});

describe('wantsYesOrNo', () => {
  it.each(['Får jag delegera lönesättning?', 'hej, kan man lita på alla', 'Är tillit flum?'])(
    'hears it in "%s"',
    (question) => expect(wantsYesOrNo(wordsOf(question))).toBe(true),
  );
  it.each(['Hur får jag tid?', 'Vad är tillit?', 'argument för tillit'])('does not hear it in "%s"', (question) =>
    expect(wantsYesOrNo(wordsOf(question))).toBe(false),
  );
  it.each([
    ['Ja, det får du.', true],
    ['Nej. Beslutet är ditt.', true],
    ['Jag litar på dig.', false],
    ['Neja', false],
  ])('%s is a yes or a no: %s', (text, says) => expect(saysYesOrNo(text)).toBe(says));
});

describe('isManner', () => {
  const manner = (question: string) => {
    const words = wordsOf(question);
    return words.filter((word) => isManner(words, word)).map((word) => word.folded);
  };

  it('is the word after "hur", however that is spelt', () => {
    expect(manner('Hur undviker jag detaljstyrning?')).toEqual(['undviker']);
    expect(manner('hu skapar man tillit')).toEqual(['skapar']);
  });

  it('is nothing in a question that has no "hur"', () => expect(manner('Vad är tillit?')).toEqual([]));
});

describe('defines', () => {
  it('is surest where a sentence begins with the topic and a verb that defines', () => {
    expect(defines([wordsOf('Tillit innebär att man vågar.')], [], topic)).toBe(1);
  });

  it('doubts a denial, a mere mention and a verb far away', () => {
    const plain = defines([wordsOf('Tillit är ett förhållningssätt.')], [], topic);
    for (const text of [
      'Tillit är inte fritt valt arbete.',
      'Det som de flesta talar om är nog tillit.',
      'Tillit växer långsamt när alla i gruppen talar med varandra, är vår erfarenhet.',
    ])
      expect(defines([wordsOf(text)], [], topic)).toBeLessThan(plain);
  });

  it('finds none where the topic does not stand', () => {
    expect(defines([wordsOf('Mod är att våga.')], ['Definition'], topic)).toBe(0);
  });

  it('trusts a heading that says so', () => {
    expect(defines([wordsOf('Tillit: mod att släppa taget.')], ['Definition:'], topic)).toBe(1);
  });
});

describe('named', () => {
  const skane = documentOf('', { publisher: 'Region Skåne', aliases: ['Skåne', 'goda exempel'] });
  it('knows a document by publisher or alias, typed as it may be', () => {
    expect(named([skane], wordsOf('vad tycker skane'))).toEqual(new Set([skane]));
  });
  it('wants all words of a name', () => {
    expect(named([skane], wordsOf('ge ett exempel'))).toEqual(new Set());
  });
});
