import fc from 'fast-check';
import { UnsecuredJWT } from 'jose';
import { Activity } from '../../src/teams/activity';
import { verifyRequest } from '../../src/teams/verifyRequest';
import { readConfig } from '../../src/shared/config';
import { activityOf } from './activity';
import { aServiceKey } from '../aServiceKey';

const appId = '22222222-2222-4222-8222-222222222222';
const tenantId = '11111111-1111-4111-8111-111111111111';
const local = readConfig({});
const production = readConfig({
  MICROSOFT_APP_ID: appId,
  MICROSOFT_APP_PASSWORD: 'hemlig',
  MICROSOFT_APP_TENANT_ID: tenantId,
  SERVICE_KEY: aServiceKey,
});
const now = new Date('2026-11-22T09:00:00Z');
const seconds = now.getTime() / 1000;

/** The gate reads tokens and leaves their signature to the SDK: an unsigned one with a header of choice is enough here. */
function bearer(claims: object = {}, header: object = { alg: 'RS256', typ: 'JWT' }): string {
  const [, payload] = new UnsecuredJWT({
    iss: 'https://api.botframework.com',
    aud: appId,
    exp: seconds + 3600,
    nbf: seconds - 60,
    ...claims,
  })
    .encode()
    .split('.');
  return `Bearer ${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}.c2lnbmF0dXI`;
}
const from = (over: object) => Activity.parse(activityOf(over));
const refused = (over: object, token = bearer(), config = production) =>
  verifyRequest(config, from(over), token, now)?.status;

describe('refusalOf', () => {
  it('lets the channel of this tenant in', () => {
    expect(refused({})).toBeUndefined();
  });

  it.each(['emulator', 'webchat', 'directline'])('refuses the channel %s', (channelId) => {
    expect(refused({ channelId })).toBe(403);
  });

  it.each([
    'https://evil.example/',
    'https://smba.trafficmanager.net.evil.example/',
    'http://smba.trafficmanager.net/',
    'http://127.0.0.1:3000/',
    'https://smba.trafficmanager.net:8443/',
    'https://smba.trafficmanager.net:80/',
    'https://somebody@smba.trafficmanager.net/',
    'https://:secret@smba.trafficmanager.net/',
  ])('never sends to %s in production', (serviceUrl) => {
    expect(refused({ serviceUrl })).toBe(403);
  });

  it.each([
    'https://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:443/emea/',
    'HTTPS://SMBA.trafficmanager.net',
  ])('sends to %s', (serviceUrl) => {
    expect(refused({ serviceUrl })).toBeUndefined();
  });

  it.each(['bearer', 'BEARER', 'bEARER'])('knows the scheme as %s', (scheme) => {
    expect(refused({}, bearer().replace('Bearer', scheme))).toBeUndefined();
  });

  it('never leaves this machine in local mode', () => {
    expect(refused({ serviceUrl: 'http://127.0.0.1:56150/' }, '', local)).toBeUndefined();
    expect(refused({ serviceUrl: 'https://smba.trafficmanager.net/' }, '', local)).toBe(403);
  });

  it('refuses another tenant, in either place where Teams says it, and none at all', () => {
    const other = '99999999-9999-4999-8999-999999999999';
    expect(refused({ conversation: { id: 'a:1', tenantId: other } })).toBe(403);
    expect(refused({ channelData: { tenant: { id: other } } })).toBe(403);
    expect(refused({ conversation: { id: 'a:1' }, channelData: {} })).toBe(403);
  });

  it.each([
    ['no token', ''],
    ['another scheme', 'Basic abc'],
    ['a token in pieces', 'Bearer a.b'],
    ['something unreadable', 'Bearer a.b.c'],
    ['alg none', bearer({}, { alg: 'none' })],
    ['a shared secret', bearer({}, { alg: 'HS256' })],
    ['another issuer', bearer({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' })],
    ['another app', bearer({ aud: 'another' })],
    ['no expiry', bearer({ exp: undefined })],
    ['an expired token', bearer({ exp: seconds - 301 })],
    ['a token of tomorrow', bearer({ nbf: seconds + 301 })],
  ])('answers 401 to %s', (_, token) => {
    expect(refused({}, token)).toBe(401);
  });

  it('allows clocks to differ by five minutes', () => {
    expect(refused({}, bearer({ exp: seconds - 299, nbf: seconds + 299 }))).toBeUndefined();
  });
});

describe('Activity', () => {
  /** Each with all that a sender may leave out, as null and left out. */
  const optional: readonly (readonly [string, ...string[]])[] = [
    ...['id', 'name', 'action', 'replyToId', 'timestamp', 'locale', 'text', 'textFormat', 'value', 'entities'],
    ...['attachments', 'membersAdded', 'membersRemoved', 'channelData', 'localTimezone', 'importance'],
    ...['from.aadObjectId', 'from.name', 'from.role', 'recipient.name', 'recipient.aadObjectId'],
    ...['conversation.tenantId', 'conversation.conversationType', 'conversation.isGroup', 'conversation.name'],
    ...['channelData.tenant', 'channelData.tenant.id', 'channelData.eventType', 'channelData.team'],
  ].map((path) => path.split('.') as [string, ...string[]]);
  const changed = (given: unknown, [field, ...rest]: readonly string[], put: object): unknown => {
    const { [field!]: inner, ...others } = given as Record<string, unknown>;
    if (rest.length) return inner ? { ...others, [field!]: changed(inner, rest, put) } : given;
    return { ...others, ...('nothing' in put ? { [field!]: null } : {}) };
  };

  it('takes null for absent, whichever optional fields are null', () => {
    fc.assert(
      fc.property(fc.subarray([...optional]), (paths) => {
        const written = (put: object) =>
          paths.reduce<unknown>((activity, path) => changed(activity, path, put), activityOf());
        expect(Activity.parse(written({ nothing: null }))).toEqual(Activity.parse(written({})));
      }),
    );
  });

  it.each([
    'type',
    'channelId',
    'serviceUrl',
    'from',
    'recipient',
    'conversation',
    'from.id',
    'recipient.id',
    'conversation.id',
  ])('still wants %s', (path) => {
    const without = changed(activityOf(), path.split('.'), { nothing: null });
    expect(Activity.safeParse(without).success).toBe(false);
  });

  const ids = ['id', 'replyToId', 'from.id', 'from.aadObjectId', 'recipient.id', 'conversation.id'];
  it.each(
    ids.flatMap((path) => [
      [path, 'NUL', 'a\0b'],
      [path, 'half a letter', 'a\ud83d'],
      [path, 'the other half', '\ude00b'],
      [path, 'both halves, turned', '\ude00\ud83d'],
    ]),
  )('takes no %s with %s', (path, _, id) => {
    const [field, inner] = path.split('.') as [string, string?];
    const given = activityOf() as unknown as Record<string, object>;
    const activity = { ...given, [field]: inner ? { ...given[field], [inner]: id } : id };
    expect(Activity.safeParse(activity).success).toBe(false);
  });

  it.each(['id', 'replyToId', 'from.id', 'recipient.id', 'conversation.id'])(
    'takes no %s that names another address',
    (path) => {
      const [field, inner] = path.split('.') as [string, string?];
      for (const id of ['.', '..']) {
        const given = activityOf() as unknown as Record<string, object>;
        const activity = { ...given, [field]: inner ? { ...given[field], [inner]: id } : id };
        expect(Activity.safeParse(activity).success).toBe(false);
      }
    },
  );

  it.each(['a😀', 'a\u0001', 'a\nb', '\u202e', '\ufdd0', 'a\u007f'])(
    'takes no conversation whose id (%j) is more than a header can hold',
    (id) => {
      expect(Activity.safeParse(activityOf({ conversation: { id, conversationType: 'personal' } })).success).toBe(
        false,
      );
    },
  );

  it('takes ids of any whole letters', () => {
    expect(from({ id: '19:å😀', replyToId: '' })).toMatchObject({ id: '19:å😀' });
  });

  it('leaves what a card holds as it is', () => {
    const value = { action: { data: { a: null } } };
    const attachments = [{ contentType: null, content: { b: null } }];
    expect(from({ value, attachments })).toMatchObject({ value, attachments: [{ content: { b: null } }] });
  });

  it('knows no tenant by null', () => {
    expect(refused({ conversation: { id: 'a:1', tenantId: null }, channelData: null })).toBe(403);
  });

  it.each([
    [{ type: 7 }],
    [{ from: undefined }],
    [{ from: { id: '' } }],
    [{ serviceUrl: 'somewhere' }],
    [{ text: { a: 1 } }],
    [{ entities: [null] }],
    [{ entities: [{ type: 'mention' }] }],
    [{ entities: [{ type: 'mention', mentioned: null }] }],
    [{ attachments: 'x' }],
    [{ membersAdded: [{}] }],
    [{ channelData: 'x' }],
  ])('refuses an activity of the wrong shape: %j', (over) => {
    expect(Activity.safeParse(activityOf(over)).success).toBe(false);
  });
});
