import fc from 'fast-check';
import path from 'node:path';
import { commandOf, phrasesOf } from '../../src/bot/commands';
import { projectRoot } from '../../src/shared/config';
import { readTexts } from '../../src/shared/texts';

const texts = readTexts(path.join(projectRoot, 'cards'));
const { commands } = texts;
const understood = (text: string) => commandOf(texts, text);

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
    const meanings = Object.entries(commands).flatMap(([command, lines]) =>
      [...new Set(lines.flatMap(phrasesOf))].map((phrase) => [phrase, command] as const),
    );
    const seen = new Map(meanings);
    expect(meanings.filter(([phrase, command]) => seen.get(phrase) !== command)).toEqual([]);
  });

  it('can understand every word that the file names', () => {
    for (const [command, words] of Object.entries(commands))
      for (const word of words.flatMap(phrasesOf))
        expect([word, understood(word.replace('…', 'på fredag'))]).toEqual([word, command]);
  });

  it('spells out what a line of the file stands for', () => {
    expect(phrasesOf('[|visa] [mina|alla] svar')).toEqual([
      'mina svar',
      'alla svar',
      'visa mina svar',
      'visa alla svar',
    ]);
    expect(phrasesOf('hej')).toEqual(['hej']);
  });

  it('does not hear a courtesy before or after', () => {
    expect(
      ['Kan du visa ämnen?', 'ok tack', 'Hej, kan du pausa påminnelser, tack!', 'nej stopp nu'].map(understood),
    ).toEqual(['topics', 'thanks', 'pauseReminders', 'cancel']);
    // Only a command is heard so: a manager who wants to leave the job stops no guide.
    expect(understood('jag vill sluta')).toBeUndefined();
    expect(understood('kan du hjälpa mig att delegera')).toBeUndefined();
  });

  it.each([
    ['kan HR se vad jag skriver?', 'about'],
    ['Kan min chef läsa mina svar?', 'about'],
    ['vem läser det här?', 'about'],
    ['är det här anonymt?', 'about'],
    ['är du ChatGPT?', 'about'],
    ['radera mina data', 'ownData'],
    ['exportera mina data', 'exportOwnData'],
    ['ta bort mina svar', 'sessions'],
    ['visa sammanfattningen', 'sessions'],
    ['stäng av alla påminnelser', 'pauseReminders'],
    ['inga fler påminnelser', 'pauseReminders'],
    ['sluta påminn mig', 'pauseReminders'],
    ['slå på påminnelserna', 'resumeReminders'],
    ['ta bort påminnelsen om Eva', 'commitments'],
    ['flytta påminnelsen till fredag', 'commitments'],
    ['påminn mig inte på fredag', 'commitments'],
    ['flytta den till fredag', 'commitments'],
    ['det är gjort', 'commitments'],
    ['radera guiden', 'sessions'],
    ['hur får jag påminnelser?', 'help'],
    ['Bra, tack för hjälpen!', 'thanks'],
    ['vem ser om jag har svarat?', 'about'],
    ['måste jag svara?', 'about'],
    ['inga fler utskick', 'optOut'],
    ['var hittar jag mina svar?', 'sessions'],
    ['det händer inget', 'trouble'],
    ['in English, please', 'english'],
    ['mm', 'maybeAnswer'],
    ['jag vill prata med en människa', 'human'],
    ['fråga HR', 'human'],
    ['det var inte det jag menade', 'wrongAnswer'],
    ['dåligt svar', 'wrongAnswer'],
    ['avsluta guiden', 'cancel'],
    ['börja om', 'startOver'],
  ])('hears %s, which no document answers', (text, command) => expect(understood(text)).toBe(command));

  it('survives any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void understood(text)));
  });
});
