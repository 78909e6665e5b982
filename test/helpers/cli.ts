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
