import { weighable } from '../../src/knowledge/evidence';
import { passagesOf } from '../../src/knowledge/passages';
import { documentOf } from './library';

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
