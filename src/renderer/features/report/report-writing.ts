import type { z } from 'zod';
import type { ReportOutcome } from '../../../shared/contract/calls.ts';
import type { AppError } from '../../../shared/result.ts';

/** What the dialog is about. */
export type ReportWriting =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'writing'; readonly stage: string | null; readonly cancel: () => void }
  | { readonly kind: 'done'; readonly outcome: z.infer<typeof ReportOutcome> }
  | { readonly kind: 'failed'; readonly error: AppError };
