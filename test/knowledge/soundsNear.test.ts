import { ask } from '../../src/knowledge/answer';
import { theLibrary } from './library';

/** Questions that sound as if the documents answered them, and that got a quotation or a topic. */
describe('a question that sounds near', () => {
  const whole = theLibrary();

  it.each([
    ['has function words only', 'för att'],
    ['asks for a template', 'var finns checklistan för introduktion av nyanställda'],
    ['asks what a body does that is not there', 'hur jobbar polisen med tillit'],
    ['asks where, in past tense', 'var hölls utbildningen för politikerna i vgr'],
    ['asks how long something was', 'Hur långa var intervjuerna som Samhällsmedicin gjorde?'],
    ['is about trust in something else', 'Kan man lita på hemtestet för covid?'],
    ['is a lone word', 'kurs'],
  ])('is not found where it %s: %s', (_, question) =>
    expect(['unsure', 'none']).toContain(ask(whole, question).outcome),
  );

  it('gets the topic of a term, and not the definition of another term', () =>
    expect(ask(whole, 'vad är handlingsutrymme')).toMatchObject({
      outcome: 'unsure',
      near: { shown: { id: 'handlingsutrymme' } },
      lacks: 'definition',
    }));

  it('is refused with topics to choose from where its words are foreign', () =>
    expect(ask(whole, 'hur byter jag bankkonto för lönen')).toMatchObject({
      outcome: 'none',
      near: { others: [{ id: 'lonesamtal' }] },
    }));

  it('leads to what is known to be asked, in whatever words', () =>
    expect(ask(whole, 'samtalsmall för utvecklingssamtal')).toMatchObject({ topic: { id: 'medarbetarsamtal' } }));
});
