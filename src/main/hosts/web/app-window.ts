import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { platformSwitches, quietSwitches } from '../../browser/browser-switches.ts';
import type { Browser } from '../../browser/find-browser.ts';
import type { BrowserProfile } from './browser-profile.ts';

/** Size of the first window ever; later ones are as the last one was left. */
const FIRST_SIZE = '1440,900';

/** The browser that shows the application's windows: one process, whatever their number. */
export class AppWindows {
  readonly #browser: Browser;
  readonly #profile: BrowserProfile;
  #process: ChildProcess | null = null;

  constructor(browser: Browser, profile: BrowserProfile) {
    this.#browser = browser;
    this.#profile = profile;
  }

  /** Opens a window without an address bar. `onEnd` hears when the process ends that was started for it, and how. */
  open(url: string, onEnd: (code: number | null) => void): void {
    const isFirst = !existsSync(join(this.#profile.folder, 'Default', 'Preferences'));
    const child = spawn(
      this.#browser.path,
      [
        `--app=${url}`,
        '--class=veriscope',
        ...(isFirst ? [`--window-size=${FIRST_SIZE}`] : []),
        ...quietSwitches(this.#profile.folder),
        ...platformSwitches(),
      ],
      // A group of its own: Ctrl-C in the terminal reaches this program alone, which then ends the browser.
      { stdio: 'ignore', detached: true },
    );
    child.unref();
    // A second start hands its address over to the first process and ends.
    this.#process ??= child;
    child.once('error', () => onEnd(null));
    child.once('exit', (code) => {
      if (this.#process === child) this.#process = null;
      onEnd(code);
    });
  }

  /** Closes every window. */
  close(): void {
    this.#process?.kill();
    this.#profile.release();
  }
}
