import type { z } from 'zod';
import type { ReportOutcome } from '../../../shared/contract/calls.ts';
import type { AppError } from '../../../shared/result.ts';

/** How far a report is: `share` 0..1 of the stage, null where it cannot be told. */
export interface ReportProgressState {
  readonly stage: 'profile' | 'print';
  readonly share: number | null;
}

export const REPORT_BEGUN: ReportProgressState = { stage: 'profile', share: 0 };

/** What a report's progress means. */
export function reportProgress(stage: string, rows: number, totalRows: number | null): ReportProgressState {
  if (stage === 'print') return { stage: 'print', share: null };
  return { stage: 'profile', share: totalRows === null || totalRows === 0 ? null : rows / totalRows };
}

/** What the dialog is about. */
export type ReportWriting =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'writing'; readonly progress: ReportProgressState; readonly cancel: () => void }
  | { readonly kind: 'done'; readonly outcome: z.infer<typeof ReportOutcome> }
  | { readonly kind: 'failed'; readonly error: AppError };
