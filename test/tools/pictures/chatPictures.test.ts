import { clockFrom } from '../../../tools/demo/clock';
import { type ChatClient } from '../../../tools/pictures/chatClient';
import { pictureWeek } from '../../../tools/pictures/chatPictures';

const png = Buffer.from('png');

/** A chat in which these words are to be seen. */
function chatShowing(words: readonly string[]) {
  const done: string[] = [];
  const find = (what: string) => (text: string) => {
    done.push(`${what} ${text}`);
    return words.includes(text) ? Promise.resolve() : Promise.reject(new Error(`no ${text}`));
  };
  const chat: ChatClient = {
    say: (text) => Promise.resolve(void done.push(`say ${text}`)),
    fill: find('fill'),
    choose: find('choose'),
    press: find('press'),
    seen: find('seen'),
    picture: (from) => find('picture')(from).then(() => png),
    screen: () => Promise.resolve(png),
    stop: () => Promise.resolve(),
  };
  return { chat, done };
}

function week(words: readonly string[]) {
  const kept: string[] = [];
  const { chat, done } = chatShowing(words);
  const hr = { call: () => Promise.reject(new Error('no HR')) };
  const keep = (name: string) => void kept.push(name);
  return { chat, hr, clock: clockFrom(new Date()), catchUp: () => Promise.resolve(), keep, kept, done };
}

const step = {
  say: 'guider',
  choose: 'Ett beslut',
  fill: { Beslutet: 'Ska vi flytta?' },
  press: 'Nästa',
  seen: 'Vilka?',
  picture: { file: 'steg', from: 'Vilka?' },
};

describe('pictures of a chat', () => {
  it('are taken when what a person does has had its effect', async () => {
    const shown = week(['Ett beslut', 'Beslutet', 'Nästa', 'Vilka?']);
    await pictureWeek(shown, [step]);
    expect(shown.kept).toEqual(['steg']);
    expect(shown.done.map((one) => one.split(' ')[0])).toEqual(['say', 'choose', 'fill', 'press', 'seen', 'picture']);
  });

  it.each(['Ett beslut', 'Beslutet', 'Nästa', 'Vilka?'])(
    'fail where ”%s” is no longer there, and say at which step',
    async (gone) => {
      const shown = week(['Ett beslut', 'Beslutet', 'Nästa', 'Vilka?'].filter((word) => word !== gone));
      await expect(pictureWeek(shown, [step])).rejects.toThrow(/tour\.yaml, week: .*"say":"guider".* failed/);
      expect(shown.kept).toEqual([]);
    },
  );
});
