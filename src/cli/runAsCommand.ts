type Command = (
  words: readonly string[],
  print: (line: string) => void,
  environment: NodeJS.ProcessEnv,
) => Promise<number>;

/**
 * Runs a command with the arguments of the process, and ends with its exit code. Of an error only the message is printed, also
 * where the command throws before it returns a promise.
 */
export function runAsCommand(run: Command): void {
  new Promise<number>((resolve) => resolve(run(process.argv.slice(2), console.log, process.env))).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      // It ends at once: PostgreSQL keeps a login without a password open for a minute.
      process.exit(1);
    },
  );
}
