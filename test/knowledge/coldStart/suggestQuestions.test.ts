import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { passagesOf, type Passage } from '../../../src/knowledge/documents/passages';
import { readSuggestionRules } from '../../../src/knowledge/coldStart/rules';
import { suggestQuestions, type AskedBefore } from '../../../src/knowledge/coldStart/suggestQuestions';
import { documentOf, knowledge } from '../library';

const rules = readSuggestionRules(path.join(knowledge, 'suggestions.yaml'));
const passageOf = (body: string): Passage => passagesOf(documentOf(body))[0]!;
const suggested = (body: string, before?: AskedBefore) =>
  suggestQuestions(rules, passageOf(body), before).map(({ question }) => question);

describe('what people may ask of a passage', () => {
  it.each([
    ['## Hur bokar jag en tjänsteresa\n\nDu bokar den i resesystemet.', 'Hur bokar jag en tjänsteresa?'],
    ['## Resor\n\nEn reseräkning är en sammanställning av utlägg.', 'Vad är en reseräkning?'],
    ['## Resor\n\nChefen ska godkänna resan i förväg.', 'Måste jag godkänna resan i förväg?'],
    ['## Resor\n\nMedarbetare får inte flyga inom länet.', 'Får man flyga inom länet?'],
    ['## Reseräkning\n\nDen lämnas in senast inom 30 dagar efter resan.', 'Hur lång tid gäller för reseräkning?'],
    ['## Resor\n\nHR-direktören ansvarar för resepolicyn.', 'Vem ansvarar för resepolicyn?'],
    ['## Resor\n\nAvdelningschefen beslutar om utlandsresor.', 'Vem bestämmer om utlandsresor?'],
    ['## Resor\n\nDen som reser med barn ska boka själv.', 'Vad gäller för den som reser med barn?'],
    [
      '## Resor\n\nÄr medarbetaren missnöjd med resan kan den bokas om.',
      'Vad gör jag om medarbetaren är missnöjd med resan?',
    ],
    ['## Resor\n\nAtt ta med familjen är inte tillåtet.', 'Får man ta med familjen?'],
    ['## Resor\n\nAnställda får resa högst två dagar i taget.', 'Hur många dagar får anställda resa?'],
    ['## Resor\n\nKvitton sparas i sju år.', 'Hur länge sparas kvitton?'],
    ['## Resor\n\nReseräkningen lämnas senast dagen efter.', 'När lämnas reseräkningen?'],
    ['## Resor\n\nReseräkningen ska lämnas in senast dagen efter.', 'När lämnas reseräkningen?'],
    ['## Resor\n\nResan bokas i resesystemet.', 'Hur bokas resan?'],
    ['## Resor\n\nEnhetschefen godkänner alla utlandsresor.', 'Vem godkänner alla utlandsresor?'],
    ['## Resor\n\nBeställ biljetten i god tid.', 'Ska jag beställa biljetten i god tid?'],
    ['## Resor\n\nKontakta resebyrån på 010-123 45 67.', 'Vem kontaktar jag om resor?'],
  ])('%j: %s', (body, question) => expect(suggested(body)).toContain(question));

  it('is what was asked without an answer, where the passage has the word', () => {
    expect(
      suggested('## Resor\n\nTraktamente betalas ut efter resan.', { words: ['traktamentet', 'friskvård'] }),
    ).toEqual(expect.arrayContaining(['Vad gäller för traktamentet?']));
    expect(suggested('## Resor\n\nTraktamente betalas ut.', { words: ['friskvård'] }).join()).not.toMatch(/friskvård/);
  });

  it('is what HR has answered, where the passage says it', () => {
    const questions = ['När betalas traktamente ut?', 'Vem lagar kaffemaskinen?'];
    const said = suggested('## Resor\n\nTraktamente betalas ut efter resan.', { questions });
    expect(said[0]).toBe(questions[0]);
    expect(said).not.toContain(questions[1]);
  });

  it('is no more than eight, each once, and none that is known', () => {
    const body =
      '## Resor\n\n' + Array.from({ length: 20 }, (_, at) => `Chefen ska godkänna resa nummer ${at}.`).join(' ');
    const passage = passageOf(body);
    const all = suggestQuestions(rules, passage).map(({ question }) => question);
    expect(all).toHaveLength(8);
    expect(new Set(all).size).toBe(8);
    const rest = suggestQuestions(rules, { ...passage, asked: [all[0]!] }).map(({ question }) => question);
    expect(rest).not.toContain(all[0]);
  });

  it('does not take a time for a subject: "Efter en månad"', () => {
    expect(suggested('## Resor\n\n### Efter en månad\n\nDen lämnas in senast inom 30 dagar.')).toContain(
      'Hur lång tid gäller för resor?',
    );
  });

  it('asks about nothing that only points: "Det är en regel."', () => {
    expect(suggested('## Resor\n\nDet är en regel som gäller.').join()).not.toMatch(/Vad är det\?/);
  });
});

describe('the rules of suggestions', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rules-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  it.each([
    ["- { in: heading, when: '(', ask: 'Vad är {1}?' }", /suggestions\.yaml: fel i regel 1, when/],
    ["- { in: footer, when: 'x', ask: 'Vad är {1}?' }", /fel i regel 1, in/],
    ['[]', /fel i filen/],
  ])('name what is wrong in %s', (yaml, message) => {
    const file = path.join(folder, 'suggestions.yaml');
    writeFileSync(file, yaml);
    expect(() => readSuggestionRules(file)).toThrow(message);
  });
});
