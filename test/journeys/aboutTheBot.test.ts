import { ofEachTest } from './ofEachTest';
import { anna, bo, texts, wordsOf } from './service';

const each = ofEachTest();

const say = async (text: string) => wordsOf(await each.manager.say(text));

describe('what is said to the bot about itself', () => {
  it.each([
    ['Kan HR se vad jag skriver?', texts.about.seenTitle],
    ['Det var inte det jag menade', texts.wrongAnswer],
    ['Jag vill prata med en människa', texts.human.split('{')[0]!],
    ['x', texts.emptyMessage],
  ])('%s is not answered from a document', async (text, answer) => {
    const said = await say(text);
    expect(said).toContain(answer);
    expect(said).not.toContain(texts.found.lead.split('{')[0]);
  });
});

describe('in a group', () => {
  const inGroup = async (text: string) => {
    const group = each.running.channel.conversation({ id: '19:chefer', type: 'groupChat', members: [anna, bo] });
    return wordsOf(await each.running.channel.say(group, anna, text));
  };

  it('the bot greets with what it does there, and not with guides', async () => {
    expect(await inGroup('hej')).toContain(texts.group.lead);
  });

  it('a word ends no dialogue, and the reply says where it ends', async () => {
    expect(await inGroup('avsluta')).toContain(texts.group.cancelled);
  });
});

describe('a day and nothing else', () => {
  it('is no question to the documents: the reply says how to be reminded', async () => {
    expect(await say('På fredag!')).toContain('påminn mig på fredag');
  });
});

describe('a reminder with a time of day', () => {
  it('is stored for its day, and the reply promises no time', async () => {
    const said = await say('påminn mig på torsdag kl 14 att boka ett rum');
    expect(said).toContain('boka ett rum');
    expect(said).not.toContain('kl 14');
    expect(said).toContain('klockslag, utan hör av mig någon gång mellan 08.00 och 17.00');
  });
});
