/** Unpacks the Chromium that comes with npm into a folder of its own (TMPDIR) and prints where it is. */
import chromium from '@sparticuz/chromium';

// One process for all windows, as the package would have it, hangs when one of several is closed.
const args = chromium.args.filter((flag) => flag !== '--single-process' && flag !== '--no-zygote');
console.log(JSON.stringify({ executablePath: await chromium.executablePath(), args }));
