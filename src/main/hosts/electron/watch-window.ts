import { dialog, type BrowserWindow } from 'electron';
import type { HostWords } from './host-words.ts';

/** A page that stops more often than this within a minute is not loaded again without being asked. */
const MOST_RELOADS = 3;
const WINDOW = 60_000;

/** Loads a page again that has stopped, and asks about one that does not respond. */
export function watchWindow(window: BrowserWindow, words: () => HostWords): void {
  const { webContents: contents } = window;
  let deaths: number[] = [];
  let question: AbortController | null = null;
  let isEnding = false;

  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    if (isEnding) {
      isEnding = false;
      contents.reload();
      return;
    }
    const now = Date.now();
    deaths = [...deaths.filter((death) => death > now - WINDOW), now];
    if (deaths.length <= MOST_RELOADS) {
      contents.reload();
      void tellReloaded(window, words());
    } else void askToReload(window, words());
  });

  window.on('unresponsive', () => {
    if (question !== null) return;
    question = new AbortController();
    void askAboutSilence(window, words(), question.signal)
      .then((toLoad) => {
        if (!toLoad || window.isDestroyed()) return;
        // A page that hangs would not hear of a reload: its process is ended first.
        isEnding = true;
        contents.forcefullyCrashRenderer();
      })
      .finally(() => (question = null));
  });
  window.on('responsive', () => question?.abort());
}

async function tellReloaded(window: BrowserWindow, words: HostWords): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.reloaded,
    detail: words.nothingLost,
    buttons: [words.ok],
  });
}

async function askToReload(window: BrowserWindow, words: HostWords): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: words.keepsStopping,
    detail: words.nothingLost,
    buttons: [words.loadAgain, words.close],
    defaultId: 0,
    cancelId: 1,
  });
  if (window.isDestroyed()) return;
  if (response === 0) window.webContents.reload();
  else window.destroy();
}

async function askAboutSilence(window: BrowserWindow, words: HostWords, signal: AbortSignal): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.unresponsive,
    detail: words.mayBeBusy,
    buttons: [words.wait, words.loadAgain],
    defaultId: 0,
    cancelId: 0,
    signal,
  });
  return response === 1;
}
