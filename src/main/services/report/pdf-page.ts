import { AppException } from '../../../shared/result.ts';

const INCH = 25.4;

/** A4, in inches. */
export const PDF_PAPER = { width: 210 / INCH, height: 297 / INCH } as const;
/** In inches; below there is room for the footer. */
export const PDF_MARGINS = { top: 15 / INCH, bottom: 18 / INCH, left: 15 / INCH, right: 15 / INCH } as const;

/** What Chromium is told about a report, whoever drives it: its title and page numbers at the foot, an outline, tags. */
export const PDF_LAYOUT = {
  printBackground: true,
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate:
    '<div style="width:100%;margin:0 15mm;font:7.5pt system-ui,sans-serif;color:#6b7280;display:flex;justify-content:space-between">' +
    '<span class="title"></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>',
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const;

/** What a failed print is told as: a cancel and a file that cannot be written as what they are, the rest by `failure`. */
export function printFailure(error: unknown, signal: AbortSignal, failure: () => AppException): unknown {
  if (signal.aborted) return new AppException('CANCELLED', 'Cancelled.', 'No file was written.', { cause: error });
  if (error instanceof Error && 'syscall' in error) return error;
  return failure();
}
