import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOST = fileURLToPath(new URL('../../dist/node/veriscope.js', import.meta.url));

/** A web host of its own for a test, with a home folder that nobody else uses. */
export interface RunningHost {
  /** Opens the window once. */
  readonly entrance: string;
  /** What stands for the user's home folder. */
  readonly home: string;
  readonly process: ChildProcess;
  readonly stop: () => Promise<void>;
}

export async function startHost(): Promise<RunningHost> {
  const home = mkdtempSync(join(tmpdir(), 'veriscope-e2e-'));
  mkdirSync(join(home, 'Documents'));
  const { XDG_DOCUMENTS_DIR: _documents, ...inherited } = process.env;
  const env = { ...inherited, HOME: home, USERPROFILE: home, VERISCOPE_HOME: join(home, 'veriscope-data') };
  const child = spawn(process.execPath, [HOST, 'open', '--headless'], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: home,
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  return {
    entrance: await entranceOf(child),
    home,
    process: child,
    stop: async () => {
      child.kill();
      await ended;
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function entranceOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const [address] = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(text) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`the host ended with ${code} before it told its address: ${text}`)));
  });
}
