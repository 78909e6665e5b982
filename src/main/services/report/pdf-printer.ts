/** Prints a self-contained HTML page. */
export interface PdfPrint {
  readonly html: string;
  /** Where the PDF is written. */
  readonly out: string;
  readonly signal: AbortSignal;
}

/**
 * Prints on A4, with page numbers and backgrounds. Throws an `AppException`: `BROWSER_NOT_FOUND` where there is nothing to print
 * with, `BROWSER_FAILED` where it fails or takes too long, `CANCELLED`.
 */
export type PdfPrinter = (print: PdfPrint) => Promise<void>;
