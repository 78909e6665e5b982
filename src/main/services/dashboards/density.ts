import type { RowBlock } from '../../../shared/contract/row-block.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import { numberColumn } from '../../../shared/row-block-cells.ts';
import { lowerEdge } from '../../../shared/statistics/bin-edges.ts';
import { conditionSql } from '../../../etl/dashboards/condition-sql.ts';
import { valueSql } from '../../../etl/dashboards/measure-sql.ts';
import type { QueryOf } from '../../../etl/dashboards/process-sql.ts';
import { binnedCodes, binsName } from '../../engine/columns/binned-codes.ts';
import type { RowMask } from '../../engine/columns/row-mask.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';

/** Answers `density`: the cells that have rows, by `x`, then `y`. */
export async function density(columns: WorkspaceColumns, mask: RowMask, query: QueryOf<'density'>): Promise<RowBlock> {
  const asked = { bins: query.bins, from: null, to: null };
  const [x, y] = [valueOrThrow(valueSql(query.x, true)), valueOrThrow(valueSql(query.y, true))];
  const where = query.where === null ? null : valueOrThrow(conditionSql(query.where));
  const across = await binnedCodes(columns, x, where, asked);
  const up = await binnedCodes(columns, y, null, asked);
  const width = up.edges.bins + 1;
  const size = (across.edges.bins + 1) * width;
  const counts = columns.tally(mask, {
    name: `density ${binsName(x, where, across.edges)} ${binsName(y, null, up.edges)}`,
    cells: across.codes,
    codes: up.codes,
    width,
    size,
  });
  const filled: { readonly x: number; readonly y: number; readonly n: number }[] = [];
  for (let column = 0; column < across.edges.bins; column += 1)
    for (let row = 0; row < up.edges.bins; row += 1) {
      const n = counts[column * width + row] ?? 0;
      if (n > 0) filled.push({ x: lowerEdge(across.edges, column), y: lowerEdge(up.edges, row), n });
    }
  return {
    rows: filled.length,
    columns: [
      numberColumn(
        'x',
        filled.map((cell) => cell.x),
      ),
      numberColumn(
        'y',
        filled.map((cell) => cell.y),
      ),
      numberColumn(
        'n',
        filled.map(({ n }) => n),
      ),
    ],
  };
}
