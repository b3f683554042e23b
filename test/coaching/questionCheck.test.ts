import path from 'node:path';
import { checkQuestions } from '../../src/coaching/questionCheck';
import { readQuestionCheck } from '../../src/coaching/readQuestionCheck';
import { personNamesAmong } from '../../src/knowledge/personNames';
import { readOrdinary } from '../../src/knowledge/unanswered';
import { projectRoot } from '../../src/shared/config';
import { foldersIn, readGuides } from '../../src/bot/guides';

const lists = readQuestionCheck(path.join(projectRoot, 'cards/question-check.yaml'));
const ordinary = readOrdinary(path.join(projectRoot, 'knowledge'));
const namesIn = personNamesAmong(ordinary, lists.stops.person);
const kindsIn = (ask: string) =>
  checkQuestions({ title: '', questions: [{ kind: 'yesNo', ask, intro: '' }] }, lists, namesIn).map(({ kind }) => kind);

describe('what must not be asked', () => {
  it.each([
    'Har du varit sjukskriven i år?',
    'Har du någon diagnos?',
    'Mår du dåligt av jobbet?',
    'Hur mår dina medarbetare?',
    'Är du stressad?',
    'Hur är er psykiska hälsa?',
    'Hur hög är sjukfrånvaron?',
    'Känner du dig utbränd?',
    'Har du haft ont i ryggen i år?',
    'Har du varit hemma från jobbet på grund av stress?',
    'Har du ADHD?',
    'Hur ofta frågar du hur dina medarbetare mår?',
  ])('is health: %s', (ask) => expect(kindsIn(ask)).toContain('health'));

  it.each([
    'Hur bra är din chef?',
    'Hur duktig är din närmaste chef?',
    'Betygsätt din chef',
    'Sätt betyg på din närmaste chef.',
    'Hur nöjd är du med din chef?',
    'Är din chef bra på att lyssna?',
    'Vem är bäst i din grupp?',
    'Rangordna dina medarbetare',
    'Hur skickliga är dina kollegor?',
    'Hur bra leder din chef?',
    'Vilken medarbetare är svagast?',
    'Ge din chef ett betyg',
    'Sätt ett betyg 1–5 på din chef.',
    'Vilka medarbetare presterar sämst?',
    'Hur nöjd är du med din närmaste chefs ledarskap?',
    'Hur bra är du som chef?',
    'Gör din chef ett bra jobb?',
  ])('is a grade of a person: %s', (ask) => expect(kindsIn(ask)).toContain('grade'));

  it.each([
    'Vad tycker du om Lena Öhman?',
    'Har Karin tid för dig?',
    'Anna leder mötet i dag. Hur går det?',
    'Hur var mötet med Abdulrahim?',
    'Lyssnar Lisas grupp på er?',
    'Vad säger lisa karlsson?',
    'Per vecka: hur ofta ser du Berglund?',
  ])('is a named person: %s', (ask) => expect(kindsIn(ask)).toContain('person'));
});

describe('what may be asked', () => {
  it.each([
    'Hur tydliga är ramarna för ditt uppdrag?',
    'Vilka beslut borde tas närmare verksamheten?',
    'Hur bra fungerar mötet mellan chef och medarbetare?',
    'Hur bra är stödet från din chef?',
    'Vad är det bästa med att vara chef?',
    'Hur hjälper ni varandra inom hälso- och sjukvården?',
    'Hur använder ni Teams och Excel på APT?',
    'Vad betyder Region Gävleborgs värdegrund för er?',
    'Vad kan HR göra för dig? Svara kort.',
    'Har ni tid att lära av varandra i Värmland?',
    'Hur lätt är det att säga emot? Tänk på ert senaste möte.',
    'Björken utanför är vacker. Ser ni den?',
    'Vågar dina medarbetare säga nej?',
    'Vad fungerar bra i samarbetet med Hudiksvall?',
    'Hur nöjd är du med era möten?',
    'Hur väl känner du dina medarbetares arbete?',
    'Vilka mål är mest poänglösa?',
    'Vad skulle per dag räcka?',
    'Hur bedömer ni om ett mål är nått?',
    'Per vecka: hur mycket tid har ni?',
    'Maj är snart här. Vad har ni lärt er?',
  ])('without a stop: %s', (ask) => {
    expect(kindsIn(ask).filter((kind) => kind in lists.stops)).toEqual([]);
  });

  it('is every ready-made question, without a word of advice', () => {
    const { reflections } = readGuides(foldersIn(path.join(projectRoot, 'cards')));
    const found = reflections.flatMap(({ cards }) =>
      cards.flatMap(({ steps }) => steps.map(({ ask }) => [ask, kindsIn(ask)] as const)),
    );
    expect(found.filter(([, kinds]) => kinds.length)).toEqual([]);
  });
});

describe('what could be said more plainly', () => {
  it.each<[string, string]>([
    ['Hur många möten har ni, och hur många av dem behövs egentligen för att ni ska hinna med det som är viktigast för invånarna?', 'long'], // oxfmt-ignore
    ['Vad tar tid? Vad kan ni sluta med?', 'several'],
    ['Vad tar tid och hur kan ni ändra det?', 'several'],
    ['Är det inte ovanligt att ni inte hinner?', 'negation'],
    ['Hur implementerar ni målen?', 'heavy'],
    ['Får du feedback?', 'heavy'],
    ['Vad gäller avseende besluten?', 'heavy'],
  ])('%s: %s', (ask, kind) => {
    expect(kindsIn(ask)).toContain(kind);
    expect(kindsIn(ask).filter((each) => each in lists.stops)).toEqual([]);
  });

  it('names the word and the remedy, also in the options and the line below', () => {
    const [named, heavy, ...others] = checkQuestions(
      {
        title: '',
        questions: [
          { kind: 'text', ask: 'Vad vill du lära dig?', intro: '' },
          { kind: 'choice', ask: 'Vem hjälper dig?', intro: 'Tänk på Kerstin.', options: ['Min chef', 'Feedback'] },
        ],
      },
      lists,
      namesIn,
    );
    expect(others).toEqual([]);
    expect(named).toMatchObject({ kind: 'person', stops: true, question: 1 });
    expect(named!.text).toContain('”Kerstin”');
    expect(heavy).toMatchObject({ kind: 'heavy', stops: false, question: 1 });
    expect(heavy!.text).toContain('återkoppling');
  });
});
