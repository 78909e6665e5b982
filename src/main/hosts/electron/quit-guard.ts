import { app, type BrowserWindow } from 'electron';
import { askToStop } from './ask-to-stop.ts';
import type { HostWords } from './host-words.ts';
import type { WorkUnderWay } from './work-under-way.ts';

/** Asks before work under way is cancelled by quitting or by closing its window. */
export class QuitGuard {
  readonly #work: WorkUnderWay;
  readonly #words: () => HostWords;
  #mayQuit = false;
  #isAsking = false;

  constructor(work: WorkUnderWay, words: () => HostWords) {
    this.#work = work;
    this.#words = words;
  }

  /** `front` is the window that the question belongs to. */
  watchApplication(front: () => BrowserWindow | null): void {
    app.on('before-quit', (event) => {
      const window = front();
      if (this.#mayQuit || this.#work.total === 0 || window === null) {
        this.#mayQuit = true;
        return;
      }
      event.preventDefault();
      void this.#ask(window, this.#work.total, this.#words().quitAnyway, () => {
        this.#mayQuit = true;
        app.quit();
      });
    });
  }

  watchWindow(window: BrowserWindow): void {
    const { id } = window.webContents;
    window.on('close', (event) => {
      const calls = this.#work.of(id);
      if (this.#mayQuit || calls === 0) return;
      event.preventDefault();
      void this.#ask(window, calls, this.#words().closeAnyway, () => window.destroy());
    });
  }

  async #ask(window: BrowserWindow, calls: number, button: string, stop: () => void): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      if (await askToStop(window, calls, this.#words(), button)) stop();
    } finally {
      this.#isAsking = false;
    }
  }
}
