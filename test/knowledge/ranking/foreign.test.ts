import { isForeign } from '../../../src/knowledge/ranking/foreign';
import { readQuestion } from '../../../src/knowledge/ranking/question';
import { theLibrary } from '../library';

const { vocabulary, wording } = theLibrary().index;
const foreign = (question: string, sureness = 0.2) =>
  isForeign(vocabulary, wording, readQuestion(vocabulary, wording, question), sureness);

/** Trust in a teenager and in a boss sound alike. The documents are about one of them. */
describe('a question about something that the library does not cover', () => {
  it.each([
    ['has an ordinary word that stands nowhere', 'hur byter jag bankkonto för lönen'],
    ['has strange words for much of what it says', 'kan man lita på hemtestet för covid'],
  ])('%s', (_, question) => expect(foreign(question)).toBe(true));

  it.each([
    ['all words are known', 'Hur bygger man tillit i en ledningsgrupp?'],
    ['a word is misspelt', 'hur undvkier man detaljstyring'],
    ['a compound begins with what the library is about', 'fattar inte tillitsgrejen'],
    ['a number is wrong', 'Vilka är de nio principerna för tillitsbaserad styrning?'],
  ])('is not one where %s', (_, question) => expect(foreign(question)).toBe(false));

  it('is answered all the same where a passage or a topic is sure', () => {
    expect(foreign('hur byter jag bankkonto för lönen', 0.7)).toBe(false);
    expect(foreign('kan man lita på hemtestet för covid', 0.4)).toBe(false);
  });
});
