import { ask } from '../../src/knowledge/answer';
import { documentsAsked } from '../../src/knowledge/documentFacts';
import { wordsOf } from '../../src/knowledge/text/swedish';
import { documentOf, theLibrary } from './library';

const library = theLibrary();
const told = (question: string) => {
  const answer = ask(library, question);
  return answer.outcome === 'none' ? answer.documents?.map(({ id }) => id) : answer.outcome;
};

describe('a question about who wrote a document, when, or under which number', () => {
  it.each([
    ['vilket år kom redovisningen från jämtland', ['jamtland-harjedalen-redovisning']],
    ['Vilket datum är motionssvaret från?', ['skane-motionssvar']],
    ['hur gammal är presentationen från Gävleborg', ['gavleborg-goda-exempel']],
    ['diarienummer motionssvaret skåne', ['skane-motionssvar']],
    ['När skrevs dokumentet från VGR?', ['vgr-tillit-ledning-styrning']],
    ['vem har skrivit motionen', ['motion-tillitsbaserad-styrning', 'skane-motionssvar']],
  ])('gets what is known of it: %s', (question, ids) => expect(told(question)).toEqual(ids));

  it('is answered by the text where that says it', () =>
    expect(told('Vem har skrivit under motionssvaret?')).toBe('found'));
});

describe('a question about something else', () => {
  const documents = [
    documentOf('', { id: 'a', title: 'Riktlinje för möten', publisher: 'Region Prov', kind: 'Riktlinje' }),
    ...['b', 'c', 'd', 'e'].map((id) => documentOf('', { id, title: `Rapport ${id}`, publisher: 'Region Prov' })),
  ];
  const asked = (question: string) => documentsAsked(documents, wordsOf(question)).map(({ id }) => id);

  it.each([
    'När är ett möte viktigt enligt riktlinjen?',
    'Vem skrev boken om möten?',
    'Vad säger riktlinjen om möten?',
    'hur gammal är jag',
    'vem har gjort det',
    'hur gammal är rapporten',
    'Vilka är riktlinjen?',
  ])('names no document: %s', (question) => expect(asked(question)).toEqual([]));

  it('names the document whose every telling word it has', () =>
    expect(asked('När skrevs riktlinjen?')).toEqual(['a']));

  it('names none where too many are meant', () => expect(asked('När skrevs det av Region Prov?')).toEqual([]));
});
