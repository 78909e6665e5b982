import { z } from 'zod';

const bytes = z.instanceof(Uint8Array);

/**
 * One column of a block, as compact as it travels. `numbers` are little-endian 64-bit floats, a missing value is a NaN;
 * `truths` hold one byte a row, 0 false, 1 true, 2 missing; `codes` are little-endian 16-bit indexes into `dictionary`,
 * 65535 is missing.
 */
export const BlockColumn = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('numbers'), name: z.string(), values: bytes }),
  z.object({ kind: z.literal('truths'), name: z.string(), values: bytes }),
  z.object({ kind: z.literal('codes'), name: z.string(), dictionary: z.array(z.string()), values: bytes }),
  z.object({ kind: z.literal('texts'), name: z.string(), values: z.array(z.string().nullable()) }),
  /**
   * What no other kind can carry: whole numbers beyond 2^53 and infinities as text among numbers. Numbers are at their row
   * in `numbers`, as in a column of numbers; `values` is null there.
   */
  z.object({
    kind: z.literal('mixed'),
    name: z.string(),
    values: z.array(z.union([z.string(), z.boolean(), z.null()])),
    numbers: bytes,
  }),
]);
export type BlockColumn = z.infer<typeof BlockColumn>;

/** Rows by column: how rows travel between processes. */
export const RowBlock = z.object({ rows: z.int().nonnegative(), columns: z.array(BlockColumn) });
export type RowBlock = z.infer<typeof RowBlock>;
