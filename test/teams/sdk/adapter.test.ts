import { readConfig } from '../../../src/shared/config';
import { createAdapter } from '../../../src/teams/sdk/adapter';
import { activityOf } from '../activity';

interface Inside {
  readonly client: {
    readonly pipeline: {
      getOrderedPolicies(): {
        readonly name: string;
        sendRequest(request: object, next: (request: object) => object): object;
      }[];
    };
  };
}

const policies = async () => {
  const caller = await createAdapter(readConfig({})).authenticate(
    activityOf({ serviceUrl: 'http://127.0.0.1:1/' }) as never,
    '',
  );
  const connector = await caller.connectorFactory!.create('http://127.0.0.1:1/');
  return (connector as unknown as Inside).client.pipeline.getOrderedPolicies();
};

describe('createAdapter', () => {
  it('takes the repetition out of the SDK, which could deliver twice', async () => {
    const names = (await policies()).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => /retry/i.test(name))).toEqual([]);
  });

  it('gives every call less time than Teams gives the bot', async () => {
    const limit = (await policies()).find(({ name }) => name === 'patience');
    const { timeout } = limit!.sendRequest({ timeout: 0 }, (request) => request) as { timeout: number };
    expect(timeout).toBeGreaterThan(0);
    expect(timeout).toBeLessThan(10_000);
  });
});
