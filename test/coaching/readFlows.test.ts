import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { namedAmong, readFlows } from '../../src/coaching/readFlows';
import { FlowError } from '../../src/coaching/parseFlow';

const guide = (title: string, starts: readonly string[]) => `
title: ${title}
purpose: P
minutes: 5
seenBy: Du
retention: P30D
starts: ${JSON.stringify(starts)}
summary: S
steps: [{ id: dag, kind: date, ask: När? }]
`;

const folder = mkdtempSync(path.join(tmpdir(), 'catalogue-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
write('vana.yaml', guide('Välj en vana', ['ny vana', 'bli bättre']));
write('vana-igen.yaml', guide('Välj en vana till', ['vana till']));
write('delegering.yaml', guide('Lämna över ett uppdrag', ['lämna uppdrag', 'delegera', 'och']));
write('ny-som-chef.yaml', guide('Ny som chef', ['ny uppdrag chef', 'ny chef']));
write('läs-mig.md', 'Inget för boten.');

/** The simplest stems: the first four letters of every word that is no function word. */
const stemsOf = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? [])
    .filter((word) => !['en', 'ett', 'jag', 'och', 'som', 'att', 'till'].includes(word))
    .map((word) => word.slice(0, 4));

const flows = readFlows(folder);
const named = (text: string) => {
  const found = namedAmong(flows, stemsOf)(text);
  return found && [found.flow.id, found.exact];
};

describe('the guides of a folder', () => {
  it('are all its YAML files, sorted by id', () => {
    expect(flows.map(({ id }) => id)).toEqual(['delegering', 'ny-som-chef', 'vana', 'vana-igen']);
  });

  it('cannot be used when one cannot; the faults of all are told', () => {
    write('a.yaml', 'title: A');
    write('b.yaml', '- b');
    const read = () => readFlows(folder);
    expect(read).toThrow(FlowError);
    expect(read).toThrow(/a\.yaml, rad 1: purpose saknas[^]*b\.yaml, rad 1: guiden ska skrivas som fält/);
    rmSync(path.join(folder, 'a.yaml'));
    rmSync(path.join(folder, 'b.yaml'));
  });
});

describe('a text names a guide', () => {
  it.each([
    'Lämna över ett uppdrag',
    'LÄMNA ÖVER ETT UPPDRAG!',
    'lamna over ett uppdrag',
    'delegering',
    ' Delegering? ',
  ])('exactly, by its title or id: %s', (text) => expect(named(text)).toEqual(['delegering', true]));

  it('exactly, by an id of several words', () => {
    expect(named('ny som chef')).toEqual(['ny-som-chef', true]);
    expect(named('ny-som-chef')).toEqual(['ny-som-chef', true]);
  });

  it('by an everyday expression, in whatever order and form its words stand', () => {
    expect(named('Jag skulle vilja att uppdraget lämnas till någon annan snart')).toEqual(['delegering', false]);
  });

  it('only when all words of one expression stand in it', () => {
    expect(named('Jag har ett uppdrag')).toBeUndefined();
    expect(named('en ny dag')).toBeUndefined();
    expect(named('')).toBeUndefined();
  });

  it('by one word only in a short sentence', () => {
    expect(named('hjälp mig delegera')).toEqual(['delegering', false]);
    expect(named('Våra chefer säger att de delegerar men gör det aldrig')).toBeUndefined();
  });

  it('by the expression whose words stand closest together, where two have as many', () => {
    expect(named('Jag vill hitta en ny liten vana innan semestern för min chef')).toEqual(['vana', false]);
    expect(named('Jag är ny här som chef och undrar om någon vana')).toEqual(['ny-som-chef', false]);
  });

  it('not where its words are scattered over a long text', () => {
    expect(named('Ny lokal för alla i gruppen efter semestern säger avdelningens chef')).toBeUndefined();
  });

  it('by its longest expression, where two guides fit', () => {
    expect(named('Jag är ny chef och ska lämna ett uppdrag')).toEqual(['ny-som-chef', false]);
  });

  it('never by function words alone', () => {
    expect(named('och')).toBeUndefined();
  });
});
