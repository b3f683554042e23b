import { openSession } from '../coaching/coach';
import { type CoachDeps } from '../coaching/ports';
import { type WrittenDocument } from '../downloads/document';
import { formats, type DownloadFile, type Order } from '../downloads/order';
import { type OwnDataStore } from '../people/ownData';
import { dayOf } from '../shared/localTime';
import { type Texts } from '../shared/texts';
import { ownDataDocument } from './ownDataDocument';
import { summaryDocument } from './summaryDocument';

/** What making a file needs; main.ts fits it. */
export interface FileDeps {
  readonly texts: Texts;
  readonly coaching: CoachDeps;
  readonly ownData: Pick<OwnDataStore, 'of'>;
  readonly write: Readonly<
    Record<'word' | 'pdf' | 'markdown' | 'html', (written: WrittenDocument) => Buffer | Promise<Buffer>>
  >;
}

/** Makes the ordered file from what is stored now; undefined where that no longer exists. */
export async function makeFile(deps: FileDeps, order: Order): Promise<DownloadFile | undefined> {
  const { texts, write } = deps;
  const { ending, type } = formats[order.format];
  const name = `${texts.ownData.file.names[order.what]}-${dayOf(deps.coaching.now())}.${ending}`;
  const bytes = await (order.what === 'summary' ? summary(deps, order) : ownData(deps, order));
  return bytes && { name, type, bytes };

  async function summary({ coaching }: FileDeps, { person, session: id, format }: Order & { what: 'summary' }) {
    const shown = await openSession(coaching, person, id);
    if (shown.kind === 'lost') return undefined;
    const current = shown.kind === 'summary' ? { current: shown, earlier: shown.earlier } : {};
    return write[format](summaryDocument(texts, { session: shown.session, ...current, withPrivate: true }));
  }

  async function ownData({ ownData: store, coaching }: FileDeps, { person, format }: Order & { what: 'ownData' }) {
    const data = await store.of(person);
    if (!data) return undefined;
    if (format === 'json') return Buffer.from(`${JSON.stringify(data, undefined, 2)}\n`, 'utf8');
    return write.html(ownDataDocument(texts, data, coaching.now()));
  }
}
