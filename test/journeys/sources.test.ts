import { follow, linksOf } from './sourceLinks';
import { anna, run, texts, type Running } from './service';

jest.setTimeout(60_000);

const day = 24 * 60 * 60 * 1000;
let running: Running;
beforeAll(async () => void (running = await run()));
afterAll(() => running.stop());

const fact = 'Vad säger Region Skåne om detaljstyrning av medarbetare?';
const topic = 'Hur undviker jag detaljstyrning?';

const ask = (question: string) => running.channel.say(running.chat(), anna, question);

describe('a source that one can open', () => {
  it.each([
    ['an answer', fact],
    ['a topic', topic],
  ])('leads from each quotation of %s to its words, marked in the document', async (_, question) => {
    const links = linksOf(await ask(question));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      const { status, page, marked } = await follow(link);
      expect([status, marked.length > 0, page.includes(texts.document.cited)]).toEqual([200, true, true]);
    }
  });

  it('stands behind the [1] of the answer too', async () => {
    const turn = await ask(fact);
    expect(JSON.stringify(turn.sent.map(({ activity }) => activity.entities))).toContain(linksOf(turn)[0]);
  });

  it('says nothing of who asked, what or when: everybody gets the same link that day', async () => {
    const [mine, theirs] = [linksOf(await ask(fact)), linksOf(await ask(`${fact} Tack!`))];
    expect(mine[0]).toBe(theirs[0]);
  });

  it('ends after thirty days, and says how to get a new one', async () => {
    const [link = ''] = linksOf(await ask(fact));
    running.pass(30 * day);
    expect((await follow(link)).status).toBe(200);
    running.pass(day);
    const { status, page } = await follow(link);
    expect([status, page.includes('Fråga boten igen, så får du en ny länk.')]).toEqual([410, true]);
    const [another = ''] = linksOf(await ask(fact));
    expect((await follow(another)).status).toBe(200);
  });

  it('is written down nowhere when it is opened', async () => {
    const [link = ''] = linksOf(await ask(fact));
    const before = running.logged.length;
    await follow(link);
    expect(running.logged.slice(before)).toEqual([]);
  });
});
