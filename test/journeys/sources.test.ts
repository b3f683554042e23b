import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cardsOf, type Turn } from '../../tools/localTeams/localTeams';
import { partsOf } from '../../tools/localTeams/inputs';
import { copySmallLibrary } from '../knowledge/library';
import { anna, run, texts, type Running } from './service';

jest.setTimeout(60_000);

const day = 24 * 60 * 60 * 1000;
let running: Running;
beforeAll(async () => void (running = await run()));
afterAll(() => running.stop());

const fact = 'Vad säger Region Skåne om detaljstyrning av medarbetare?';
const topic = 'Hur undviker jag detaljstyrning?';

const ask = (question: string, of = running) => of.channel.say(of.chat(), anna, question);

/** The addresses behind the words on a turn's cards, in order. */
const linksOf = (turn: Turn, words = texts.document.open): string[] =>
  turn.sent
    .flatMap(({ activity }) => cardsOf(activity))
    .flatMap((card) => partsOf(card, 'TextBlock'))
    .flatMap(({ text }) => String(text).split(' · '))
    .flatMap((text) => (text.startsWith(`[${words}](`) ? [text.slice(words.length + 3, -1)] : []));

async function follow(link: string) {
  const response = await fetch(link);
  const page = await response.text();
  return {
    status: response.status,
    page,
    marked: [...page.matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, words]) => words),
  };
}

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

  it('leads to the document of now: to its original, to the words where they stand now, and nowhere when it is gone', async () => {
    const documents = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
    copySmallLibrary(documents);
    const changing = await run({ documents });
    const file = path.join(documents, 'kaffe.md');
    const facts = 'title: Kaffehandboken\npublisher: Region Prov\nkind: Handbok\nweight: Handbok\nsource: kaffe.txt\n';
    const words = 'Kaffebryggaren avkalkas varje fredag av den som senast bryggde.';
    const url = 'https://region.example/kaffe';
    const askUntil = async (isThere: (turn: Turn) => boolean) => {
      for (;;) {
        const turn = await ask('Hur ofta avkalkas kaffebryggaren?', changing);
        if (isThere(turn)) return turn;
        await changing.lookAtDocuments();
      }
    };
    writeFileSync(file, `---\n${facts}---\n${words}\n`);
    const [link = ''] = linksOf(await askUntil((turn) => linksOf(turn)[0]?.includes('/kaffe/') === true));
    expect((await follow(link)).marked).toEqual([words]);

    const ahead = 'Det här stycket kom till senare, och flyttar det andra. '.repeat(5);
    writeFileSync(file, `---\n${facts}url: ${url}\n---\n# Nytt\n\n${ahead}\n\n# Skötsel\n\n${words}\n`);
    const turn = await askUntil((one) => linksOf(one, texts.document.original).includes(url));
    expect(JSON.stringify(turn.sent.map(({ activity }) => activity.entities))).toContain(url);
    const { page, marked } = await follow(link);
    expect([page.includes('kom till senare'), marked]).toEqual([true, [words]]);
    expect(page).toContain(`<a href="${url}" rel="noopener noreferrer">`);

    rmSync(file);
    while ((await follow(link)).status === 200) await changing.lookAtDocuments();
    const gone = await follow(link);
    expect([gone.status, gone.page.includes(texts.document.removed.title)]).toEqual([410, true]);
    await changing.stop();
    rmSync(documents, { recursive: true });
  });

  it('is written down nowhere when it is opened', async () => {
    const [link = ''] = linksOf(await ask(fact));
    const before = running.logged.length;
    await follow(link);
    expect(running.logged.slice(before)).toEqual([]);
  });
});
