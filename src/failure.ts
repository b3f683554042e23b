/**
 * An error as logs may know it: its name and the places it passed, never its message, which may quote what a person wrote.
 */
export function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const stack = error.stack ?? '';
  const afterMessage = stack.slice(stack.indexOf(error.message) + error.message.length);
  return [error.name, ...afterMessage.split('\n').filter((line) => /^\s+at /.test(line))].join('\n');
}
