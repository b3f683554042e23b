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
import { OpenIdMetadata } from 'botframework-connector/lib/auth/openIdMetadata';
import { Entity } from 'botframework-connector/lib/connectorApi/models/mappers';
import { type Config } from '../../shared/config';
import { addressTargeted } from '../targetedMessages';

// The connector's model of an entity has three fields, and its serializer drops all others: citations would be lost.
Entity.type.additionalProperties = { type: { name: 'Object' } };

// A signing key names the channels for which it may sign. The SDK takes a key without names as one for all channels.
const getKey = Reflect.get<OpenIdMetadata, 'getKey'>(OpenIdMetadata.prototype, 'getKey');
OpenIdMetadata.prototype.getKey = async function (this: OpenIdMetadata, id: string) {
  const key = await getKey.call(this, id);
  return key && !key.endorsements?.length ? { ...key, endorsements: ['none'] } : key;
};

type Logic = (context: TurnContext) => Promise<void>;
export type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;
type AuthenticatedRequest = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

/** Microsoft's cloud: where tokens come from and go to. Only tests name another one than the public cloud. */
export interface Cloud {
  readonly settings: Readonly<Record<string, string | boolean>>;
  readonly credentials: ServiceClientCredentialsFactory;
  /** Where people sign in. */
  readonly authority?: string;
}

/** The most hosts of the channel for which clients are kept. Teams has a handful. */
const mostConnectors = 50;

/**
 * The SDK's adapter, entered one step later than usual. Its own HTTP entry answers 500 to a token that it cannot verify, and
 * prints the error. Here the check of the caller and the turn are two steps, so that each failure keeps its own meaning.
 */
export class Adapter extends CloudAdapter {
  private readonly connectors = new Map<string, Connector>();

  constructor(
    authentication: ConfigurationBotFrameworkAuthentication,
    private readonly appId: string,
  ) {
    super(authentication);
  }

  /** Checks the caller, and resolves with its claims. @throws where the caller is not the channel */
  async authenticate(activity: Activity, authorization: string): Promise<AuthenticatedRequest> {
    // The SDK knows the scheme in one spelling only. RFC 9110, section 11.1, allows any case.
    const header = authorization.replace(/^bearer /i, 'Bearer ');
    const caller = await this.botFrameworkAuthentication.authenticateRequest(activity, header);
    return { ...caller, connectorFactory: caller.connectorFactory && this.lasting(caller.connectorFactory) };
  }

  /** The client of one of the channel's hosts, for calls outside a turn. */
  clientOf(serviceUrl: string): Promise<Connector> {
    const factory = this.botFrameworkAuthentication.createConnectorFactory(this.createClaimsIdentity(this.appId));
    return this.lasting(factory).create(serviceUrl);
  }

  /**
   * The SDK builds a client with its pipeline and credentials for each turn. They are the same for each host, so they are kept.
   */
  private lasting(factory: ConnectorFactory): ConnectorFactory {
    return {
      create: async (serviceUrl, audience) => {
        const key = JSON.stringify([serviceUrl, audience]);
        const connector = this.connectors.get(key) ?? onOurTerms(await factory.create(serviceUrl, audience));
        if (this.connectors.size >= mostConnectors) this.connectors.clear();
        this.connectors.set(key, connector);
        return connector;
      },
    };
  }

  /** Runs one turn. It resolves with the answer to an invoke. */
  async run(caller: AuthenticatedRequest, activity: Activity, logic: Logic): Promise<InvokeResponse | undefined> {
    return (await this.processActivity(caller, activity, logic)) ?? undefined;
  }
}

/** Keeps one client for user sign-ins, which nobody makes through this bot. The SDK builds one for each turn. */
class Authentication extends ConfigurationBotFrameworkAuthentication {
  private userTokens?: ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>;

  override createUserTokenClient(
    ...claims: Parameters<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>
  ) {
    return (this.userTokens ??= super.createUserTokenClient(...claims));
  }
}

/**
 * The SDK's adapter with the credentials of the configuration. `cloud` replaces the addresses of Microsoft's cloud, for tests and
 * other clouds.
 */
export function createAdapter({ credentials }: Config, cloud?: Cloud): Adapter {
  const settings = {
    MicrosoftAppId: credentials?.appId ?? '',
    MicrosoftAppPassword: credentials?.password ?? '',
    MicrosoftAppTenantId: credentials?.tenantId ?? '',
    MicrosoftAppType: credentials && !credentials.password ? 'UserAssignedMSI' : 'SingleTenant',
  };
  // Without credentials the SDK accepts every request. So config.ts lets the service listen on loopback only.
  const factory =
    cloud?.credentials ?? (credentials ? undefined : new PasswordServiceClientCredentialFactory('', '', ''));
  const onlyThisApp = new AuthenticationConfiguration([], (claims) => {
    const audience = claims.find((claim) => claim.type === AuthenticationConstants.AudienceClaim)?.value;
    if (credentials && audience !== credentials.appId)
      throw new AuthenticationError('The token is for another app.', 401);
    return Promise.resolve();
  });
  const authentication = new Authentication({ ...settings, ...cloud?.settings }, factory, onlyThisApp);
  return new Adapter(authentication, settings.MicrosoftAppId);
}

/**
 * Milliseconds that one call to the channel may take. Teams delivers an activity again that has not been answered in 10 to 15
 * seconds.
 */
const patience = 8_000;

interface Pipeline {
  removePolicy(policy: { name: string }): void;
  addPolicy(policy: { name: string; sendRequest(request: Timed, next: (request: Timed) => unknown): unknown }): void;
}
interface Timed {
  timeout: number;
  url: string;
  body?: unknown;
}

/**
 * Removes the SDK's retry policy from a client's pipeline, and adds a limit of time. The SDK repeats requests on 429, 500 and
 * lost connections, which can deliver twice, ignores its own `noRetryPolicy`, and waits for ever. sendActivity.ts decides about
 * repeating.
 */
function onOurTerms(connector: Connector): Connector {
  const { pipeline } = (connector as unknown as { client: { pipeline: Pipeline } }).client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy({
    name: 'patience',
    sendRequest: (request, next) => next(Object.assign(request, { timeout: patience })),
  });
  pipeline.addPolicy({ name: 'targeted', sendRequest: (request, next) => next(addressTargeted(request)) });
  return connector;
}
