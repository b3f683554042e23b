import { isAboutBot } from '../../src/knowledge/aboutBot';
import { ask } from '../../src/knowledge/answer';
import { wordsOf } from '../../src/knowledge/text/swedish';
import { theLibrary } from './library';

const library = theLibrary();
const is = (text: string) => isAboutBot(wordsOf(text));

describe('a message about the bot itself', () => {
  it.each([
    'Vad heter du?',
    'vem har gjort dig',
    'Hur gammal är du?',
    'lär du dig av mig',
    'kan du franska',
    'är du chatgpt',
    'Får jag använda dig privat?',
    'kan mina medarbetare använda dig',
    'kan jag lita på dig',
    'Varför svarar du så långsamt?',
  ])('is no question to the documents: %s', (text) => {
    expect(is(text)).toBe(true);
    expect(ask(library, text).outcome).toBe('none');
  });

  it.each([
    'Vad säger du till en medarbetare som bara vill ha svar?',
    'Hur är du som chef när det blåser?',
    'Vart vänder du dig när du är osäker?',
    'Vad svarar jag den som säger att hon inte litar på dig?',
    'Kan du hjälpa mig att delegera?',
    'Kan du ge mig tips om feedback?',
    'Vad är tillit för dig som chef?',
    'När din chef går förbi dig',
    'Var finns stöd?',
    '',
  ])('is told apart from a question to the documents: %s', (text) => expect(is(text)).toBe(false));

  it('is nothing that a topic answers', () => {
    const ways = [...library.topics.values()].flatMap(({ id, question, asked }) =>
      [question, ...asked].map((way) => `${id}: ${way}`),
    );
    expect(ways.filter((way) => is(way.slice(way.indexOf(': ') + 2)))).toEqual([]);
  });
});
