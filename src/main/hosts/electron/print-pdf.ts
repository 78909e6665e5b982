import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { BrowserWindow, session } from 'electron';
import { AppException } from '../../../shared/result.ts';
import { PDF_LAYOUT, PDF_MARGINS, printFailure } from '../../services/report/pdf-page.ts';
import type { PdfPrinter } from '../../services/report/pdf-printer.ts';

/** The only address that there is while a report is printed. */
const PAGE = 'app://print/';
/** A report holds its styles and pictures itself, and needs no script to be printed. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** Prints in a window of our own that is never shown. It can load nothing but the page it is given, and runs no script. */
export const printPdf: PdfPrinter = async ({ html, out, signal }) => {
  signal.throwIfAborted();
  // Not persistent, and nobody else's: what is set up here concerns this page alone.
  const printing = session.fromPartition(`print-${randomUUID()}`);
  printing.webRequest.onBeforeRequest(({ url }, callback) =>
    callback({ cancel: url !== PAGE && !url.startsWith('data:') }),
  );
  printing.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  printing.setPermissionCheckHandler(() => false);
  printing.protocol.handle('app', () => {
    return new Response(html, {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY },
    });
  });
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: printing, sandbox: true, contextIsolation: true, javascript: false, spellcheck: false },
  });
  const cancel = (): void => window.destroy();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    await window.loadURL(PAGE);
    await writeFile(out, await window.webContents.printToPDF({ ...PDF_LAYOUT, pageSize: 'A4', margins: PDF_MARGINS }));
  } catch (error) {
    throw printFailure(
      error,
      signal,
      () =>
        new AppException(
          'BROWSER_FAILED',
          'The report could not be printed to a PDF.',
          'Try again, or write the report as HTML and print that from your browser.',
          { cause: error },
        ),
    );
  } finally {
    signal.removeEventListener('abort', cancel);
    window.destroy();
    printing.protocol.unhandle('app');
  }
};
