import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { projectPath } from '../../scripts/lib/paths.mjs';

/** A web host in a process of its own. */
export interface RunningWebHost {
  readonly process: ChildProcess;
  /** The newest address that it printed. */
  readonly entrance: () => string;
  /** Waits for a further address. */
  readonly nextEntrance: () => Promise<string>;
  /** What it wrote beside addresses. */
  readonly notes: () => string;
  /** Fulfilled with its exit code. */
  readonly ended: Promise<number | null>;
  readonly stop: () => Promise<number | null>;
}

/** Starts `veriscope open --headless` from its sources, with a data folder of its own, and waits for its address. */
export async function startWebHost(home: string, args: readonly string[] = []): Promise<RunningWebHost> {
  const child = spawn(process.execPath, [projectPath('src/cli/main.ts'), 'open', '--headless', ...args], {
    env: { ...process.env, HOME: home, VERISCOPE_HOME: home, VERISCOPE_DEBUG: '' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let notes = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (notes += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const addresses: string[] = [];
  const waiting: ((address: string) => void)[] = [];
  createInterface(child.stdout).on('line', (line) => {
    addresses.push(line);
    for (const resolve of waiting.splice(0)) resolve(line);
  });
  const nextEntrance = (): Promise<string> =>
    new Promise((resolve, reject) => {
      waiting.push(resolve);
      void ended.then((code) => reject(new Error(`the host ended with ${code}: ${notes}`)));
    });
  await nextEntrance();
  return {
    process: child,
    entrance: () => addresses.at(-1) ?? '',
    nextEntrance,
    notes: () => notes,
    ended,
    stop: () => {
      child.kill();
      return ended;
    },
  };
}

/** Whether a process is there. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits until something holds; fails after `limit` milliseconds. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>, limit = 15_000): Promise<void> {
  const deadline = Date.now() + limit;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within ${limit} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
