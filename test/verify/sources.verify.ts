import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Turn } from '../../tools/localTeams/localTeams';
import { follow, linksOf } from '../journeys/sourceLinks';
import { anna, run, texts } from '../journeys/service';
import { copySmallLibrary } from '../knowledge/library';

describe('a source that one can open', () => {
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
        const turn = await changing.channel.say(changing.chat(), anna, 'Hur ofta avkalkas kaffebryggaren?');
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
});
