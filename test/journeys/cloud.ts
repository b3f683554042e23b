import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { type Cloud } from '../../src/teams/sdk/adapter';
import { aServiceKey } from '../aServiceKey';

export const appId = '22222222-2222-4222-8222-222222222222';
export const tenantId = '11111111-1111-4111-8111-111111111111';
/** Settings of a service outside local mode. */
export const registered = {
  MICROSOFT_APP_ID: appId,
  MICROSOFT_APP_PASSWORD: 'hemlig',
  MICROSOFT_APP_TENANT_ID: tenantId,
  SERVICE_KEY: aServiceKey,
};
/** The same with a channel on this machine. */
export const outside = {
  ...registered,
  SERVICE_URL_HOSTS: '127.0.0.1',
};

/** Outgoing calls carry no token: the channel on this machine asks for none. */
class NoToken extends ConfigurationServiceClientCredentialFactory {
  override createCredentials() {
    return Promise.resolve({ signRequest: <T>(request: T) => Promise.resolve(request) } as never);
  }
}

/** An identity provider on loopback that signs as the channel does, so that the SDK's own validation runs for real. */
export async function startCloud() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const { privateKey: strange } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'key-1', use: 'sig', alg: 'RS256', endorsements: ['msteams'] };
  /** The same key, as another that may sign for others, or says of nobody for whom it may sign. */
  const strangers = {
    'for others': { ...jwk, kid: 'for others', endorsements: ['webchat'] },
    'for nobody': { ...jwk, kid: 'for nobody', endorsements: [] },
    unsaid: { ...jwk, kid: 'unsaid', endorsements: undefined },
  };
  let keysAreGone = false;
  const server = createServer((request, response) => {
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const metadata = {
      issuer: 'https://api.botframework.com',
      jwks_uri: `${base}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    };
    response.setHeader('content-type', 'application/json');
    const isKeys = request.url === '/keys' || request.url === `/${tenantId}/discovery/v2.0/keys`;
    if (isKeys && keysAreGone) response.statusCode = 500;
    response.end(JSON.stringify(isKeys ? { keys: [jwk, ...Object.values(strangers)] } : metadata));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: 'hemlig',
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppType: 'SingleTenant',
  };
  const cloud: Cloud = {
    settings: {
      ValidateAuthority: false,
      ToChannelFromBotLoginUrl: `${url}/login`,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: `${url}/oauth`,
      ToBotFromChannelOpenIdMetadataUrl: `${url}/channel`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${url}/emulator`,
      CallerId: 'urn:botframework:azure',
    },
    credentials: new NoToken(credentials),
    authority: url,
  };
  const sign = (key: CryptoKey, claims: JWTPayload, kid: string, until = '1h') =>
    new SignJWT({ iss: 'https://api.botframework.com', aud: appId, ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
      .setNotBefore('-1d')
      .setExpirationTime(until)
      .sign(key);
  /** The token that Entra ID gives a person in HR who has the page open in Teams. */
  const inHr = {
    iss: `${url}/${tenantId}/v2.0`,
    aud: `api://coach.region.example/${appId}`,
    tid: tenantId,
    oid: 'hanna',
    name: 'Hanna HR',
    scp: 'access_as_user',
    roles: ['HR'],
  };
  return {
    cloud,
    inHr,
    /** The page's key, as somebody who forges a token may have it. */
    publicKey: jwk,
    loseKeys: (are: boolean) => void (keysAreGone = are),
    token: (claims: JWTPayload, until?: string) => sign(privateKey, claims, 'key-1', until),
    /** Rightly signed, by a key that may not sign for Teams. */
    unendorsed: (claims: JWTPayload, kid: keyof typeof strangers) => sign(privateKey, claims, kid),
    /** Right claims, signed by somebody else. */
    forged: (claims: JWTPayload, kid = 'key-1') => sign(strange, claims, kid),
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
