/** VERIFY=short: what CI has time for. Fewer rounds, and the same rules. */
export const isShort = process.env.VERIFY === 'short';
