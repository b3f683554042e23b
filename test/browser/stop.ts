import { rmSync } from 'node:fs';
import { type Chromium } from '../../tools/browser/openChromium';

export default function stop(): void {
  const { folder } = JSON.parse(process.env.CHROMIUM!) as Chromium;
  rmSync(folder, { recursive: true, force: true });
}
