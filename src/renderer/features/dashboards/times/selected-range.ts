import type { RowSelection } from '../../../../shared/contract/row-selection.ts';
import type { Bin } from '../../../../shared/dashboards/times-answers.ts';

export interface SelectedRange {
  readonly from: number | null;
  readonly to: number | null;
}

/** The range of a column that is selected; null where there is none. */
export function selectedRange({ filters }: RowSelection, column: string): SelectedRange | null {
  const filter = filters.find((known) => known.column === column && known.kind === 'range');
  return filter?.kind === 'range' ? { from: filter.from, to: filter.to } : null;
}

/** Whether a bin lies within a range. The outermost bins are open: they lie within a range that is open on their side. */
export function isWithin(range: SelectedRange | null, bins: readonly Bin[], { from, to }: Bin): boolean {
  if (range === null) return true;
  const [lowest, highest] = [from === bins[0]?.from, to === bins.at(-1)?.to];
  return (
    (range.from === null || (!lowest && from >= range.from)) && (range.to === null || (!highest && to <= range.to))
  );
}

/** The range that dragging from one value to another selects: whole bins, open where it takes in an outermost one. */
export function brushedRange(bins: readonly Bin[], [from, to]: readonly [number, number]): SelectedRange | null {
  const touched = bins.filter((bin) => bin.to > from && bin.from < to);
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined || touched.length === bins.length) return null;
  return { from: first === bins[0] ? null : first.from, to: last === bins.at(-1) ? null : last.to };
}
