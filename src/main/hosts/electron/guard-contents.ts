import type { WebContents } from 'electron';
import { isPage } from './app-scheme.ts';

/** Keeps a page where it is: no navigation but to itself, no further windows, no embedded pages. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isPage(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
