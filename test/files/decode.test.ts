import { decode, decodedTwice } from '../../src/files/decode';

/** As programs write them; what a test needs of Mac Roman and code page 850. */
const bytesIn: Readonly<Record<string, string>> = {
  'Windows-1252': 'å\xe5ä\xe4ö\xf6Å\xc5Ä\xc4Ö\xd6é\xe9ü\xfc',
  'Mac Roman': 'å\x8cä\x8aö\x9aÅ\x81Ä\x80Ö\x85é\x8eü\x9f',
  'code page 850': 'å\x86ä\x84ö\x94Å\x8fÄ\x8eÖ\x99é\x82ü\x81',
};
const encodings = Object.keys(bytesIn);
const encoded = (text: string, encoding: string): Buffer => {
  const pairs = [...bytesIn[encoding]!];
  return Buffer.from([...text].map((sign) => (sign < '\x80' ? sign : pairs[pairs.indexOf(sign) + 1]!)).join(''), 'latin1'); // oxfmt-ignore
};

describe.each(encodings)('%s', (encoding) => {
  it.each([
    'Åsa', 'Öberg', 'Ängelholm', 'på', 'får', 'vård', 'Är', 'ö', 'miljö', 'kök', 'sjö', 'även', 'hälsa', 'bön', 'Lindén', 'André', 'Müller',
    'SJUKVÅRD', 'LÖN', 'ÖGON', 'KÄRNA', 'Åsa Öberg;asa@b.se;Ögon', 'för; öka; åt', 'Bäckström, Åke', 'ÅÄÖ', 'åäö',
  ])('is told by %j alone', (text) => expect(decode(encoded(text, encoding))).toEqual({ text, encoding })); // oxfmt-ignore
});

describe('the encoding of a file', () => {
  it('is told also by the quotation marks and dashes of Windows-1252', () => {
    const said = (bytes: string) => decode(Buffer.from(bytes, 'latin1'));
    expect(said('\x94norr\x94')).toEqual({ text: '”norr”', encoding: 'Windows-1252' });
    expect(said('F\xf6r \x96 och nu\x85 \x94\xe5t\x94 50 \x80')).toMatchObject({ text: 'För – och nu… ”åt” 50 €' });
    expect(said('o\x92brien')).toMatchObject({ text: 'o’brien' });
  });

  it.each([
    ['le', (text: string) => Buffer.from(text, 'utf16le')],
    ['be', (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ])('is UTF-16 (%s) with and without a byte order mark', (_, bytes) => {
    const text = 'Åsa Öberg;asa@b.se\r\n';
    expect(decode(bytes(text))).toEqual({ text, encoding: 'UTF-16' });
    expect(decode(bytes(`\ufeff${text}`))).toEqual({ text, encoding: 'UTF-16' });
  });

  it.each([
    ['Windows-1252', '80'],
    ['Mac Roman', 'db'],
  ])('is told by the sign of the euro after a number: %s', (encoding, euro) => {
    const bytes = Buffer.concat([Buffer.from('Kostnad 100 '), Buffer.from(euro, 'hex')]);
    expect(decode(bytes)).toEqual({ text: 'Kostnad 100 €', encoding });
  });

  it('is not guessed where no words come of it', () => {
    expect(decode(Buffer.from('\xcf\xf0\xe8\xe2\xe5\xf2 \xf1\xee\xf1\xe5\xe4', 'latin1'))).toBeUndefined();
    const damaged = Buffer.concat([Buffer.from('Åsa Öberg, Ögon, på vården'), Buffer.from([0xff])]);
    expect(decode(damaged)).toBeUndefined();
  });

  it('may have been mistaken by the program that wrote it', () => {
    expect(decodedTwice(Buffer.from('Åsa Öberg é').toString('latin1').replace('\x85', '…').replace('\x96', '–'))).toBe('Åsa Öberg é'); // oxfmt-ignore
    expect(decodedTwice('Åsa Öberg')).toBeUndefined();
    expect(decodedTwice('Ãsa')).toBeUndefined();
  });
});
