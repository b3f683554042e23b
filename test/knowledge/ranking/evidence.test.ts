import { ask } from '../../../src/knowledge/answer';
import { weighable } from '../../../src/knowledge/ranking/evidence';
import { libraryOf, readWording } from '../../../src/knowledge/library';
import { passagesOf } from '../../../src/knowledge/documents/passages';
import { search } from '../../../src/knowledge/search';
import { documentOf, knowledge, theLibrary } from '../library';

const substanceOf = (body: string): number => {
  const [passage] = passagesOf(documentOf(body));
  const ids = new Map<string, number>();
  return weighable(passage!, (stem) => ids.get(stem) ?? (ids.set(stem, ids.size), ids.size)).substance;
};

describe('substance', () => {
  it.each([
    ['a signature', 'Anna Berg  \nOrdförande  \nBo Karl Ek  \nTf. HR-direktör'],
    ['a title page', 'Utskottet 2022-06-02  \nAnna Berg och Bo Ek, Samhällsmedicin'],
    ['contact details', 'Kontakta oss gärna!  \nAnna Berg  \nanna.berg@region.example'],
    ['an address', 'region.example'],
    [
      'a list of contents',
      '# Agenda\n\n- Tillit som begrepp och bakgrund\n- Tillit kopplat till organisation och uppdrag',
    ],
  ])('is below nothing for %s', (_, body) => {
    expect(substanceOf(body)).toBeLessThan(0);
  });

  it.each([
    ['a short list', '# Uppdrag\n\n- Förstå sin del i helheten\n- Samskapande\n- Dialog\n- Tydliga roller'],
    [
      'a table',
      '|  | Traditionell | Tillitsbaserad |\n|---|---|---|\n| Syfte | Ansvarsutkrävande | Lärande och stöd |',
    ],
    ['a sentence that names people', 'Anna Berg säger att närhet och täta möten är det som betyder mest för gruppen.'],
    ['a definition', 'Tillit är att våga lita på att andra gör sitt bästa också när man inte ser det.'],
  ])('stays with %s', (_, body) => {
    expect(substanceOf(body)).toBeGreaterThan(0);
  });
});

const evidenceIn = (body: string, question: string) => {
  const { index } = libraryOf(passagesOf(documentOf(body)), readWording(knowledge));
  return search(index, question, 5).map(({ evidence }) => evidence);
};

describe('alike', () => {
  it('is whole for the very words, and less the more a sentence says beside them', () => {
    const of = (body: string) => evidenceIn(body, 'vi tar ansvar för mål')[0]?.alike ?? 0;
    expect(of('Vi tar ansvar för mål.')).toBeCloseTo(1, 9);
    expect(of('Vi tar ansvar för mål och för hur de följs upp.')).toBeLessThan(of('Vi tar ansvar för våra mål.'));
  });
});

describe('subject', () => {
  it('is what a sentence begins with, not what it mentions', () => {
    const [about] = evidenceIn('Bollplank är en kollega i samma roll.', 'bollplank');
    const [mentions] = evidenceIn('Den som är ny i sin roll får ett bollplank.', 'bollplank');
    expect([about?.subject, mentions?.subject]).toEqual([1, 0]);
  });
});

describe('a name in a question', () => {
  const body = 'Tillitsbaserad styrning börjar i vardagen.';
  it.each([
    ['vad säger Region Stockholm om tillitsbaserad styrning', true],
    ['Hur börjar tillitsbaserad styrning?', false],
    ['Stockholm har frågat om tillitsbaserad styrning', false],
    ['jag är IT-chef, hur börjar tillitsbaserad styrning', false],
  ])('that the passage does not have is missed, but not the capital of a sentence: %s', (question, lacks) => {
    expect(evidenceIn(body, question)[0]?.lacksName).toBe(lacks);
  });

  it('keeps the bot from answering for somebody else', () => {
    const library = theLibrary();
    expect(ask(library, 'Vad säger Region Stockholm om tillitsbaserad styrning?').outcome).not.toBe('found');
    expect(ask(library, 'Vad säger Region Skåne om detaljstyrning?').outcome).toBe('found');
  });
});
