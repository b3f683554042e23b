import { type DocumentView } from '../../src/hr/documentViews';

/** HR at one service, over HTTP. */
export async function hrAt(address: string) {
  const json = { 'content-type': 'application/json' };
  const signedIn = await fetch(`${address}/api/hr/sign-in`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ name: 'Hanna HR', isHr: true }),
  });
  const { token } = (await signedIn.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}`, ...json };
  const send = async (method: string, path: string, body?: string): Promise<DocumentView> => {
    const response = await fetch(`${address}/api/hr/documents${path}`, { method, headers, body });
    if (response.status !== 200) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as DocumentView;
  };
  /** A document for everyone, published. */
  const publish = async (name: string, text: string): Promise<DocumentView> => {
    const { id, title, date, kind, weight, url, audience, revision } = await send('POST', `?name=${name}`, text);
    const facts = { title, publisher: 'Region Prov', date, kind, weight, url, audience, revision };
    const changed = await send('PUT', `/${id}`, JSON.stringify(facts));
    return send('POST', `/${id}/publish?revision=${changed.revision}`);
  };
  const replace = async (document: DocumentView, text: string): Promise<DocumentView> => {
    const draft = await send('POST', `/${document.id}/file?name=ny.txt&revision=${document.revision}`, text);
    return send('POST', `/${document.id}/publish?revision=${draft.revision}`);
  };
  const find = (id: string) => send('GET', `/${id}`);
  const tried = async (question: string): Promise<string> => JSON.stringify(await send('POST', '/try', JSON.stringify({ question }))); // oxfmt-ignore
  return { publish, replace, find, tried };
}
