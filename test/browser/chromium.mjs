/** Unpacks the Chromium that comes with npm into a folder of its own (TMPDIR) and prints where it is. */
import chromium from '@sparticuz/chromium';

console.log(JSON.stringify({ executablePath: await chromium.executablePath(), args: chromium.args }));
