import { rmSync } from 'node:fs';

export default function stop(): void {
  rmSync(process.env.CHROMIUM_FOLDER!, { recursive: true, force: true });
}
