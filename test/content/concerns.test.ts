import path from 'node:path';
import { isConcern } from '../../src/knowledge/concern';
import { readConcerns } from '../../src/knowledge/readConcerns';
import { projectRoot } from '../../src/shared/config';

const concerns = readConcerns(path.join(projectRoot, 'knowledge'));
const points = (text: string, perTurn?: number) => isConcern(concerns, text, perTurn);

/** Somebody may need help: the card comes, whatever else the text says. */
const real = [
  'han har hotat mig',
  'jag orkar inte leva',
  'hon slår en kollega',
  'jag är rädd för min chef',
  'patienten kom till skada',
  'kollegan blir mobbad',
  'Min kollega hotar mig med stryk',
  'Jag blev hotad av en anhörig i natt',
  'han sa att han ska döda mig',
  'jag har fått ett dödshot på mejlen',
  'en patient slog mig i ansiktet',
  'han slog mig igår',
  'en anhörig har slagit en av våra sköterskor',
  'hon blev slagen på jobbet',
  'chefen knuffade mig in i väggen',
  'nån i teamet får spö om hen säger nåt',
  'han tog strypgrepp på vikarien',
  'jag vågar inte gå till jobbet',
  'skiträdd för chefen, va ska jag göra',
  'jag är räd för honom',
  'alla är rädda för henne',
  'det är ett hot mot mig och min familj',
  'han är ett hot mot våra medarbetare',
  'hotet mot it-chefen tas inte på allvar',
  'hon hotade ekonomichefen',
  'han hotar projektledaren',
  'våldsamma patienter på avdelningen',
  'han blev våldsam',
  'jag utsätts för våld hemma',
  'kollegan har kniv med sig',
  'de mobar henne hela tiden',
  'jag blir mobad av min chef',
  'trackaserad på jobbet, vad gör jag?',
  'han tafsar på vikarierna',
  'min medarbetare kränks av kollegor',
  'Mobbning i min grupp, vad säger policyn?',
  'vad säger policyn när en kollega blir mobbad?',
  'vad säger policyn om att han hotat mig?',
  'jag vill dö',
  'vill inte leva mer',
  'jag pallar inte längre',
  'orkar inte mer nu',
  'hon pratar om sjävmord',
  'jag tänker ge upp livet',
  'vore lika bra att inte finnas',
  'han skär sig på toan',
  'min medarbetare är sjuk igen',
  'hen är i rehab',
  'hon är helt slut och utbrend',
  'jag fick en panikattack på mötet',
  'han luktar sprit på morgonen',
  'bakfull på jobbet varje måndag',
  'medarbetaren har gråtit hela dagen',
  'vi gav fel dos till en patient',
  'patienten var i fara i natt',
  'vi utsätter patienterna för fara',
  'patienten är i verklig fara',
  'patienten dog i natt och ingen vet varför',
  'det är farligt för patienterna på kvällen',
  'systemet låg nere så patienten skadades',
  'det största hotet mot mig är min chef',
  'våldsamt mycket att göra och jag orkar inte mer',
  'Vad är hotet mot tilliten? Han har hotat mig.',
  'Han blev våldsam. Många blev rädda',
  'ett hot mot den nya tilliten som vi har haft här sedan och mot min chef',
  'hotade läraren',
  'han hotade it-chefen',
  'det är ett hot mot demokratin och mot mig',
  'vad säger policyn om mobbning av en kollega?',
  'vår psykolog är hotad',
  'han tog livet av projektledaren',
  'jag kan inte leva efter det som hänt',
  'han hotar att rasera mitt liv',
  'jag känner mig hotad av nya chefen',
  'vi har ett barn här, det slog mig i ansiktet',
  'han slog mig ner i korridoren',
  'vårt största hot är en kollega',
  'vad säger policyn om mobbning på min enhet?',
  'vi har hot och våld igen, vad säger lagen?',
];

/** The same words where nobody needs help. */
const ordinary = [
  'vad är hotet mot tilliten',
  'risken att skada förtroendet',
  'det största hotet mot budgeten',
  'slå ihop två enheter',
  'frågan dog',
  'våldsamt mycket att göra',
  'hotbild mot it-systemen',
  'mobbning – vad säger policyn?',
  'Vilka är de största hoten mot ett tillitsfullt ledarskap?',
  'Vad är det största hotet mot tilliten mellan chef och medarbetare?',
  'Detaljstyrning hotar tilliten',
  'hur hotas förtroendet av kontroll?',
  'Sparkraven hotar vår kvalitet',
  'styrkor, svagheter, möjligheter och hot',
  'är AI ett hot eller möjlighet för oss?',
  'hotet från digitaliseringen',
  'hotet om nedskärningar påverkar tilliten',
  'många känner sig hotade av förändringar',
  'tilliten är hotad när vi kontrollerar allt',
  'Kostnaderna hotar att spräcka budgeten',
  'en våldsam utveckling av tekniken',
  'vi gör våld på värdegrunden',
  'hur kan vi slå ihop våra möten?',
  'vi slår fast målen i januari',
  'han slår vakt om tilliten',
  'hur slår vi hål på myten om kontroll?',
  'beslutet slår mot medarbetarna',
  'det slog mig att vi aldrig frågar patienterna',
  'jag blev slagen av hur mycket de kan',
  'tillit är vårt bästa vapen mot byråkratin',
  'verksamheten skriker på resurser',
  'jag är rädd för att bli chef',
  'jag är rädd att misslyckas',
  'idén dog ut innan patienten fick nytta av den',
  'patientens fråga dog ut',
  'initiativet har dött',
  'hur tar vi inte livet av kreativiteten?',
  'det ska inte finnas några hinder för delegering',
  'kan det inte finnas fler sätt att leda?',
  'vi kan inte leva upp till målen',
  'får det inte finnas regler?',
  'det är sjukt mycket möten',
  'det är sjukt bra jobbat av gruppen',
  'jag är till slut överens med gruppen',
  'jag är i slutet av projektet',
  'full fart på jobbet',
  'fullt upp på jobbet',
  'hon dricker kaffe på jobbet',
  'ta tag i mitt liv som ledare',
  'chefen sörjer för att alla kan säga sitt',
  'jag är chef för cancervården',
  'hur styr rehabiliteringskliniken med tillit?',
  'sexuell och reproduktiv hälsa, hur organiseras det?',
  'det vore politiskt självmord',
  'medarbetarna vill inte ha mer ansvar',
  'stressen är hög på jobbet',
  'vi får stryka en punkt av planen',
  'detaljstyrning dödar medarbetarnas engagemang',
  'slå ett slag för personalens arbetsmiljö',
  'slå en bro mellan chefer och medarbetare',
  'jag slår mig ner med gruppen',
  'jag är rädd för att patienterna får vänta',
  'hur ser vi till att patienterna får vara med?',
  'kontroll stryper kreativiteten hos medarbetare',
  'systemet bröt ihop',
  'vad menas med kränkande särbehandling?',
  'vad säger lagen om diskriminering?',
  'vilka riktlinjer finns mot sexuella trakasserier?',
  'vad betyder lex Maria?',
  'vad är skillnaden mellan mobbning och trakasserier?',
  'finns det en policy för alkohol?',
];

describe('a text', () => {
  it.each(real)('in which somebody may need help points to people: %s', async (text) => {
    expect(await points(text)).toBe(true);
  });

  it.each(ordinary)('in which the words mean something else does not: %s', async (text) => {
    expect(await points(text)).toBe(false);
  });

  it('in which somebody needs help points to people, whatever else it says ahead of it or behind it', async () => {
    for (const harmless of ordinary)
      for (const text of real) {
        expect([harmless, text, await points(`${harmless}. ${text}`)]).toEqual([harmless, text, true]);
        expect([text, harmless, await points(`${text}, ${harmless}`)]).toEqual([text, harmless, true]);
      }
  });

  it('points to people also where that stands at the end of a long one', async () => {
    const long = 'Vi har haft många möten om hur vi delar på ansvaret och hotet mot budgeten. '.repeat(200);
    expect(await points(long)).toBe(false);
    for (const text of real) expect([text, await points(long + text)]).toEqual([text, true]);
  });

  it('says the same however it is parted', async () => {
    for (const perTurn of [1, 2, 3, 7])
      for (const before of ['', 'ord '.repeat(20)]) {
        for (const text of real) expect([text, await points(before + text, perTurn)]).toEqual([text, true]);
        for (const text of ordinary)
          expect([text, await points(before + text, perTurn)]).toEqual([text, await points(before + text, Infinity)]);
      }
  });

  it.each([
    ['in capitals', (text: string) => text.toUpperCase()],
    ['without dots', (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')],
    ['on several lines', (text: string) => text.replaceAll(' ', '\n')],
  ])('points to people also %s', async (_, written) => {
    for (const text of real) expect([text, await points(written(text))]).toEqual([text, true]);
  });
});
