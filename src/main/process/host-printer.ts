import { randomUUID } from 'node:crypto';
import { BroadcastChannel } from 'node:worker_threads';
import { z } from 'zod';
import { AppException } from '../../shared/result.ts';
import { EXIT_CODE_BY_ERROR, type ErrorCode } from '../../shared/error-codes.ts';
import type { PdfPrinter } from '../services/report/pdf-printer.ts';

/** The threads of the engine ask here for a PDF; the engine's own thread passes it on to the host. */
export const PRINT_CHANNEL = 'veriscope:print';

/** What a thread asks of the host. */
export const PrintRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('print'), id: z.string(), html: z.string(), out: z.string() }),
  z.object({ kind: z.literal('cancel-print'), id: z.string() }),
]);
export type PrintRequest = z.infer<typeof PrintRequest>;

const isErrorCode = (text: string): boolean => Object.hasOwn(EXIT_CODE_BY_ERROR, text);

/** How a print ended; `error` null: the file is written. */
export const PrintEnd = z.object({
  kind: z.literal('printed'),
  id: z.string(),
  error: z
    .object({ code: z.custom<ErrorCode>((code) => isErrorCode(String(code))), message: z.string(), hint: z.string() })
    .nullable(),
});
export type PrintEnd = z.infer<typeof PrintEnd>;

/** Has the host print, in whose windows a browser is at hand. */
export const printThroughHost: PdfPrinter = ({ html, out, signal }) => {
  signal.throwIfAborted();
  const id = randomUUID();
  const channel = new BroadcastChannel(PRINT_CHANNEL);
  const ask = (request: PrintRequest): void => channel.postMessage(request);
  const cancel = (): void => ask({ kind: 'cancel-print', id });
  return new Promise<void>((resolve, reject) => {
    channel.onmessage = (event: unknown) => {
      const { data: end } = PrintEnd.safeParse((event as MessageEvent).data);
      if (end?.id !== id) return;
      signal.removeEventListener('abort', cancel);
      channel.close();
      if (end.error === null) resolve();
      else reject(new AppException(end.error.code, end.error.message, end.error.hint));
    };
    signal.addEventListener('abort', cancel, { once: true });
    ask({ kind: 'print', id, html, out });
  });
};
