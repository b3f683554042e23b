import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { withCorrelation, correlationId } from '../../src/shared/correlation';
import { openTelemetry } from '../../src/telemetry/openTelemetry';
import { noTelemetry } from '../../src/telemetry/telemetry';
import { aFreePort } from '../../tools/aFreePort';

/** A collector of OTLP; gives what it was sent, by path. */
async function startCollector() {
  const got: { path: string; body: string }[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      got.push({ path: request.url ?? '', body: Buffer.concat(chunks).toString() });
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { got, url: `http://127.0.0.1:${port}`, close: () => (server.close(), server.closeAllConnections()) };
}

describe('openTelemetry', () => {
  it('measures nothing unless a setting asks for it', async () => {
    expect(await openTelemetry({}, { version: '1.2.3' })).toBe(noTelemetry);
  });

  it('sends a turn and its search as one trace, whose id is the log’s, and metrics, and no word', async () => {
    const collector = await startCollector();
    const telemetry = await openTelemetry({ otlpEndpoint: `${collector.url}/` }, { version: '1.2.3' });
    let id: string | undefined;
    await withCorrelation(() =>
      telemetry.duringRequest(async () => {
        id = correlationId();
        await telemetry.search(() => Promise.resolve({ outcome: 'found', quote: 'hemliga ord' }));
        telemetry.turnEnded({ kind: 'message', outcome: 'done', milliseconds: 20 });
      }),
    );
    await telemetry.stop();
    collector.close();
    const traces = collector.got.filter(({ path }) => path === '/v1/traces').map(({ body }) => body);
    const spans = traces.flatMap(spansIn);
    expect(spans.map(({ name, traceId }) => [name, traceId])).toEqual([
      ['search', id],
      ['turn', id],
    ]);
    const [search, turn] = spans;
    expect(search?.parentSpanId).toBe(turn?.spanId);
    expect(collector.got.map(({ path }) => path)).toContain('/v1/metrics');
    expect(JSON.stringify(collector.got)).not.toContain('hemliga');
  });

  it('sends no trace of a turn that is not told of', async () => {
    const collector = await startCollector();
    const telemetry = await openTelemetry({ otlpEndpoint: collector.url }, { version: '1.2.3' });
    await telemetry.duringRequest(() => telemetry.search(() => Promise.resolve({ outcome: 'none' })));
    await telemetry.stop();
    collector.close();
    expect(collector.got.filter(({ path }) => path === '/v1/traces')).toEqual([]);
    expect(JSON.stringify(collector.got)).not.toContain('tillitscoachen.search');
  });

  it('names METRICS_PORT and the remedy when the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const opened = openTelemetry({ metrics: { host: '127.0.0.1', port } }, { version: '1.2.3' });
    await expect(opened).rejects.toThrow(new RegExp(`^METRICS_PORT ${port} .*EADDRINUSE.*Välj`));
    server.close();
  });

  it('answers nothing but what is measured, on a port of its own', async () => {
    const port = await aFreePort();
    const telemetry = await openTelemetry({ metrics: { host: '127.0.0.1', port } }, { version: '1.2.3' });
    const statusOf = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    expect([await statusOf('/metrics'), await statusOf('/'), await statusOf('/api/messages')]).toEqual([200, 404, 404]);
    await telemetry.stop();
    await expect(statusOf('/metrics')).rejects.toThrow();
  });
});

interface SentSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
}
const spansIn = (body: string): SentSpan[] =>
  (JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[] }).resourceSpans.flatMap(
    ({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans),
  );
