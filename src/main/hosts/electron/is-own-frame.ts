import type { IpcMainEvent } from 'electron';
import { isPage } from './app-scheme.ts';

/** Whether a message comes from the main frame of one of our pages. */
export function isOwnFrame({ sender, senderFrame }: Pick<IpcMainEvent, 'sender' | 'senderFrame'>): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isPage(senderFrame.url);
}
