import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import {
  AuthenticationConfiguration,
  AuthenticationConstants,
  AuthenticationError,
  PasswordServiceClientCredentialFactory,
  type ConnectorFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { Entity } from 'botframework-connector/lib/connectorApi/models/mappers';
import { type Config } from '../config';

// The connector's model of an entity names three fields, and its serializer drops all others: citations would be lost.
Entity.type.additionalProperties = { type: { name: 'Object' } };

type Logic = (context: TurnContext) => Promise<void>;
type AuthenticatedRequest = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

/** Where tokens come from and go to; only tests name another cloud than the public one. */
export interface Cloud {
  readonly settings: Readonly<Record<string, string | boolean>>;
  readonly credentials: ServiceClientCredentialsFactory;
}

/**
 * The SDK's adapter, entered one step later than usual: its own HTTP entry answers 500 to a token it cannot verify and
 * prints the error. Here who calls and what the turn does are two steps, so each failure keeps its own meaning.
 */
export class Adapter extends CloudAdapter {
  /** Throws when the caller is not the channel. */
  async authenticate(activity: Activity, authorization: string): Promise<AuthenticatedRequest> {
    const caller = await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    return { ...caller, connectorFactory: withoutRetries(caller.connectorFactory) };
  }

  /** Runs one turn; what it resolves with answers an invoke. */
  async run(caller: AuthenticatedRequest, activity: Activity, logic: Logic): Promise<InvokeResponse | undefined> {
    return (await this.processActivity(caller, activity, logic)) ?? undefined;
  }
}

export function createAdapter({ credentials }: Config, cloud?: Cloud): Adapter {
  const settings = {
    MicrosoftAppId: credentials?.appId ?? '',
    MicrosoftAppPassword: credentials?.password ?? '',
    MicrosoftAppTenantId: credentials?.tenantId ?? '',
    MicrosoftAppType: credentials && !credentials.password ? 'UserAssignedMSI' : 'SingleTenant',
  };
  // Without credentials the SDK lets everybody in; config.ts sees to it that the service then listens on loopback only.
  const factory =
    cloud?.credentials ?? (credentials ? undefined : new PasswordServiceClientCredentialFactory('', '', ''));
  const onlyThisApp = new AuthenticationConfiguration([], (claims) => {
    const audience = claims.find((claim) => claim.type === AuthenticationConstants.AudienceClaim)?.value;
    if (credentials && audience !== credentials.appId)
      throw new AuthenticationError('The token is for another app.', 401);
    return Promise.resolve();
  });
  return new Adapter(
    new ConfigurationBotFrameworkAuthentication({ ...settings, ...cloud?.settings }, factory, onlyThisApp),
  );
}

/**
 * The SDK sends again by itself on 429, 500 and lost connections, which can deliver twice, and it ignores its own
 * `noRetryPolicy`. So the policy is taken out of each client's pipeline; send.ts decides about sending again.
 */
function withoutRetries(factory: ConnectorFactory | undefined): ConnectorFactory | undefined {
  if (!factory) return undefined;
  return {
    create: async (serviceUrl, audience) => {
      const connector = await factory.create(serviceUrl, audience);
      const { client } = connector as unknown as {
        client: { pipeline: { removePolicy(policy: { name: string }): void } };
      };
      client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
      return connector;
    },
  };
}
