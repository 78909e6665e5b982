import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { projectPath } from '../../scripts/lib/paths.mjs';

/** What the command line wrote, and how it ended. */
export interface CliRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts the built command line as a user would. */
export function startVeriscope(args: readonly string[], { cwd, env }: CliOptions = {}): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [projectPath('bin', 'veriscope.mjs'), ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
}

/** Waits for a started command and collects what it writes from now on. */
export function endOf(child: ChildProcessWithoutNullStreams): Promise<CliRun> {
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    // The first command after a change of the sources builds itself anew and says so.
    child.once('close', (code) => resolve({ code, out, err: err.replace(/^Building Veriscope \.\.\.\n/, '') }));
  });
}

/** Runs the built command line to its end. */
export function veriscope(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  return endOf(startVeriscope(args, options));
}

/** Runs a command with `--json` and returns its one object; fails where stdout holds anything else. */
export async function veriscopeJson(
  args: readonly string[],
  options: CliOptions = {},
): Promise<CliRun & { readonly answer: Readonly<Record<string, unknown>> }> {
  const run = await veriscope([...args, '--json'], options);
  if (!/^\{.*\}\n$/.test(run.out)) throw new Error(`not one line of JSON: ${run.out.slice(0, 500)}\n${run.err}`);
  return { ...run, answer: JSON.parse(run.out) as Readonly<Record<string, unknown>> };
}

/** Runs a command that a test builds upon; throws where it fails. */
export async function succeed(args: readonly string[], options: CliOptions = {}): Promise<void> {
  const { code, err } = await veriscope(args, options);
  if (code !== 0) throw new Error(`veriscope ${args.join(' ')} ended with ${code}: ${err}`);
}

/** How a command was refused. */
export interface CliRefusal {
  readonly exit: number | null;
  readonly error: string;
  readonly message: string;
}

/** Runs a command in words and with `--json`; throws where the two differ or one is not as every error is told. */
export async function refusalOf(args: readonly string[], options: CliOptions = {}): Promise<CliRefusal> {
  const [inWords, asJson] = [await veriscope(args, options), await veriscopeJson(args, options)];
  const { code: error, message, hint } = asJson.answer['error'] as { code: string; message: string; hint: string };
  const told = `veriscope: ${message}\n  ${hint}\n  (${error})\n`;
  if (inWords.out !== '' || hint === '' || !inWords.err.endsWith(told)) {
    throw new Error(`in words: ${inWords.out}${inWords.err}\nas JSON: ${told}`);
  }
  if (inWords.code !== asJson.code) throw new Error(`exit codes ${inWords.code} and ${asJson.code}`);
  return { exit: inWords.code, error, message };
}
