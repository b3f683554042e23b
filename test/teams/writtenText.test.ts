import { writtenText } from '../../src/teams/writtenText';
import { activityOf } from './activity';

const botMention = {
  type: 'mention',
  mentioned: { id: '28:bot', name: 'Tillitscoachen' },
  text: '<at>Tillitscoachen</at>',
};
const evaMention = { type: 'mention', mentioned: { id: '29:eva', name: 'Eva Ek' }, text: '<at>Eva Ek</at>' };
const read = (over: object) => writtenText(activityOf(over));
/** What is asked, as the conversation reads it. */
const asked = (over: object) => {
  const { text, unnamed = text } = read(over);
  return unnamed.replace(/\s+/g, ' ').trim();
};
const html = (content: unknown, contentType = 'text/html') => ({ attachments: [{ contentType, content }] });

describe('a mention', () => {
  it.each([
    ['<at>Tillitscoachen</at> hjälp', 'hjälp'],
    ['<at>Tillitscoachen</at> hjälp <at>Eva Ek</at>', 'hjälp'],
    ['hjälp <at>Eva Ek</at><at>Tillitscoachen</at>', 'hjälp'],
    ['<at>Tillitscoachen</at> hur ger jag Eva <at>Eva Ek</at> mer ansvar?', 'hur ger jag Eva mer ansvar?'],
    ['<at id="0">tillitscoachen</at> vad är tillit?', 'vad är tillit?'],
    ['@Tillitscoachen hjälp', 'hjälp'],
    ['hjälp @Eva', 'hjälp'],
    ['skriv till eva@region.se', 'skriv till eva@region.se'],
  ])('asks nothing: %s', (text, left) => {
    expect(asked({ text, entities: [botMention, evaMention] })).toBe(left);
    expect(asked({ text, entities: [] })).toBe(left);
  });

  it('of a colleague is kept in what was written, one of the bot is not', () => {
    expect(read({ text: '<at>Tillitscoachen</at> jag frågar <at>Eva Ek</at>', entities: [botMention] })).toMatchObject({
      text: '  jag frågar Eva Ek',
      unnamed: expect.stringMatching(/^ *jag frågar *$/) as string,
    });
    expect(read({ text: 'jag frågar henne' })).not.toHaveProperty('unnamed');
  });

  it('is whatever the entity says it is', () => {
    const entities = [
      { ...botMention, text: '@Coachen (Region)' },
      { ...evaMention, text: '@Eva Ek' },
      { ...evaMention, text: '@Eva' },
    ];
    expect(asked({ text: '@Coachen (Region) hjälp @Eva Ek och @Eva', entities })).toBe('hjälp och');
  });

  it.each([undefined, null, '', '  '])('whose entity has the text %j takes nothing away', (text) => {
    expect(asked({ text: 'vad är tillit?', entities: [{ ...botMention, text }] })).toBe('vad är tillit?');
  });
});

describe('markup', () => {
  const text = 'Vad&nbsp;betyder &lt;ansvar&gt; &amp; <b>mandat</b>&#63; <at id="1">Eva &amp; Bo</at>';

  it('is read where the text is said to be markup', () => {
    expect(asked({ text, textFormat: 'xml' })).toBe('Vad betyder <ansvar> & mandat?');
  });

  it.each(['plain', 'markdown', undefined, null])('is left as it is in a text that is %s', (textFormat) => {
    expect(asked({ text, textFormat })).toBe('Vad&nbsp;betyder &lt;ansvar&gt; &amp; <b>mandat</b>&#63;');
  });
});

describe('a quoted message', () => {
  const quote =
    '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Bo</strong>' +
    '<p itemprop="preview">Vad kostar en parkeringsplats?</p></blockquote>\n';

  it.each(['xml', 'plain', undefined])(
    'is no part of the question where it stands in a text that is %s',
    (textFormat) => {
      expect(asked({ text: `${quote}<p>Vad är tillit?</p>`, textFormat })).toBe('Vad är tillit?');
    },
  );

  it('is no part of the question where it stands in the HTML, whatever stands in the text', () => {
    for (const text of ['Bo Vad kostar en parkeringsplats?\nVad är tillit?', 'Vad är tillit?', '', undefined])
      expect(asked({ text, ...html(`${quote}<p>Vad är&nbsp;tillit?</p>`) })).toBe('Vad är tillit?');
  });

  const reference = (content: unknown) => ({ contentType: 'messageReference', content });
  const preview = 'Vad kostar en  parkeringsplats?';
  const said = { messagePreview: preview, messageSender: { user: { displayName: 'Bo Ek' } } };

  it.each([
    ['as an object', said],
    ['as JSON', JSON.stringify(said)],
    ['without a sender', { messagePreview: preview, messageSender: null }],
  ])('is no part of the question where it is referred to %s', (_, content) => {
    for (const ahead of content === said ? [preview, `Bo Ek\n${preview}`, ''] : [preview, ''])
      expect(asked({ text: `${ahead}\n\nVad är tillit?`, attachments: [reference(content)] })).toBe('Vad är tillit?');
    expect(read({ attachments: [reference(content)] })).toMatchObject({ hasAttachment: false });
  });

  it('that is cut ends with its line', () => {
    const content = { messagePreview: 'Vad kostar…' };
    const text = 'Vad kostar en parkeringsplats?\nVad är tillit?';
    expect(asked({ text, attachments: [reference(content)] })).toBe('Vad är tillit?');
  });

  it.each([
    undefined,
    null,
    '',
    '{',
    7,
    [],
    {},
    { messagePreview: 7 },
    { messagePreview: ' ' },
    { messageSender: 'x' },
  ])('that cannot be read (%j) takes nothing away', (content) => {
    expect(asked({ text: 'Vad är tillit?', attachments: [reference(content)] })).toBe('Vad är tillit?');
  });

  it('is no quote where nothing else was written', () => {
    expect(asked({ text: preview, attachments: [reference(said)] })).toBe('Vad kostar en parkeringsplats?');
  });

  it('stands as a place of its own in newer clients', () => {
    expect(asked({ text: '<quoted messageId="1"/> Vad är tillit?' })).toBe('Vad är tillit?');
    expect(asked({ text: '<quoted messageId="1"></quoted>Vad är tillit?' })).toBe('Vad är tillit?');
  });
});

describe('a message that is only HTML', () => {
  it.each([
    ['<p>Vad är <b>tillit</b>?</p>', 'Vad är tillit?'],
    ['<div><div>hjälp&nbsp;<span itemtype="http://schema.skype.com/Mention">Eva Ek</span></div></div>', 'hjälp'],
    ['<span itemtype="http://schema.skype.com/Mention">Tillitscoachen</span> hjälp', 'hjälp'],
    ['<ul><li>ett</li><li>två</li></ul>', 'ett två'],
  ])('is read: %s', (content, words) => {
    for (const contentType of ['text/html', 'text/HTML; charset=utf-8'])
      for (const text of [undefined, null, '', ' \n'])
        expect([
          asked({ text, ...html(content, contentType) }),
          read(html(content, contentType)).hasAttachment,
        ]).toEqual([words, false]);
  });

  it.each([undefined, null, 7, {}, '', '<p></p>'])('says nothing where it holds %j', (content) => {
    expect(read({ text: '', ...html(content) })).toEqual({ text: '', hasAttachment: false });
  });

  it('and a picture has both', () => {
    const attachments = [{ contentType: 'image/png' }, ...html('<p>Vad är tillit?</p>').attachments];
    expect(read({ text: '', attachments })).toEqual({ text: '\nVad är tillit?\n', hasAttachment: true });
  });

  it('counts for less than the text', () => {
    expect(asked({ text: 'hjälp', ...html('<p>om</p>') })).toBe('hjälp');
  });
});

it.each([null, undefined])('attachments may be %s, and of no kind', (attachments) => {
  expect(read({ attachments }).hasAttachment).toBe(false);
  expect(read({ attachments: [{ contentType: null }] }).hasAttachment).toBe(true);
});
