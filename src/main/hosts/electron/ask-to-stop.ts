import { dialog, type BrowserWindow } from 'electron';
import type { HostWords } from './host-words.ts';

/** Asks whether to stop although `calls` are under way; `button` says what is about to happen. */
export async function askToStop(
  window: BrowserWindow,
  calls: number,
  words: HostWords,
  button: string,
): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.underWay(calls),
    detail: words.quitUndoes,
    buttons: [words.keepWorking, button],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}
