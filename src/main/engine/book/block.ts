import { STAGING_COLUMNS } from '../../../etl/model/staging-columns.ts';
import type { StagingColumn } from '../../../etl/model/column.ts';

const isText = ({ kind }: StagingColumn): boolean => kind === 'text' || kind === 'timestamp';

/** Staging columns that travel as text, and those that travel as numbers, in model order. */
export const TEXT_COLUMNS = STAGING_COLUMNS.filter(isText);
export const NUMBER_COLUMNS = STAGING_COLUMNS.filter((staging) => !isText(staging));

/** Separates the texts of one column in a block. No text holds it: such rows are rejected at the source. */
export const TEXT_SEPARATOR = '\0';

/**
 * A block of staging rows on its way from the lens to the book, column by column, so that it crosses threads as one
 * buffer and a few strings.
 */
export interface StagingBlock {
  readonly rows: number;
  /** `rows` values for each of: id, line, epoch microseconds, then every number column; NaN is missing. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** For every text column its values joined by {@link TEXT_SEPARATOR}; an empty one is missing. */
  readonly texts: readonly string[];
}

/** Columns of {@link StagingBlock.numbers} before the number columns. */
export const LEADING_NUMBERS = 3;
