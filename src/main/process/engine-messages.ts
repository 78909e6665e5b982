import { z } from 'zod';
import { PrintEnd, PrintRequest } from './host-printer.ts';

/** What a host tells an engine that is a utility process. A port that comes with `line` is the line of that window. */
export const ToEngine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('line'), window: z.int() }),
  /** Ends the engine once work that is cancelled thereby has undone itself. */
  z.object({ kind: z.literal('end') }),
  PrintEnd,
]);
export type ToEngine = z.infer<typeof ToEngine>;

/** What such an engine tells its host: how many long calls of a window are under way, and what is to be printed. */
export const FromEngine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('work'), window: z.int(), calls: z.int().nonnegative() }),
  PrintRequest,
]);
export type FromEngine = z.infer<typeof FromEngine>;
