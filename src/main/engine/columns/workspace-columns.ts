import type { DashboardSelection } from '../../../shared/contract/aggregate.ts';
import type { LensValue } from '../lens-reader.ts';
import type { CodedColumn } from './coded-column.ts';
import type { ProcessColumns } from './process-columns.ts';
import type { RowMask } from './row-mask.ts';
import type { Tally } from './tally.ts';

/** The columns of one state of a workspace, loaded from the lens when they are first asked for. Rows are in order of id. */
export interface WorkspaceColumns {
  /** The state of the workspace. */
  readonly stamp: string;
  /** Rows of `transform`. */
  readonly rows: number;
  /** Id of each row, ascending. */
  readonly ids: Float64Array;
  /** Cancels what reads them. */
  readonly signal: AbortSignal;
  /** SQL expressions over `transform`. A NULL is missing. */
  coded(expressions: readonly string[]): Promise<readonly CodedColumn[]>;
  /** SQL conditions over `transform`: 1 in the rows where they are true, 0 where they are false or NULL. */
  truths(predicates: readonly string[]): Promise<readonly Uint8Array[]>;
  processes(): Promise<ProcessColumns>;
  /**
   * The rows that a selection leaves, without regard to its filters on the columns of `without`. `brushing` names a column
   * whose filter is about to change again and again.
   */
  mask(selection: DashboardSelection, without?: readonly string[], brushing?: string | null): Promise<RowMask>;
  /**
   * Counts what the mask selects by cell and code: rows, or what else the mask and the codes are about. The counts hold until the next
   * tally.
   */
  tally(mask: RowMask, tally: Tally): Uint32Array;
  /** Of a few rows, counted from 0, the values of SQL expressions over `transform`, read from the lens; in the order of `rows`. */
  cells(rows: readonly number[], expressions: readonly string[]): Promise<readonly (readonly LensValue[])[]>;
  /** A result that later calls may ask for again, made where it is not at hand; kept while there is memory. */
  kept<T extends object>(key: string, make: () => Promise<T> | T, bytes: (made: T) => number): Promise<T>;
}
