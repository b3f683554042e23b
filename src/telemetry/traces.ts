import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import { BatchSpanProcessor, RandomIdGenerator, TracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace';
import { type Resource } from '@opentelemetry/resources';
import { correlationId } from '../shared/correlation';
import { type EndedSearch } from './instruments';
import { type CountedTurn } from './telemetry';

/** Sends spans in batches. A trace has the id that the log calls `correlation`. */
export function createTracing(exporter: SpanExporter, resource: Resource) {
  const random = new RandomIdGenerator();
  const provider = new TracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor({ exporter })],
    idGenerator: {
      generateTraceId: () => correlationId() ?? random.generateTraceId(),
      generateSpanId: () => random.generateSpanId(),
    },
  });
  return { tracer: provider.getTracer('tillitscoachen'), stop: () => provider.shutdown() };
}

/**
 * Writes the span of a turn and of its searches, after the turn has ended. Only then it is known whether the turn may be counted.
 */
export function traceTurn(tracer: Tracer, turn: CountedTurn, searches: readonly EndedSearch[]): void {
  const ended = Date.now();
  const { kind, outcome, milliseconds } = turn;
  const span = tracer.startSpan('turn', {
    kind: SpanKind.SERVER,
    root: true,
    startTime: ended - milliseconds,
    attributes: { 'tillitscoachen.turn.kind': kind, 'tillitscoachen.turn.outcome': outcome },
  });
  const within = trace.setSpan(ROOT_CONTEXT, span);
  for (const { began, milliseconds: took, outcome: found } of searches)
    tracer
      .startSpan('search', { startTime: began, attributes: { 'tillitscoachen.search.outcome': found } }, within)
      .end(began + took);
  if (outcome === 'failed') span.setStatus({ code: SpanStatusCode.ERROR });
  span.end(ended);
}
