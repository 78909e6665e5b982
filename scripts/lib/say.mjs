/**
 * Tells the person at the terminal something, without mixing it into a command's own output.
 * @param {string} message
 */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

/** A failure whose message already tells what to do, so that no stack trace is needed. */
export class SetUpError extends Error {}

/**
 * Runs a script's main function: its number becomes the exit code, its known failures one clear message.
 * @param {() => Promise<number>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    say(error instanceof SetUpError ? error.message : String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  }
}
