import { z } from 'zod';
import { TableName } from './ledger.ts';
import { RowBlock } from './row-block.ts';
import { RowSelection, TableView } from './row-selection.ts';

const workspace = z.string().min(1);
const count = z.int().nonnegative();
export const LARGEST_PAGE = 1000;

/** Asks for a page of a table as filtered and ordered. */
export const RowsRequest = TableView.extend({
  workspace,
  /** Columns to send, besides `id`, which always comes first. */
  columns: z.array(z.string()).max(200),
  offset: count,
  limit: z.int().positive().max(LARGEST_PAGE).default(200),
});
export type RowsRequest = z.infer<typeof RowsRequest>;
export const RowsAnswer = z.object({
  block: RowBlock,
  /** Rows of the whole view; null while they are still being counted: the first rows never wait for it. */
  rowCount: count.nullable(),
  /** Which state of the workspace answered; it changes with every import. */
  stamp: z.string(),
});
export type RowsAnswer = z.infer<typeof RowsAnswer>;

export const CountRequest = z.object({ workspace, table: TableName, selection: RowSelection });
export const CountAnswer = z.object({ rows: count, ofRows: count });

/**
 * Asks for the values of a column, for a list to tick: those of the rows that the selection leaves, "missing" first, then
 * the most frequent. Filters on the column itself are left out of the selection.
 */
export const ValuesRequest = z.object({
  workspace,
  table: TableName,
  column: z.string(),
  selection: RowSelection,
  /** Only values that contain this text, whatever the case and accents. */
  search: z.string().default(''),
  limit: z.int().positive().max(10_000).default(500),
});
export const ValuesAnswer = z.object({
  /** `''` is "missing", which comes on top of the limit and only where nothing is searched. */
  values: z.array(z.object({ value: z.string(), count })),
  /** Different values in all that the search leaves, missing left out. */
  distinct: count,
});
export type ValuesAnswer = z.infer<typeof ValuesAnswer>;

/** Asks how the values of columns are spread over the rows of a selection, for the heads of a grid. */
export const OverviewRequest = z.object({
  workspace,
  table: TableName,
  columns: z.array(z.string()).min(1).max(200),
  selection: RowSelection,
});
export const ColumnOverview = z.object({
  column: z.string(),
  missing: count,
  shape: z.discriminatedUnion('kind', [
    /**
     * Equal bins from `from` to `to`, at most 24, for all but the outermost hundredth of the values: those are counted
     * in `below` and `above`, so that one outlier does not press all the rest into a single bin. Whole numbers have
     * whole bins, which hold their lower edge and not their upper one.
     */
    z.object({
      kind: z.literal('bins'),
      from: z.number(),
      to: z.number(),
      counts: z.array(count),
      below: count.optional(),
      above: count.optional(),
    }),
    /** Instants in milliseconds since 1970 in UTC. */
    z.object({ kind: z.literal('time'), from: z.number(), to: z.number(), counts: z.array(count) }),
    /** The most frequent values: at most 8, and 3 where there are more than a thousand. */
    z.object({
      kind: z.literal('values'),
      top: z.array(z.object({ value: z.string(), count })),
      distinct: count,
      otherCount: count,
    }),
    z.object({ kind: z.literal('empty') }),
  ]),
});
export type ColumnOverview = z.infer<typeof ColumnOverview>;
export const OverviewAnswer = z.object({ rows: count, columns: z.array(ColumnOverview) });

const CellValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** Asks for one transaction with everything known about it. */
export const TransactionRequest = z.object({ workspace, id: z.int().positive() });
export const TransactionDetail = z.object({
  id: z.int().positive(),
  /** By column. */
  staging: z.record(z.string(), CellValue),
  transform: z.record(z.string(), CellValue),
  /** Where the row came from. */
  source: z.object({ run: z.int().positive(), fileName: z.string(), line: z.int().positive() }).nullable(),
  /** Staging columns that a person corrected before the row was loaded, and when (ISO 8601 in UTC); null where it is as its source had it. */
  correction: z
    .object({ columns: z.array(z.string()), correctedAt: z.string() })
    .nullable()
    .default(null),
  /** All attempts of its process, oldest first, itself included; at most 1,000. */
  attempts: z.array(
    z.object({
      id: z.int().positive(),
      attempt: z.int().positive(),
      date: z.string().nullable(),
      code: z.int().nullable(),
      description: z.string().nullable(),
      status: z.string().nullable(),
      totalMilliseconds: z.number().nullable(),
      isFinal: z.boolean(),
    }),
  ),
  attemptCount: count,
});
export type TransactionDetail = z.infer<typeof TransactionDetail>;
