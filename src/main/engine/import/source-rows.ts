import type { Reject } from '../../../shared/contract/ledger.ts';
import type { DuckDbSession } from '../duckdb-session.ts';

/** A source that DuckDB can read as typed rows, twice and at once: into the lens and, for the book, as a stream. */
export interface SourceRows {
  /** For the lens. */
  readonly query: string;
  /** The same rows in the same order, leaving nothing behind in the connection. */
  readonly feedQuery: string;
  /**
   * What became of the records, once `lens` has read `rows` rows by `query`; null where records are not accounted for,
   * so that the rows must not be trusted.
   */
  readonly account: (lens: DuckDbSession, rows: number) => Promise<AccountedRows | null>;
}

/** Every record of a source: a row with its line, or broken. */
export interface AccountedRows {
  /** Records of the source, readable or not. */
  readonly read: number;
  readonly rows: number;
  /** The line of a row by its ordinal. */
  readonly lineOf: (ordinal: number) => number;
  /** Records that could not become rows. */
  readonly broken: readonly Reject[];
}
