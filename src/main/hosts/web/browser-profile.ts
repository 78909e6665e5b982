import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '../../browser/find-browser.ts';

/** A folder in which the application's browser keeps what is its own: size and place of windows. */
export interface BrowserProfile {
  readonly folder: string;
  /** Lets the next host have it. */
  release(): void;
}

/** Hosts that run at a time and keep profiles apart; further ones share the last. */
const MOST_PROFILES = 20;

/**
 * Takes the first profile that no other running host has: a browser is one process per profile, and each host ends its own.
 */
export function claimProfile(dataFolder: string, browser: Browser): BrowserProfile {
  const parent = profileParent(dataFolder, browser);
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  for (let number = 1; ; number += 1) {
    const folder = join(parent, `window-${number}`);
    const lock = `${folder}.lock`;
    if (number === MOST_PROFILES) return { folder, release: () => undefined };
    if (!isHeld(lock) && take(lock)) return { folder, release: () => rmSync(lock, { force: true }) };
  }
}

/** Sandboxed packages write to folders of their own only. */
function profileParent(dataFolder: string, { packaging, path }: Browser): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  switch (packaging) {
    case 'snap':
      return join(homedir(), 'snap', name, 'common', 'veriscope');
    case 'flatpak':
      return join(homedir(), '.var', 'app', name, 'data', 'veriscope');
    case 'plain':
      return join(dataFolder, 'browser');
  }
}

function isHeld(lock: string): boolean {
  let holder: number;
  try {
    holder = Number(readFileSync(lock, 'utf8'));
  } catch {
    return false;
  }
  if (Number.isSafeInteger(holder) && holder > 0 && isRunning(holder)) return true;
  rmSync(lock, { force: true });
  return false;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, but there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function take(lock: string): boolean {
  try {
    const file = openSync(lock, 'wx', 0o600);
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch {
    return false;
  }
}
