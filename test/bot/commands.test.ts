import fc from 'fast-check';
import path from 'node:path';
import { commandOf } from '../../src/bot/commands';
import { projectRoot } from '../../src/shared/config';
import { readTexts } from '../../src/shared/texts';

const { commands } = readTexts(path.join(projectRoot, 'cards'));
const understood = (text: string) => commandOf(commands, text);

describe('commandOf', () => {
  it('sees past capitals, punctuation and emoji', () => {
    expect(['HEJ', 'hej!', ' Hej 👋 ', '**hej**'].map(understood)).toEqual([
      'greeting',
      'greeting',
      'greeting',
      'greeting',
    ]);
    expect(understood('hjälp?')).toBe('help');
    expect(understood('?')).toBe('help');
  });

  it('takes å, ä, ö in either Unicode form', () => {
    expect(understood('hjälp'.normalize('NFD'))).toBe('help');
  });

  it('never takes a sentence for a command because it contains one', () => {
    expect(
      ['hjälp mig att delegera', 'om tillit', 'stopp för detaljstyrning', 'hej vad är tillit?'].map(understood),
    ).toEqual(Array(4).fill(undefined));
  });

  it('has one meaning for each word', () => {
    const words = Object.values(commands).flat();
    expect(new Set(words).size).toBe(words.length);
  });

  it('can understand every word that the file names', () => {
    for (const [command, words] of Object.entries(commands))
      for (const word of words) expect([word, understood(word)]).toEqual([word, command]);
  });

  it('survives any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void understood(text)));
  });
});
