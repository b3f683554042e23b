import { randomBytes } from 'node:crypto';
import { createRemoteJWKSet, errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/** The person who calls HR's API. */
export interface Caller {
  /** The person's object id in Entra ID; in local mode the name of the sign-in. */
  readonly id: string;
  readonly name: string;
  readonly isHr: boolean;
}

/** The person behind a token; undefined where the token is not ours or has expired. @throws where that cannot be found out */
export type VerifyToken = (token: string) => Promise<Caller | undefined>;

/** The app role that an administrator gives to people in HR. */
const role = 'HR';
/** The scope that a page in Teams asks for, on behalf of the person who uses it. */
const scope = 'access_as_user';
/** Seconds by which clocks may differ. */
const clockTolerance = 60;

/** The most characters of a person's name that are kept. The audit log shows it on one line. */
const longestName = 100;

const Claims = z.object({
  oid: z.string().min(1).max(100),
  tid: z.string(),
  scp: z.string(),
  name: z
    .string()
    .default('')
    .transform((name) => name.slice(0, longestName)),
  roles: z.array(z.string()).default([]),
});

/** Where Entra ID's keys are. Only tests name another place. */
export const entraAuthority = 'https://login.microsoftonline.com';

/**
 * Returns a check of the tokens that Entra ID gives the page in Teams: of this tenant, for this app, from a person. `pageHost` is
 * the page's host name; without it only tokens of version 2 are accepted.
 */
export function verifyEntraToken(
  { tenantId, appId, pageHost }: { tenantId: string; appId: string; pageHost?: string },
  authority: string = entraAuthority,
): VerifyToken {
  const keys = createRemoteJWKSet(new URL(`${authority}/${tenantId}/discovery/v2.0/keys`));
  // The page's token is for the app's own address (api://host/id); a token of version 2 is for its id.
  const audiences = [appId, ...(pageHost ? [`api://${pageHost}/${appId}`] : [])];
  return async (token) => {
    const payload = await verified(() =>
      jwtVerify(token, keys, {
        issuer: `${authority}/${tenantId}/v2.0`,
        algorithms: ['RS256'],
        requiredClaims: ['exp', 'aud'],
        clockTolerance,
      }),
    );
    const claims = Claims.safeParse(payload);
    if (!payload || !claims.success || claims.data.tid !== tenantId) return undefined;
    if (![payload.aud].flat().some((audience) => audience && audiences.includes(audience))) return undefined;
    if (!claims.data.scp.split(' ').includes(scope)) return undefined;
    return { id: claims.data.oid, name: claims.data.name, isHr: claims.data.roles.includes(role) };
  };
}

/**
 * Tokens for local mode, where the person at this computer gives a name. They are valid for ten hours, or until the process ends.
 */
export function localTokens(): { identify: VerifyToken; signIn(name: string, isHr: boolean): Promise<string> } {
  const key = randomBytes(32);
  const [issuer, audience] = ['tillitscoachen:lokalt', 'hr'];
  return {
    signIn: (name, isHr) =>
      new SignJWT({ name, roles: isHr ? [role] : [] })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(name.toLowerCase())
        .setExpirationTime('10h')
        .sign(key),
    identify: async (token) => {
      const payload = await verified(() => jwtVerify(token, key, { issuer, audience, algorithms: ['HS256'] }));
      const claims = Claims.pick({ name: true, roles: true }).safeParse(payload);
      if (!payload?.sub || !claims.success) return undefined;
      return { id: payload.sub, name: claims.data.name, isHr: claims.data.roles.includes(role) };
    },
  };
}

/** Faults of a token itself. That keys cannot be fetched is not the token's fault. */
const outages: readonly string[] = [errors.JWKSTimeout.code, errors.JOSEError.code];

async function verified(verify: () => ReturnType<typeof jwtVerify>) {
  try {
    return (await verify()).payload;
  } catch (error) {
    if (error instanceof errors.JOSEError && !outages.includes(error.code)) return undefined;
    throw error;
  }
}
