import { writeSync } from 'node:fs';

/**
 * Ends this process or thread at an unforeseen error with a line that names its kind: the text of an error may quote data.
 * `VERISCOPE_DEBUG=1` prints all of it.
 */
export function tellOnlyKind(who: string): void {
  process.on('uncaughtException', (error: unknown) => {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    // Written at once: what a thread that ends still holds in a stream is lost.
    writeSync(
      2,
      `veriscope: ${process.env['VERISCOPE_DEBUG'] === '1' ? details : `the ${who} failed (${kindOf(error)}).`}\n`,
    );
    process.exit(70);
  });
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? `${error.name}, ${error.code}` : error.name;
}
