import { previousQuestions } from '../../src/bot/previousQuestions';

const asked = (question: string) => ({ about: question, question, shown: [] });
const anna = { person: 'anna', chat: 'theirs' };

/** A memory and its clock, in minutes. */
function memory() {
  let minutes = 0;
  const kept = previousQuestions(() => new Date(minutes * 60_000));
  return { ...kept, at: (time: number) => void (minutes = time) };
}

describe('the previous question', () => {
  it('is remembered for ten minutes from when it was asked', () => {
    const { keep, of, at } = memory();
    keep(anna, asked('a'));
    at(9.9);
    expect(of(anna)).toEqual(asked('a'));
    keep(anna, asked('b'));
    at(19.8);
    expect(of(anna)).toEqual(asked('b'));
    at(20);
    expect(of(anna)).toBeUndefined();
  });

  it('is the person’s, and stays in the chat where the person asked', () => {
    const { keep, of } = memory();
    keep(anna, asked('a'));
    expect([of({ ...anna, person: 'bo' }), of({ ...anna, chat: 'a group' })]).toEqual([undefined, undefined]);
  });

  it('gives way when more people ask than there are', () => {
    const { keep, of } = memory();
    keep(anna, asked('a'));
    for (let n = 0; n < 10_000; n++) keep({ person: String(n), chat: '' }, asked('b'));
    expect([of(anna), of({ person: '9999', chat: '' })]).toEqual([undefined, asked('b')]);
  });
});
