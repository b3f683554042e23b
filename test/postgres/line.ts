import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A connection to a PostgreSQL that a test can interrupt. */
export interface Line {
  /** The server's URL through this connection. */
  readonly url: string;
  /** Ends what runs over it, and lets nobody through until it is mended. */
  cut(): void;
  mend(): void;
  /** Nothing more gets through on the present connections, and neither end is told. */
  silence(): void;
  close(): Promise<void>;
}

export async function lineTo(url: string): Promise<Line> {
  const { hostname, port } = new URL(url);
  const ends = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) return void near.destroy();
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      from.pipe(to);
      from.on('error', () => undefined).on('close', () => to.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const way = new URL(url);
  way.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const drop = () => ends.forEach((end) => end.destroy());
  return {
    url: way.href,
    cut: () => {
      whole = false;
      drop();
    },
    mend: () => void (whole = true),
    silence: () => ends.forEach((end) => end.unpipe().pause()),
    close: async () => {
      server.close();
      drop();
      await once(server, 'close');
    },
  };
}
