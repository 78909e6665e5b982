import { z } from 'zod';
import { TableName } from './ledger.ts';

const column = z.string().min(1);

/**
 * One condition on one column: of the table, of the lens (`x_…`), or `id`. Values are written as a CSV would write them.
 * Bounds are inclusive, and a filter without a bound or with an empty text is none. A row without a value is only found
 * by values that are excluded or hold `''`, by `not-contains` and by `missing`. A day or time of `dates` is on the local
 * clock, `YYYY-MM-DD` or `YYYY-MM-DD HH:MM`; as upper bound it includes all of that day or minute.
 */
export const ColumnFilter = z.discriminatedUnion('kind', [
  /** One of `values`, or none of them; `''` stands for "missing". */
  z.object({ kind: z.literal('values'), column, values: z.array(z.string()), exclude: z.boolean().default(false) }),
  z.object({ kind: z.literal('range'), column, from: z.number().nullable(), to: z.number().nullable() }),
  /** Whatever the case of letters and accents. */
  z.object({
    kind: z.literal('text'),
    column,
    match: z.enum(['contains', 'not-contains', 'equals', 'starts', 'ends']),
    text: z.string(),
  }),
  z.object({ kind: z.literal('dates'), column, from: z.string().nullable(), to: z.string().nullable() }),
  /** Missing means an empty cell or the sentinel that stands for one. */
  z.object({ kind: z.literal('missing'), column, missing: z.boolean() }),
]);
export type ColumnFilter = z.infer<typeof ColumnFilter>;

/** Which rows of a table: all the filters hold, and, where `search` is not empty, some text column contains it. */
export const RowSelection = z.object({
  filters: z.array(ColumnFilter).max(200).default([]),
  search: z.string().max(200).default(''),
});
export type RowSelection = z.infer<typeof RowSelection>;
export const EVERY_ROW: RowSelection = { filters: [], search: '' };

/** The first entry counts most; ties go by the order of import. Missing values come last in both directions. */
export const RowOrder = z.array(z.object({ column, direction: z.enum(['ascending', 'descending']) })).max(20);
export type RowOrder = z.infer<typeof RowOrder>;

/** What a view of a table shows. */
export const TableView = z.object({
  table: TableName,
  selection: RowSelection.default(EVERY_ROW),
  order: RowOrder.default([]),
});
export type TableView = z.infer<typeof TableView>;
