import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppException } from '../../shared/result.ts';
import { needsNoSandbox, NO_SANDBOX_NOTE } from '../browser/browser-switches.ts';
import { findElectron, type ElectronLaunch } from './find-electron.ts';
import { hasDisplay } from './has-display.ts';
import { runWebHost, type WebHostOptions } from './web/run-web-host.ts';

/** An Electron that ends with a failure within so many milliseconds could not start. */
const START_TIME = 10_000;

/** How the application is to be opened. */
export interface OpenOptions extends WebHostOptions {
  /** Takes a browser although Electron is there. */
  readonly web: boolean;
}

/**
 * Opens the application and waits until it is closed: in Electron where its binary is there, else in a browser, else behind an
 * address. Throws an `AppException` where `path` cannot be opened.
 */
export async function openApplication(options: OpenOptions): Promise<void> {
  const path = options.path === null ? null : openablePath(options.path);
  const electron = options.headless || options.web || !hasDisplay() ? null : findElectron();
  if (electron !== null && (await ranInElectron(electron, path, options))) return;
  await runWebHost({ ...options, path });
}

/** Absolute. A folder must be a workspace; a file may be anything, the import says what it thinks of it. */
function openablePath(given: string): string {
  const path = resolve(given);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined)
    throw new AppException('SOURCE_NOT_FOUND', `${path} is not there.`, 'Name a workspace or a CSV file that exists.');
  if (stats.isDirectory() && !existsSync(join(path, 'workspace.sqlite')))
    throw new AppException(
      'WORKSPACE_NOT_FOUND',
      `${path} is no workspace.`,
      'Name a folder NAME.veriscope that Veriscope made, or a CSV file.',
    );
  return path;
}

/** False where it could not start; the reason was told. */
async function ranInElectron(
  { binary, args }: ElectronLaunch,
  path: string | null,
  { signal, notes }: OpenOptions,
): Promise<boolean> {
  notes.write(`Veriscope runs in Electron (${binary}).\n`);
  if (needsNoSandbox()) notes.write(`${NO_SANDBOX_NOTE}\n`);
  const started = Date.now();
  const child = spawn(
    binary,
    [...(needsNoSandbox() ? ['--no-sandbox'] : []), ...args, ...(path === null ? [] : [path])],
    { stdio: 'inherit' },
  );
  const end = (): void => void child.kill();
  signal.addEventListener('abort', end, { once: true });
  const code = await new Promise<number | null>((done) => {
    child.once('error', () => done(127));
    child.once('exit', done);
  });
  signal.removeEventListener('abort', end);
  if (signal.aborted || code === 0 || Date.now() - started > START_TIME) return true;
  notes.write(`Electron could not start (exit code ${code ?? 'none'}); trying a browser instead.\n`);
  return false;
}
