import type { Finding, Reject } from '../../../shared/contract/ledger.ts';
import type { AppError } from '../../../shared/result.ts';
import type { StagingBlock } from './block.ts';
import type { RunRecord } from './book-rows.ts';
import type { LineStretch } from './line-map.ts';

/** What is written about an import when all its rows are. */
export interface FinishedImport {
  readonly run: RunRecord;
  readonly rejects: readonly Reject[];
  readonly findings: readonly Finding[];
  readonly lines: readonly LineStretch[];
}

/** What the writer's thread is told. Everything between `block` and `finish` is one transaction. */
export type ToBookWriter =
  | { readonly kind: 'block'; readonly block: StagingBlock }
  /** Rows that were written and turned out to be repeated. */
  | { readonly kind: 'remove'; readonly ids: Float64Array<ArrayBuffer> }
  /** Rows that are no longer, or now are, the last attempt of their process. */
  | {
      readonly kind: 'final-attempts';
      readonly remove: Float64Array<ArrayBuffer>;
      readonly add: Float64Array<ArrayBuffer>;
    }
  | { readonly kind: 'finish'; readonly import: FinishedImport }
  | { readonly kind: 'cancel' };

/** What the writer's thread answers. */
export type FromBookWriter =
  | { readonly kind: 'stored'; readonly rows: number }
  | { readonly kind: 'committed'; readonly run: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: AppError | null; readonly text: string };
