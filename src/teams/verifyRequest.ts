import { decodeJwt, decodeProtectedHeader } from 'jose';
import { type Config } from '../shared/config';
import { type Activity } from './activity';

/** Why a request is refused. The sender reads the reason. */
export interface RequestRefusal {
  readonly status: 400 | 401 | 403;
  readonly reason: string;
}

/**
 * Decides who may call, before the SDK does any work. Returns the refusal; undefined where the request may go on. The SDK's own
 * check answers 500 instead of 401, accepts tokens that never expire, activities without a service URL and emulator tokens of any
 * tenant, and remembers every issuer that it sees. The SDK still verifies the signature afterwards; nothing here replaces that.
 */
export function verifyRequest(
  config: Config,
  activity: Activity,
  authorization: string,
  now: Date,
): RequestRefusal | undefined {
  if (activity.channelId !== 'msteams') return { status: 403, reason: 'Only the channel msteams may call this bot.' };
  if (!isKnownHost(config, activity.serviceUrl))
    return { status: 403, reason: 'serviceUrl is not a known host of the channel (SERVICE_URL_HOSTS).' };
  const { credentials } = config;
  if (!credentials) return undefined;

  const tenants = [activity.conversation.tenantId, activity.channelData?.tenant?.id].filter(Boolean);
  if (!tenants.length || tenants.some((id) => id !== credentials.tenantId))
    return { status: 403, reason: 'This bot serves another tenant.' };
  return tokenRefusal(authorization, credentials.appId, now);
}

function isKnownHost({ serviceUrlHosts, credentials }: Config, serviceUrl: string): boolean {
  const { protocol, hostname, port, username, password } = new URL(serviceUrl);
  if (!serviceUrlHosts.includes(hostname) || username || password) return false;
  // An allowed host may run other services than the channel, on other ports.
  return (protocol === 'https:' && port === '') || !credentials || isLoopback(hostname);
}

const isLoopback = (hostname: string): boolean => hostname === '127.0.0.1' || hostname === 'localhost';

const channelIssuer = 'https://api.botframework.com';
/** Seconds by which clocks may differ. The SDK allows the same five minutes. */
const clockSkewSeconds = 300;

function tokenRefusal(authorization: string, appId: string, now: Date): RequestRefusal | undefined {
  const refused = (reason: string): RequestRefusal => ({ status: 401, reason });
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
  if (!token) return refused('A bearer token from the channel is needed.');
  try {
    const seconds = now.getTime() / 1000;
    const { alg } = decodeProtectedHeader(token);
    const { iss, aud, exp, nbf } = decodeJwt(token);
    if (alg !== 'RS256' && alg !== 'RS384' && alg !== 'RS512')
      return refused('The token is not signed as the channel signs.');
    if (iss !== channelIssuer) return refused('The token is not from the channel.');
    if (aud !== appId) return refused('The token is for another app.');
    if (exp === undefined || exp + clockSkewSeconds < seconds)
      return refused('The token has expired or never expires.');
    if (nbf !== undefined && nbf - clockSkewSeconds > seconds) return refused('The token is not valid yet.');
    return undefined;
  } catch {
    return refused('The token cannot be read.');
  }
}
