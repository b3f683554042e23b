import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a PostgreSQL that a test can break. */
export interface Line {
  /** The server's URL, by way of this line. */
  readonly url: string;
  /** Ends what runs over it, and lets nobody through until it is mended. */
  cut(): void;
  mend(): void;
  /** Nothing more comes through of what runs over it now, and neither end is told. */
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
