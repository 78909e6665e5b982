import { AppException, type AppError } from '../../../shared/result.ts';
import type { PrintEnd, PrintRequest } from '../../process/host-printer.ts';
import { printPdf } from './print-pdf.ts';

/** The prints that an engine has asked for. */
export class PrintQueue {
  readonly #tell: (end: PrintEnd) => void;
  readonly #open = new Map<string, AbortController>();

  constructor(tell: (end: PrintEnd) => void) {
    this.#tell = tell;
  }

  take(request: PrintRequest): void {
    if (request.kind === 'print') void this.#print(request);
    else this.#open.get(request.id)?.abort();
  }

  /** The engine has gone. */
  cancelAll(): void {
    for (const print of this.#open.values()) print.abort();
  }

  async #print({ id, html, out }: PrintRequest & { readonly kind: 'print' }): Promise<void> {
    const cancel = new AbortController();
    this.#open.set(id, cancel);
    let error: AppError | null = null;
    try {
      await printPdf({ html, out, signal: cancel.signal });
    } catch (failure) {
      error = errorOf(failure);
    }
    this.#open.delete(id);
    this.#tell({ kind: 'printed', id, error });
  }
}

function errorOf(failure: unknown): AppError {
  if (failure instanceof AppException) return failure.error;
  return {
    code: 'OUTPUT_NOT_WRITABLE',
    message: 'The PDF could not be written.',
    hint: 'Check the folder and the free space there.',
  };
}
