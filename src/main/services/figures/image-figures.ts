import type { Figures, ResponseByClass } from '../../../shared/contract/figures.ts';
import { ASPECT_RATIOS, RESOLUTION_CLASSES } from '../../../etl/model/resolution-classes.ts';
import type { LensRow } from '../../engine/lens-reader.ts';
import { inOrder } from './in-order.ts';
import { maybeNumber, maybeText, number } from './lens-cells.ts';
import type { Grouping, TransactionCounts } from './transaction-counts.ts';

const RESOLUTION_NAMES: readonly string[] = RESOLUTION_CLASSES.map(({ name }) => name);

/** Most frequent answer first, then the classes in the order of the model card, missing last. */
function byClass(rows: readonly LensRow[], column: string, classes: readonly string[]): readonly ResponseByClass[] {
  const cells = rows.map((row) => ({
    code: maybeNumber(row, 'code'),
    description: maybeText(row, 'description'),
    class: maybeText(row, column),
    n: number(row, 'n'),
  }));
  const answer = ({ code, description }: ResponseByClass): string => JSON.stringify([code, description]);
  const totals = new Map<string, number>();
  for (const cell of cells) totals.set(answer(cell), (totals.get(answer(cell)) ?? 0) + cell.n);
  return inOrder(cells, (cell) => [
    -(totals.get(answer(cell)) ?? 0),
    cell.code,
    cell.description,
    cell.class === null ? null : classes.indexOf(cell.class),
  ]);
}

function sizes(rows: readonly LensRow[], side: 'near' | 'far'): Figures['images']['sizes']['near'] {
  const cells = rows.map((row) => ({
    width: maybeNumber(row, `${side}_width`),
    height: maybeNumber(row, `${side}_height`),
    n: number(row, 'n'),
  }));
  return inOrder(cells, ({ n, width, height }) => [-n, width, height]);
}

/** Transactions by class and by size of their images. */
export function imageFigures(counts: TransactionCounts): Figures['images'] {
  const resolution = (grouping: Grouping, column: string): readonly ResponseByClass[] =>
    byClass(counts[grouping], column, RESOLUTION_NAMES);
  const aspect = (grouping: Grouping, column: string): readonly ResponseByClass[] =>
    byClass(counts[grouping], column, ASPECT_RATIOS);
  return {
    resolution: { near: resolution('nearResolution', 'near_class'), far: resolution('farResolution', 'far_class') },
    aspectRatio: { near: aspect('nearAspect', 'near_aspect'), far: aspect('farAspect', 'far_aspect') },
    sizes: { near: sizes(counts.nearSize, 'near'), far: sizes(counts.farSize, 'far') },
  };
}
