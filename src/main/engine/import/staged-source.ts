import type { Reject } from '../../../shared/contract/ledger.ts';

/** A source whose records stand typed in the table `incoming`, not yet checked against the workspace. */
export interface StagedSource {
  /** Records of the source, readable or not. */
  readonly read: number;
  /** Rows of `incoming`; ordinals run from 0. */
  readonly incoming: number;
  readonly lineOf: (ordinal: number) => number;
  /** Records that could not become rows of `incoming`. */
  readonly broken: readonly Reject[];
}
