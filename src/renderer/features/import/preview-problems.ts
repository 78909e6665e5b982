import type { RejectReason } from '../../../shared/contract/ledger.ts';
import type { ImportPreview } from '../../../shared/contract/preview.ts';
import type { keptColumns } from './column-mapping.ts';

/** Something in the previewed rows that would get a row rejected. */
export interface PreviewProblem {
  readonly line: number;
  /** The staging column at fault; null where the row as a whole is. */
  readonly column: string | null;
  readonly reason: RejectReason;
}

/** What would be rejected of the previewed rows, in their order. */
export function previewProblems(
  rows: ImportPreview['rows'],
  columns: ReturnType<typeof keptColumns>,
): readonly PreviewProblem[] {
  return rows.flatMap(({ line, cells, problem }): readonly PreviewProblem[] => {
    if (problem !== null) return [{ line, column: null, reason: problem }];
    return cells.flatMap(({ problem: reason }, index) =>
      reason === null ? [] : [{ line, column: columns[index]?.stagingName ?? null, reason }],
    );
  });
}

/** The id of the element that shows a problem. */
export function problemId({ line, column }: Pick<PreviewProblem, 'line' | 'column'>): string {
  return `preview-${line}-${column ?? 'row'}`;
}
