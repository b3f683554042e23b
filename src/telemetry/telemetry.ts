/** A turn that may be counted. Labels are closed sets of ours: no id, no word. */
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

/** What the service tells of itself while it runs. Without METRICS_PORT and OTEL_EXPORTER_OTLP_ENDPOINT nobody listens. */
export interface Telemetry {
  /** Runs one request. Searches in it are told of together with its turn, or not at all. */
  readonly duringRequest: <T>(work: () => Promise<T>) => Promise<T>;
  readonly turnEnded: (turn: CountedTurn) => void;
  /** Measures a search; its outcome is a closed set. */
  readonly search: <T extends { readonly outcome: string }>(work: () => Promise<T>) => Promise<T>;
  readonly deliveryTried: (outcome: string) => void;
  /** Something failed; the message is the log's, a fixed sentence. */
  readonly failed: (message: string) => void;
  /** Asked when somebody reads what is measured. */
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
