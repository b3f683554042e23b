/** A turn that may be counted. Labels have fixed sets of values, without ids and words. */
export interface CountedTurn {
  readonly kind: string;
  readonly outcome: 'done' | 'failed';
  readonly milliseconds: number;
}

/** All deliveries that may be counted, of all campaigns together. */
export interface DeliveryTotals {
  /** State -> how many there are. */
  readonly states: Readonly<Record<string, number>>;
  /** Seconds since the oldest one that waits was due; 0 where none is late. */
  readonly oldestPendingSeconds: number;
}

/** What the service measures while it runs. Without METRICS_PORT and OTEL_EXPORTER_OTLP_ENDPOINT nobody reads it. */
export interface Telemetry {
  /** Runs one request. Its searches are counted together with its turn, or not at all. */
  readonly duringRequest: <T>(work: () => Promise<T>) => Promise<T>;
  readonly turnEnded: (turn: CountedTurn) => void;
  /** Measures a search. Its outcome is from a fixed set. */
  readonly search: <T extends { readonly outcome: string }>(work: () => Promise<T>) => Promise<T>;
  readonly deliveryTried: (outcome: string) => void;
  /** Counts a failure. The message is the log's fixed sentence. */
  readonly failed: (message: string) => void;
  /** Called when somebody reads the metrics. */
  readonly watchDeliveries: (read: () => Promise<DeliveryTotals>) => void;
  /** Sends what is left, for a few seconds at most. */
  readonly stop: () => Promise<void>;
}

export const noTelemetry: Telemetry = {
  duringRequest: (work) => work(),
  turnEnded: () => undefined,
  search: (work) => work(),
  deliveryTried: () => undefined,
  failed: () => undefined,
  watchDeliveries: () => undefined,
  stop: () => Promise.resolve(),
};
