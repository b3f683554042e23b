import { parseFlow } from '../../src/coaching/parseFlow';
import { type Flow } from '../../src/coaching/flow';
import { faults } from './flow';

const head = `title: Prov
purpose: Prövar.
minutes: 5–10
seenBy: Bara du.
retention: P30D
starts: [prov]
summary: Sammanfattning
`;
const vag = '  - { id: vag, kind: choice, ask: Vilken?, options: { kort: Kort, lang: Lång } }\n';
const sak = '  - { id: sak, kind: list, ask: Vilka?, entry: Sak, least: 1, most: 3 }\n';
const fraga = '  - { id: fraga, kind: text, ask: Vad? }\n';

const parsed = (steps: string, top = head): Flow => parseFlow('prov.yaml', `${top}steps:\n${steps}`);

describe('a flow out of its file', () => {
  it('has its name, its times in days, its steps by card and its conditions', () => {
    const flow =
      parsed(`${vag}  - - { id: fraga, kind: text, ask: Vad?, label: Frågan, after: P2W, when: { vag: kort } }
    - { id: dag, kind: date, ask: När?, optional: true, private: true }
`);
    expect(flow).toMatchObject({ id: 'prov', minutes: '5–10', retentionDays: 30, starts: ['prov'] });
    expect(flow.cards.map(({ id, steps }) => [id, steps.map((step) => step.id)])).toEqual([
      ['vag', ['vag']],
      ['fraga', ['fraga', 'dag']],
    ]);
    expect(flow.cards[1]?.steps).toMatchObject([
      { label: 'Frågan', max: 800, when: { step: 'vag', is: ['kort'] }, afterDays: 14, optional: false },
      { label: 'När?', optional: true, private: true },
    ]);
  });

  it('says of what it reminds, and when', () => {
    const flow = parsed(`${fraga}  - { id: dag, kind: date, ask: När?, remind: { of: fraga } }
  - { id: vana, kind: text, ask: Vilken?, remind: { after: P2W } }
  - { id: sen, kind: choice, ask: Hur gick det?, options: { bra: Bra }, after: P7D, remind: { of: vana } }
`);
    expect(flow.cards.map(({ steps }) => steps[0]?.remind)).toEqual([
      undefined,
      { of: 'fraga' },
      { afterDays: 14 },
      { of: 'vana' },
    ]);
  });

  it('gets a new version with every change', () => {
    expect(parsed(vag).version).toBe(parsed(vag).version);
    expect(parsed(vag.replace('Kort', 'Korta')).version).not.toBe(parsed(vag).version);
  });

  it('may say minutes as a number, and be written on Windows', () => {
    expect(parsed(vag, head.replace('5–10', '10')).minutes).toBe('10');
    expect(parseFlow('prov.yaml', `\uFEFF${head}steps:\n${vag}`.replaceAll('\n', '\r\n')).cards).toHaveLength(1);
  });
});

describe('a fault', () => {
  it('is told with its file, its line, what is wrong and what is allowed, all of them at once', () => {
    const text = `${head.replace('retention: P30D', 'retention: trettio')}steps:
  - id: Fråga
    kind: text
    ask: Vad?
  - { id: val, kind: chocie, ask: Vilket? }
`;
    expect(faults('cards/flows/prov.yaml', text).split('\n')).toEqual([
      'cards/flows/prov.yaml, rad 5: retention är fel. Tillåtet: en tid i dagar eller veckor, till exempel P7D eller P2W.',
      'cards/flows/prov.yaml, rad 9: id är fel. Tillåtet: ett id av a–ö, siffror och bindestreck, med en bokstav först: vem-beslutar.',
      'cards/flows/prov.yaml, rad 12: kind är fel. Tillåtet: message, text, choice, scale, list, date, checklist, scene.',
    ]);
  });

  it('of what is missing is told on the line that it is missing from', () => {
    const text = `${head.replace(/minutes.*\n/, '')}steps:\n${vag}  -\n    id: fraga\n    kind: text\n`;
    expect(faults('prov.yaml', text).split('\n')).toEqual([
      'prov.yaml, rad 1: minutes saknas. Tillåtet: minuter, till exempel 10 eller 5–10.',
      'prov.yaml, rad 10: ask saknas. Tillåtet: text, högst 200 tecken.',
    ]);
  });

  it.each([
    [
      'an unknown field',
      '  - { id: a, kind: date, ask: När?, max: 20 }',
      '"max" finns inte. Tillåtet: kind, id, ask, text,',
    ],
    ['a step without a kind', '  - { id: a, ask: När? }', 'kind saknas. Tillåtet: message, text,'],
    ['a step that is no step', '  - Vad gäller frågan?', 'steget ska skrivas som fält. Tillåtet: kind: message, text,'],
    ['a card within a card', '  - - [{ id: a, kind: date, ask: När? }]', 'steget ska skrivas som fält.'],
    ['a card without steps', '  - []', 'steps är fel. Tillåtet: en lista med steg;'],
    ['a text that is empty', '  - { id: a, kind: date, ask: "  " }', 'ask är fel. Tillåtet: text, högst 200 tecken.'],
    ['an id that is a number', '  - { id: 1, kind: date, ask: När? }', 'id är fel.'],
    ['an option whose id is a number', '  - { id: a, kind: choice, ask: A?, options: { 1: Ett } }', 'options är fel.'],
    ['a choice without options', '  - { id: a, kind: choice, ask: A? }', 'steget a: options saknas.'],
    ['a checklist without options', '  - { id: a, kind: checklist, ask: A? }', 'steget a: options saknas.'],
    [
      'a scale with one pole',
      '  - { id: a, kind: scale, ask: A?, poles: [Låg] }',
      'poles är fel. Tillåtet: två texter',
    ],
    [
      'a source without words',
      '  - { id: a, kind: date, ask: A?, source: { document: a } }',
      'source är fel. Tillåtet: { doc',
    ],
    [
      'two conditions',
      `${vag}  - { id: a, kind: date, ask: A?, when: { vag: kort, b: c } }`,
      'when är fel. Tillåtet: ett tid',
    ],
    [
      'a reminder of what nobody writes',
      `${vag}  - { id: a, kind: date, ask: A?, remind: { of: b } }`,
      'steget a: of i remind är b. Tillåtet: vag.',
    ],
    [
      'a reminder of a list',
      `${sak}  - { id: a, kind: date, ask: A?, remind: { of: sak } }`,
      'of i remind är sak. Tillåtet: inget, för ingen text eller choice står före.',
    ],
    [
      'a date with another day',
      '  - { id: a, kind: date, ask: A?, remind: { after: P7D } }',
      'steget a: remind har after, men dagen är redan given.',
    ],
    [
      'a text without a day',
      '  - { id: a, kind: text, ask: A?, remind: {} }',
      'steget a: remind saknar after. Tillåtet: till exempel { after: P7D }.',
    ],
    [
      'a reminder of a message',
      '  - { id: a, kind: message, ask: A, remind: { after: P7D } }',
      'steget a: remind står fel.',
    ],
    [
      'a reminder that says more',
      '  - { id: a, kind: text, ask: A?, remind: { after: P7D, how: now } }',
      'remind är fel. Tillåtet: när chefen får frågan hur det gick:',
    ],
    ['a list with too few places', sak.replace('least: 1', 'least: 4'), 'steget sak: least är större än most.'],
    [
      'a choice that is not there',
      `${fraga}  - { id: a, kind: date, ask: A?, when: { vag: kort } }`,
      'steget a: when är vag. Tillåtet: inget, för ingen choice',
    ],
    [
      'a step that is no choice',
      `${vag}${fraga}  - { id: a, kind: date, ask: A?, when: { fraga: x } }`,
      'when är fraga. Tillåtet: vag.',
    ],
    [
      'an option that is not there',
      `${vag}  - { id: a, kind: date, ask: A?, when: { vag: [kort, snabb] } }`,
      'when nämner alternativet snabb. Tillåtet: kort, lang.',
    ],
    [
      'words for an option that is not there',
      `${vag}  - { id: a, kind: date, ask: A?, variant: { vag: { constructor: { ask: B? } } } }`,
      'variant nämner alternativet constructor.',
    ],
    [
      'a choice on the same card',
      '  - - { id: a, kind: choice, ask: A?, options: { x: X } }\n    - { id: b, kind: date, ask: B?, when: { a: x } }',
      'steget b: when är a. Tillåtet: inget',
    ],
    [
      'each of what is no list',
      `${fraga}  - { id: a, kind: text, ask: A?, each: fraga }`,
      'each är fraga. Tillåtet: inget, för ingen list',
    ],
    ['an id used twice', `${fraga}${fraga}`, 'steget fraga: id är upptaget.'],
    ['a wait before the first card', fraga.replace('ask', 'after: P1D, ask'), 'steget fraga: after står fel.'],
    [
      'a wait in the middle of a card',
      `${vag}  - - { id: a, kind: date, ask: A? }\n    - { id: b, kind: date, ask: B?, after: P1D }`,
      'steget b: after står fel.',
    ],
    [
      'a wait of no days',
      `${vag}  - { id: a, kind: date, ask: A?, after: P0D }`,
      'after är fel. Tillåtet: en tid i dagar',
    ],
    ['a name that the card itself uses', fraga.replace('fraga', 'session'), 'steget session: id är upptaget.'],
    ['a name that every object has', fraga.replace('fraga', 'constructor'), 'steget constructor: id är upptaget.'],
    ['a field given twice', '  - { id: a, id: b, kind: date, ask: A? }', 'går inte att läsa som YAML.'],
    ['a colon in a bare text', '  - id: a\n    ask: Alltså: vad?', 'går inte att läsa som YAML.'],
    ['a text that begins with an asterisk', '  - { id: a, kind: date, ask: *Viktigt }', 'går inte att läsa som YAML.'],
    ['a tag', '  - !!js/function { id: a }', 'går inte att läsa som YAML.'],
  ])('is told: %s', (_what, steps, told) => {
    const [line, ...others] = faults('prov.yaml', `${head}steps:\n${steps}\n`).split('\n');
    expect(line).toMatch(/^prov\.yaml, rad (9|1\d): /);
    expect(line).toContain(told);
    expect(others).toEqual([]);
  });

  it('is told of an id that has been retired', () => {
    expect(faults('prov.yaml', `${head}retired: [fraga]\nsteps:\n${fraga}`)).toContain('steget fraga: id är upptaget.');
  });

  it('is told of a file that is no guide, or named as none', () => {
    expect(faults('prov.yaml', '')).toContain(
      'prov.yaml, rad 1: guiden ska skrivas som fält. Tillåtet: title, purpose,',
    );
    expect(faults('prov.yaml', '- a')).toContain('prov.yaml, rad 1: guiden ska skrivas som fält.');
    expect(faults('Prov guide.yaml', `${head}steps:\n${fraga}`)).toContain('rad 1: filens namn är guidens id.');
  });

  it('is told of texts that the summary card would not hold', () => {
    const texts = Array.from(
      { length: 3 },
      (_, at) => `  - { id: t${'abc'[at]}, kind: text, ask: A?, max: 1200, each: sak }\n`,
    );
    const told = faults('prov.yaml', `${head}steps:\n${sak}${texts.join('')}`);
    expect(told).toBe('prov.yaml, rad 9: svaren kan bli 11400 tecken. Tillåtet: högst 7000. Sänk max på något steg.');
  });
});

describe('a list that others build on', () => {
  const each = (when: string) => `  - { id: a, kind: choice, ask: A?, each: sak${when} }\n`;
  const told = (...steps: string[]) => faults('prov.yaml', `${head}steps:\n${steps.join('')}`);

  it('must have been answered by everybody who comes to them, or they would be stuck', () => {
    expect(told(vag, sak, each(', when: { vag: kort }'))).toBe('');
    expect(told(vag, sak.replace('}', ', when: { vag: kort } }'), each(', when: { vag: kort }'))).toBe('');
    const mayBeEmpty = 'steget a: sak kan sakna svar här.';
    expect(told(sak.replace('}', ', optional: true }'), each(''))).toContain(mayBeEmpty);
    expect(told(vag, sak.replace('}', ', when: { vag: kort } }'), each(''))).toContain(mayBeEmpty);
    expect(told(vag, sak.replace('}', ', when: { vag: kort } }'), each(', when: { vag: [kort, lang] }'))).toContain(
      mayBeEmpty,
    );
  });
});
