import { type CampaignAction } from '../../src/campaigns/campaign';
import { type CampaignView } from '../../src/hr/campaigns';
import { type Running } from './service';

const hour = 3_600_000;

export type InHr = Awaited<ReturnType<typeof signIn>>;

/** A person in HR, and what the service answers. */
export async function signIn(running: Running, name: string) {
  const json = { 'content-type': 'application/json' };
  const url = `${running.service.url}/api/hr`;
  const signedIn = await fetch(`${url}/sign-in`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ name, isHr: true }),
  });
  const { token } = (await signedIn.json()) as { token: string };
  const call = async (method: string, path: string, body?: unknown) => {
    const raw = typeof body === 'string' || body instanceof Buffer || body === undefined ? body : JSON.stringify(body);
    const headers = { authorization: `Bearer ${token}`, ...json };
    const response = await fetch(`${url}/${path}`, { method, headers, body: raw });
    const text = await response.text();
    return {
      status: response.status,
      text,
      json: (/^[[{]/.test(text) ? JSON.parse(text) : {}) as Record<string, unknown>,
    };
  };
  /** Sends a file as it is. */
  const send = async (path: string, bytes: string) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' };
    const response = await fetch(`${url}/${path}`, { method: 'POST', headers, body: bytes });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  };
  /** What a path holds; the service has to have it. */
  const get = async <T>(path: string) => (await call('GET', path)).json as T;
  const make = async (over: object = {}) =>
    (await call('POST', 'campaigns', { ...draft(running), ...over })).json as unknown as CampaignView;
  const act = (id: string, action: string) => call('POST', `campaigns/${id}/${action}`);
  /** Carries out an action that HR can take now, and returns the campaign afterwards. */
  const change = async (id: string, action: CampaignAction) => {
    const { status, json } = await act(id, action);
    expect([action, status]).toEqual([action, 200]);
    return json as unknown as CampaignView;
  };
  const launch = async (over: object = {}) => change((await make(over)).id, 'launch');
  return { call, send, get, make, act, change, launch };
}

/** A moment as a plan has it. */
export const local = (moment: Date) =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Stockholm' })
    .format(moment)
    .replace(' ', 'T');
/** A campaign to everybody in an hour. */
export const draft = (running: Running) => ({
  title: 'Ramar',
  flow: 'tydliga-ramar',
  plan: { kind: 'once', at: local(new Date(running.now().getTime() + hour)) },
  audience: { kind: 'everyone' },
  least: 6,
});
