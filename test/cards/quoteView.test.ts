import { citationOf, quoteView, sourceLinks } from '../../src/cards/quoteView';
import { type CardContext } from '../../src/cards/cardContext';
import { topicCard } from '../../src/cards/topicCard';
import { passagesOf } from '../../src/knowledge/documents/passages';
import { documentOf } from '../knowledge/library';
import { plainSetting } from './plainSetting';

const ours = (id: string) => `https://coach.region.example/dokument/${id.replace('#', '/')}`;
const setting = (linkTo: CardContext['linkTo'] = ({ id }) => ours(id)): CardContext => ({ ...plainSetting, linkTo });
const unreachable = setting(() => undefined);
const url = 'https://region.example/prov';
const of = (facts: object) => passagesOf(documentOf('# Ett\n\nMål.\n\n# Två\n\nTillit.', facts));
const [first, second] = of({});
const [withOriginal] = of({ url });

describe('under a quotation', () => {
  it('one can open our page of the document, and the original where we know where it is', () => {
    const original = `[Originalet](${url})`;
    expect(sourceLinks(setting(), first!)).toBe(`[Visa i dokumentet](${ours('prov#1')})`);
    expect(sourceLinks(setting(), withOriginal!)).toBe(`[Visa i dokumentet](${ours('prov#1')}) · ${original}`);
    expect(sourceLinks(unreachable, withOriginal!)).toBe(original);
  });

  it('is no link where it would lead nowhere', () => {
    expect(quoteView(unreachable, { passage: first!, excerpt: 'Mål.' }).links).toBe('');
  });

  it('of several from one passage on a topic, the last opens it; each from another passage opens its own', () => {
    const quotes = [first!, first!, second!].map((passage) => ({ text: 'Ord.', passage }));
    const parts = [{ heading: 'I korthet', quotes }];
    const topic = { id: 'ett', title: 'Ett', question: 'Ett?', asked: [], parts, next: [] };
    const card = topicCard(setting(), { topic, next: [] });
    const opened = card.parts.flatMap((part) => part.quotes.map(({ source }) => /\((.*)\)/.exec(source)?.[1]));
    expect(opened).toEqual([undefined, ours('prov#1'), ours('prov#2')]);
    // They have the same source, which the last one names.
    expect(card.parts[0]!.quotes.map(({ source }) => source.includes('Region Prov'))).toEqual([false, false, true]);
  });
});

describe('the [1] of an answer', () => {
  it('leads to the original where we know where it is, else to our page, else nowhere', () => {
    const urls = [
      citationOf(setting(), { passage: withOriginal!, excerpt: 'Mål.' }, 1),
      citationOf(setting(), { passage: first!, excerpt: 'Mål.' }, 1),
      citationOf(unreachable, { passage: first!, excerpt: 'Mål.' }, 1),
    ].map((citation) => citation.url);
    expect(urls).toEqual([url, ours('prov#1'), undefined]);
  });
});
