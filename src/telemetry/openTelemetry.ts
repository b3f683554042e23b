import path from 'node:path';
import { type Config } from '../shared/config';
import { type Version } from '../shared/version';
import { noTelemetry, type Telemetry } from './telemetry';

/**
 * Opens the exporters that the settings ask for. OpenTelemetry is loaded only then, because it takes some megabytes.
 * @throws {Explained} where the port of the metrics cannot be used
 */
export async function openTelemetry(
  { metrics, otlpEndpoint }: Pick<Config, 'metrics' | 'otlpEndpoint'>,
  version: Version,
): Promise<Telemetry> {
  if (!metrics && !otlpEndpoint) return noTelemetry;
  const { startTelemetry } = (await import(
    path.join(__dirname, 'startTelemetry')
  )) as typeof import('./startTelemetry');
  return startTelemetry({ metrics, otlpEndpoint }, version);
}
