import { STAGING_COLUMNS } from '../../../etl/model/staging-columns.ts';
import type { StagingColumn } from '../../../etl/model/column.ts';

const isText = ({ kind }: StagingColumn): boolean => kind === 'text' || kind === 'timestamp';

/** Staging columns that travel as text, and those that travel as numbers, in model order. */
export const TEXT_COLUMNS = STAGING_COLUMNS.filter(isText);
export const NUMBER_COLUMNS = STAGING_COLUMNS.filter((staging) => !isText(staging));

/** Separates the texts of one row in a block. No text holds it: such rows are rejected at the source. */
export const TEXT_SEPARATOR = '\0';

/** A block of staging rows on its way to the book: it crosses threads as one buffer and a string a row. */
export interface StagingBlock {
  readonly rows: number;
  /** `rows` values for each of: id, epoch microseconds, then every number column; NaN is missing. Ids ascend. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** For every row its texts joined by {@link TEXT_SEPARATOR}; an empty one is missing. */
  readonly texts: readonly string[];
  /** Rows that were held back while their neighbours were written: other ids between theirs are in the book. */
  readonly late: boolean;
}

/** Columns of {@link StagingBlock.numbers} before the number columns. */
export const LEADING_NUMBERS = 2;
