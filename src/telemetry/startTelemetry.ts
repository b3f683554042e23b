import { AsyncLocalStorage } from 'node:async_hooks';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader, type IMetricReader } from '@opentelemetry/sdk-metrics';
import { type Config } from '../shared/config';
import { Explained } from '../shared/errors';
import { type Version } from '../shared/version';
import { createInstruments, type EndedSearch } from './instruments';
import { type Telemetry } from './telemetry';
import { createTracing, traceTurn } from './traces';
import { operatorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

/** Milliseconds for sending what is left when the service stops. */
const longestStop = 3_000;

/** Starts to measure, and to export where the settings say. @throws {Explained} where the port cannot be used */
export async function startTelemetry(
  { metrics, otlpEndpoint }: Pick<Config, 'metrics' | 'otlpEndpoint'>,
  { version, commit }: Version,
): Promise<Telemetry> {
  const resource = resourceFromAttributes({
    'service.name': 'tillitscoachen',
    'service.version': version,
    ...(commit && { 'vcs.ref.head.revision': commit }),
  });
  const urlOf = (signal: string) => `${otlpEndpoint?.replace(/\/+$/, '')}/v1/${signal}`;
  const readers: IMetricReader[] = [
    ...(metrics ? [await openMetricsPort(metrics)] : []),
    ...(otlpEndpoint
      ? [new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter({ url: urlOf('metrics') }) })]
      : []),
  ];
  const provider = new MeterProvider({ resource, readers });
  const instruments = createInstruments(provider.getMeter('tillitscoachen'));
  const tracing = otlpEndpoint ? createTracing(new OTLPTraceExporter({ url: urlOf('traces') }), resource) : undefined;
  /** The searches of the present request. */
  const searches = new AsyncLocalStorage<EndedSearch[]>();
  return {
    duringRequest: (work) => searches.run([], work),
    turnEnded: (turn) => {
      const own = searches.getStore() ?? [];
      instruments.turn(turn);
      own.forEach(instruments.search);
      if (tracing) traceTurn(tracing.tracer, turn, own);
    },
    search: async (work) => {
      const [began, started] = [Date.now(), performance.now()];
      let outcome = 'failed';
      try {
        const found = await work();
        ({ outcome } = found);
        return found;
      } finally {
        searches.getStore()?.push({ outcome, began, milliseconds: performance.now() - started });
      }
    },
    deliveryTried: instruments.attempt,
    failed: instruments.failure,
    watchDeliveries: instruments.watchDeliveries,
    stop: async () => {
      const stopped = Promise.allSettled([provider.shutdown(), tracing?.stop()]);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise((resolve) => (timer = setTimeout(resolve, longestStop)));
      await Promise.race([stopped, late]);
      clearTimeout(timer);
    },
  };
}

/** A separate port, so that the port that people reach never shows metrics. */
async function openMetricsPort({ host, port }: NonNullable<Config['metrics']>): Promise<PrometheusExporter> {
  const exporter = new PrometheusExporter({ host, port, preventServerStart: true, withoutScopeInfo: true });
  try {
    await exporter.startServer();
    return exporter;
  } catch (error) {
    const { code = operatorTexts.unknownFault } = error as NodeJS.ErrnoException;
    throw new Explained(fill(operatorTexts.start.metricsPort, { port, host, code }));
  }
}
