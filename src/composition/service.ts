import { type Logger } from 'pino';
import { type ServiceContent } from './content';
import { type GivenDocuments } from './openDocuments';
import { type Channel } from '../teams/channel';
import { type Cloud } from '../teams/sdk/adapter';
import { type Telemetry } from '../telemetry/telemetry';
import { type RoutePlugin } from '../web/server';

/** The running service, as main.ts starts it. */
export interface Service {
  readonly url: string;
  /** Sends now all that is due. Resolves when nothing is under way any more. */
  catchUp(): Promise<void>;
  /** Counts and prunes now. It also happens once a day. */
  prune(): Promise<void>;
  /** Looks now whether the documents have changed. It also happens every few seconds. */
  lookAtDocuments(): Promise<void>;
  /** Stops: takes nothing new, finishes what is under way, and closes. */
  stop(): Promise<void>;
}

/** What only tests and the demo pass. */
export interface Environment extends GivenDocuments {
  readonly log: Logger;
  readonly now: () => Date;
  /** Without it nothing is measured. */
  readonly telemetry?: Telemetry;
  /** Read already, in place of being read now. */
  readonly content?: ServiceContent;
  readonly cloud?: Cloud;
  /** Teams through another SDK. */
  readonly channel?: Channel;
  /** Routes in addition to the service's own. */
  readonly routes?: readonly RoutePlugin[];
}
