import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { projectRoot, readConfig } from '../../src/shared/config';

const read = (name: string) => readFileSync(path.join(projectRoot, name), 'utf8');
const compose = parse(read('compose.yaml'), { merge: true }) as {
  services: Record<string, { environment: Record<string, string>; ports?: string[] }>;
};

/** Settings whose value has a form. */
const samples: Readonly<Record<string, string>> = {
  PAGE_HOST: 'coach.region.example',
  METRICS_PORT: '9464',
  METRICS_HOST: '0.0.0.0',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
};

describe('compose.yaml', () => {
  const { one, two, database } = compose.services;

  it('starts two instances that differ in nothing but their port', () => {
    expect(one!.environment).toEqual(two!.environment);
    expect(one!.ports).not.toEqual(two!.ports);
  });

  it('sets what the service reads, and all that it demands', () => {
    const given = Object.fromEntries(
      Object.entries(one!.environment).map(([name, value]) => {
        const [, ask = '', usual = ''] = /^\$\{(\w+)(?::-([^}]*))?/.exec(value) ?? [];
        if (name === 'DATABASE_URL') return [name, value.replace(/\$\{[^}]*\}/, 'hemligt')];
        const asked = /ID$/.test(ask) ? '11111111-1111-4111-8111-111111111111' : 'hemligt';
        return [name, usual || (samples[ask] ?? asked)];
      }),
    );
    const config = readConfig(given);
    expect(config).toMatchObject({
      sendRate: 24,
      databaseUrl: 'postgres://tillitscoachen:hemligt@database:5432/tillitscoachen',
    });
    const source = read('src/shared/config.ts') + read('src/shared/settings.ts');
    expect(Object.keys(one!.environment).filter((name) => !source.includes(name))).toEqual([]);
  });

  it('holds no secret', () => {
    expect(database!.environment.POSTGRES_PASSWORD).toMatch(/^\$\{/);
    expect(one!.environment.SERVICE_KEY).toMatch(/^\$\{/);
  });
});

describe('the Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');

  it('copies what is there, and runs what package.json has', () => {
    const copied = lines
      .filter((line) => /^COPY (?!--from|\. )/.test(line))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied.filter((name) => !existsSync(path.join(projectRoot, name)))).toEqual([]);
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const runs = lines.flatMap((line) => [...line.matchAll(/npm run (\w+)/g)].map(([, name]) => name!));
    expect(runs.filter((name) => !scripts[name])).toEqual([]);
    expect(lines.at(-2)).toContain(scripts.start!.split('&& node ')[1]!.split(' ').at(-1)!);
  });

  it('does not run as root', () => {
    expect(lines).toContain('USER node');
  });
});
