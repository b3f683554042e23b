import { type Logger } from 'pino';
import { type Content } from './content';
import { type GivenDocuments } from './openDocuments';
import { type Channel } from '../teams/channel';
import { type Cloud } from '../teams/sdk/adapter';
import { type Telemetry } from '../telemetry/telemetry';
import { type RoutePlugin } from '../web/server';

/** The service as it runs; main.ts starts it. */
export interface Service {
  readonly url: string;
  /** Sends at once all that is due, and resolves when nothing of it is under way any more. */
  catchUp(): Promise<void>;
  /** Counts and prunes at once, as happens by itself every day. */
  prune(): Promise<void>;
  /** Looks at once whether the documents have changed, as happens by itself every few seconds. */
  lookAtDocuments(): Promise<void>;
  /** Takes nothing new, finishes what is under way, and closes. */
  stop(): Promise<void>;
}

/** What only tests and the demo give. */
export interface Environment extends GivenDocuments {
  readonly log: Logger;
  readonly now: () => Date;
  /** Without it, nothing is measured. */
  readonly telemetry?: Telemetry;
  /** Read already, in place of being read now. */
  readonly content?: Content;
  readonly cloud?: Cloud;
  /** Teams through another SDK. */
  readonly channel?: Channel;
  /** Besides the service's own. */
  readonly routes?: readonly RoutePlugin[];
}
