import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { BrowserWindow, session, type PrintToPDFOptions } from 'electron';
import { AppException } from '../../../shared/result.ts';
import type { PdfPrinter } from '../../services/report/pdf-printer.ts';

/** The only address that there is while a report is printed. */
const PAGE = 'app://print/';
/** A report holds its styles and pictures itself, and needs no script to be printed. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

const INCH = 25.4;
const FOOTER =
  '<div style="width:100%;margin:0 15mm;font:7.5pt system-ui,sans-serif;color:#6b7280;display:flex;justify-content:space-between">' +
  '<span class="title"></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>';
const PAPER: PrintToPDFOptions = {
  pageSize: 'A4',
  margins: { top: 15 / INCH, bottom: 18 / INCH, left: 15 / INCH, right: 15 / INCH },
  printBackground: true,
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate: FOOTER,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
};

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
    await writeFile(out, await window.webContents.printToPDF(PAPER));
  } catch (error) {
    if (signal.aborted) throw new AppException('CANCELLED', 'Cancelled.', 'No file was written.', { cause: error });
    if (error instanceof Error && 'syscall' in error) throw error;
    throw new AppException(
      'BROWSER_FAILED',
      'The report could not be printed to a PDF.',
      'Try again, or write the report as HTML and print that from your browser.',
      { cause: error },
    );
  } finally {
    signal.removeEventListener('abort', cancel);
    window.destroy();
    printing.protocol.unhandle('app');
  }
};
