import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../src/shared/config';
import { openTelemetry } from '../../src/telemetry/openTelemetry';
import { type Telemetry } from '../../src/telemetry/telemetry';
import { aFreePort } from '../../tools/aFreePort';

const read = (file: string) => readFileSync(path.join(projectRoot, 'infra/grafana', file), 'utf8');

interface Panel {
  readonly title: string;
  readonly targets: readonly { readonly expr: string }[];
}
interface Rule {
  readonly uid: string;
  readonly title: string;
  readonly noDataState: string;
  readonly data: readonly { readonly model: { readonly expr?: string } }[];
}
const { panels } = JSON.parse(read('dashboard.json')) as { panels: readonly Panel[] };
const rules = (parse(read('alerts.yaml')) as { groups: readonly { rules: readonly Rule[] }[] }).groups.flatMap(
  ({ rules: own }) => own,
);
const expressions = [
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ title, expr }))),
  ...rules.flatMap(({ title, data }) => data.flatMap(({ model }) => (model.expr ? [{ title, expr: model.expr }] : []))),
];

let telemetry: Telemetry;
let page: string;
beforeAll(async () => {
  const port = await aFreePort();
  telemetry = await openTelemetry({ metrics: { host: '127.0.0.1', port } }, { version: '1.2.3' });
  telemetry.watchDeliveries(() => Promise.resolve({ states: { sent: 3 }, oldestPendingSeconds: 2.5 }));
  await telemetry.duringRequest(async () => {
    await telemetry.search(() => Promise.resolve({ outcome: 'found' }));
    telemetry.turnEnded({ kind: 'message', outcome: 'done', milliseconds: 20 });
  });
  telemetry.deliveryTried('sent');
  telemetry.failed('a turn failed');
  page = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
});
afterAll(() => telemetry.stop());

const metricsIn = (expr: string) => expr.match(/\b(?:tillitscoachen|nodejs|process)_[a-z0-9_]+/g) ?? [];

describe('the dashboard and the alerts', () => {
  it.each(expressions)('$title: $expr asks for what is measured', ({ expr }) => {
    const asked = metricsIn(expr);
    expect(asked).not.toEqual([]);
    for (const metric of asked) expect(page).toMatch(new RegExp(`^${metric}(\\{| )`, 'm'));
  });

  it('ask for reasons and outcomes that there are', () => {
    const matchers = expressions.flatMap(({ expr }) => [...expr.matchAll(/reason(?:=~|=|!~)"([^"]+)"/g)]);
    expect(matchers).not.toEqual([]);
    for (const [, named = ''] of matchers)
      for (const reason of named.split('|')) expect(page).toContain(`reason="${reason}"`);
  });

  it('have a title and an id of their own each', () => {
    expect(new Set(rules.map(({ uid }) => uid)).size).toBe(rules.length);
    expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
  });
});

describe('what is measured', () => {
  it('has the unit in the name, in seconds and bytes', () => {
    expect(page).toMatch(/^tillitscoachen_turn_duration_seconds_sum\{kind="message",outcome="done"\} 0.02$/m);
    expect(page).toMatch(/^tillitscoachen_deliveries_oldest_pending_age_seconds 2.5$/m);
    expect(page).toMatch(/^tillitscoachen_failures_total\{reason="turn"\} 1$/m);
  });

  it('leaves out a search whose turn is not counted', async () => {
    const searches = () => Number(/search_duration_seconds_count\{outcome="found"\} (\d+)/.exec(page)?.[1]);
    expect(searches()).toBe(1);
    await telemetry.duringRequest(() => telemetry.search(() => Promise.resolve({ outcome: 'found' })));
    expect(searches()).toBe(1);
  });
});
