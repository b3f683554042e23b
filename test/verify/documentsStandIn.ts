import { type Page } from 'playwright-core';
import { type DocumentFacts, type DocumentView, type PassageFindability } from '../../src/hr/documentViews';

type Changed = Partial<Omit<DocumentView, 'id'>>;

/** The text that the stand-in reads from every file. */
const blocks: DocumentView['blocks'] = [
  { place: 's. 1', kind: 'heading', text: 'Policy för friskvård' },
  { place: 's. 1', kind: 'paragraph', text: 'Friskvårdstimmen får tas ut en gång i veckan, på arbetstid.' },
  { place: 's. 2', kind: 'list', text: '• Chefen godkänner tiden.\n• Timmen sparas inte.' },
  { place: 's. 4', kind: 'table', text: 'Slag | Bidrag\nSimning | 3 000 kr' },
];

/** HR's documents in memory, in place of the service's routes. */
export async function serveDocuments(page: Page): Promise<void> {
  const documents = new Map<string, DocumentView>();
  let suggested = ['Får jag ta ut friskvårdstimmen på jobbet?'];
  let asked: string[] = [];
  const keep = (view: DocumentView, change: Changed) => {
    const next = { ...view, ...change, revision: view.revision + 1 };
    documents.set(view.id, next);
    return next;
  };
  const acts: Readonly<Record<string, (view: DocumentView) => Changed>> = {
    publish: () => ({ state: 'published', hasDraft: false, acts: ['withdraw', 'undo', 'replace'] }),
    withdraw: () => ({ state: 'withdrawn', acts: ['publish', 'undo', 'replace'] }),
    undo: () => ({ state: 'published', acts: ['withdraw', 'replace'] }),
    discard: ({ state }) => ({ hasDraft: false, acts: state === 'published' ? ['withdraw', 'replace'] : [] }),
  };
  const findability = (): PassageFindability[] => [
    { id: '1', heading: 'Policy för friskvård', excerpt: blocks[1]!.text, isFound: 'first', failingWords: [], asked: [], suggested: [] }, // prettier-ignore
    { id: '2', heading: 'Bidrag', excerpt: blocks[3]!.text, isFound: asked.length ? 'first' : 'no', failingWords: ['slag', 'bidrag'], asked, suggested }, // prettier-ignore
  ];
  await page.route('**/api/hr/documents**', async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    const [id, does = ''] = url.pathname.replace(/^\/api\/hr\/documents\/?/, '').split('/');
    const json = (body: unknown, status = 200) => route.fulfill({ status, json: body });
    const view = documents.get(id!);
    const isOld = (revision: number) => view && revision !== view.revision;
    if (request.method() === 'GET' && !id) return json([...documents.values()]);
    if (id === 'try') {
      const question = (request.postDataJSON() as { question: string }).question;
      const isFound = /friskv/i.test(question);
      const quotes = isFound
        ? [{ document: 'friskvard', title: 'Policy för friskvård', excerpt: blocks[1]!.text }]
        : [];
      const reasons = [isFound ? '”friskvårdstimmen” står i stycket.' : 'Ingen av frågans ord finns i något dokument.'];
      return json({ outcome: isFound ? 'found' : 'none', reasons, quotes });
    }
    if (request.method() === 'POST' && !id) {
      documents.set('friskvard', aDraft());
      return json(documents.get('friskvard'));
    }
    if (!view) return json({ error: 'Dokumentet finns inte.' }, 404);
    if (does === 'findability') return json(findability());
    if (request.method() === 'GET') return json(view);
    const body = does && does !== 'asked' ? {} : (request.postDataJSON() as Record<string, unknown>);
    if (isOld(Number(body.revision ?? url.searchParams.get('revision'))))
      return json({ error: 'Någon annan har ändrat dokumentet. Inget är sparat.' }, 409);
    if (does === 'asked') {
      const { accept, drop } = body as { accept: string[]; drop: string[] };
      suggested = suggested.filter((each) => !accept.includes(each) && !drop.includes(each));
      asked = [...asked.filter((each) => !drop.includes(each)), ...accept];
      return json(keep(view, {}));
    }
    if (does === 'file')
      return json(
        keep(view, {
          version: 2,
          hasDraft: true,
          blocks: [...blocks.slice(0, 3), { place: 's. 4', kind: 'paragraph', text: 'Bidraget är 4 000 kr.' }],
          readingWarnings: [],
          warnings: 0,
          acts: ['publish', 'discard', 'replace'],
        }),
      );
    if (does) return json(keep(view, acts[does]!(view)));
    const { revision: _revision, ...facts } = body as unknown as DocumentFacts & { revision: number };
    if (!facts.publisher) return json({ error: 'Se över fälten.', fields: { publisher: 'Skriv vem som har gett ut det.' } }, 400); // prettier-ignore
    return json(keep(view, facts));
  });
}

const aDraft = (): DocumentView => ({
  id: 'friskvard',
  title: 'Policy för friskvård',
  publisher: '',
  date: '2019',
  kind: 'Policy',
  weight: 'Inlagt dokument',
  url: '',
  audience: { kind: 'everyone' },
  state: 'draft',
  version: 1,
  revision: 1,
  passages: 3,
  warnings: 2,
  changedOn: '2027-01-12',
  oldYears: 8,
  hasDraft: true,
  blocks,
  readingWarnings: [
    { kind: 'columns', page: 2, words: 'Sidan har spalter. Läs att texten kommer i rätt ordning, eller be om originalet i Word.' }, // prettier-ignore
    { kind: 'hidden', words: 'Dold text är inte med. Ta fram den i Word och läs in filen igen om den ska citeras.' },
  ],
  history: [{ act: 'addDocument', name: 'Hanna HR', at: '2027-01-12T08:30:00.000Z' }],
  acts: ['publish', 'discard', 'replace'],
  card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: blocks[1]!.text, wrap: true }, { type: 'TextBlock', text: 'Källa: Policy för friskvård, 2019', isSubtle: true, wrap: true }] }, // prettier-ignore
});
