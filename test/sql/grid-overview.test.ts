import { describe, expect, it } from 'vitest';
import type { ColumnOverview } from '../../src/shared/contract/grid.ts';
import type { RowSelection } from '../../src/shared/contract/row-selection.ts';
import { selectionColumns } from '../../src/etl/sql/selection-columns.ts';
import { appFixture } from '../helpers/app-fixture.ts';
import { lensRows } from '../helpers/import-fixture.ts';
import { isMissing, isSelected, type LensCells } from '../helpers/selection-reference.ts';
import { madeRows } from '../helpers/staging-maker.ts';
import { transaction, transactions } from '../helpers/transaction-csv.ts';

const EVERY: RowSelection = { filters: [], search: '' };
const SOME: RowSelection = {
  filters: [{ kind: 'values', column: 'summary_status', values: ['ok'], exclude: false }],
  search: '',
};

const { workspace, ask, refusal } = appFixture(
  () =>
    Array.from({ length: 400 }, (_, index) =>
      transaction(index, {
        total_time_ms: index === 0 ? '1000000' : String(index),
        summary_status: index % 4 === 0 ? 'error' : 'ok',
        score_topiq_near_img: index % 2 === 0 ? '' : index === 1 ? '-2' : '0.5',
        score_liqe_near_img: '',
      }),
    ),
  () => madeRows(150, 21).map(({ cells }) => cells),
);

const overviews = async (
  table: 'staging' | 'transform' | 'no_retries',
  columns: readonly string[],
  selection = EVERY,
): Promise<readonly ColumnOverview[]> =>
  (await ask('grid.overview', { table, columns: [...columns], selection })).columns;

/** What an overview must say of a column's values, told a second time in plain code. */
function expectFits(
  { column, missing, shape }: ColumnOverview,
  rows: readonly LensCells[],
  table: 'staging' | 'transform',
): void {
  const sentinel = selectionColumns(table).find(({ name }) => name === column)?.sentinel;
  const values = rows.map((row) => row[column] ?? null).filter((value) => !isMissing(value, sentinel));
  expect({ column, missing }).toEqual({ column, missing: rows.length - values.length });
  if (shape.kind === 'empty')
    expect({ column, finite: values.filter(Number.isFinite) }).toEqual({ column, finite: [] });
  if (shape.kind === 'values') {
    const counts = new Map<string, number>();
    for (const value of values) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
    expect(shape.distinct).toBe(counts.size);
    for (const { value, count } of shape.top) expect({ value, count }).toEqual({ value, count: counts.get(value) });
    const shown = shape.top.map(({ count }) => count);
    expect(shown).toEqual([...counts.values()].toSorted((a, b) => b - a).slice(0, shown.length));
    expect(shape.otherCount).toBe(values.length - shown.reduce((sum, count) => sum + count, 0));
  }
  if (shape.kind === 'bins') {
    const { from, to, counts, below = 0, above = 0 } = shape;
    expect(counts.length).toBeLessThanOrEqual(24);
    expect(below + above + counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
    expect({ column, below }).toEqual({ column, below: values.filter((value) => Number(value) < from).length });
    const width = (to - from) / counts.length;
    for (const [bin, count] of counts.entries()) {
      // Floating point may put a value on an edge into either bin.
      const [low, high, slack] = [from + bin * width, from + (bin + 1) * width, width * 1e-9];
      const surely = values.filter((value) => Number(value) >= low + slack && Number(value) < high - slack).length;
      const maybe = values.filter((value) => Number(value) >= low - slack && Number(value) <= high + slack).length;
      expect({ column, bin, count, fits: count >= surely && count <= maybe }).toEqual({
        column,
        bin,
        count,
        fits: true,
      });
    }
  }
}

describe('an overview', () => {
  it.each(['staging', 'transform'] as const)('of every column of %s counts every value', async (table) => {
    const columns = selectionColumns(table).map(({ name }) => name);
    const time = table === 'staging' ? '' : 'REPLACE (CAST("x_local_time" AS VARCHAR) AS "x_local_time")';
    const known = (await lensRows(workspace, `SELECT * ${time} FROM ${table}`)) as readonly LensCells[];
    for (const selection of [EVERY, SOME]) {
      const rows = known.filter((row) => isSelected(row, selection, table));
      const found = await overviews(table, columns, selection);
      expect(found.map(({ column }) => column)).toEqual(columns);
      for (const overview of found) expectFits(overview, rows, table);
    }
  });

  it('bins nearly all values of a number, and counts an outlier apart', async () => {
    const [overview] = await overviews('staging', ['total_time_ms'], {
      filters: [{ kind: 'values', column: 'convenio', values: ['client_1'], exclude: false }],
      search: '',
    });
    expect(overview).toMatchObject({ missing: 0, shape: { kind: 'bins', from: 2, to: 398, below: 1, above: 2 } });
  });

  it('gives whole numbers whole bins', async () => {
    const [overview] = await overviews('transform', ['date_minute']);
    expect(overview?.shape).toMatchObject({ kind: 'bins', from: 0 });
    if (overview?.shape.kind !== 'bins') return;
    expect((overview.shape.to - overview.shape.from) % overview.shape.counts.length).toBe(0);
  });

  it('takes codes, texts and truth values as what they are: values', async () => {
    const shapes = await overviews('transform', ['summary_code', 'http_code', 'summary_desc', 'same_image_quality']);
    expect(shapes.map(({ shape }) => shape.kind)).toEqual(['values', 'values', 'values', 'values']);
  });

  it('shows the time from the first to the last instant', async () => {
    const [overview] = await overviews('transform', ['date'], {
      filters: [{ kind: 'values', column: 'convenio', values: ['client_1'], exclude: false }],
      search: '',
    });
    const shape = overview?.shape;
    if (shape?.kind !== 'time') throw new Error('no time');
    expect(new Date(shape.from).toISOString()).toBe('2025-01-08T05:00:00.000Z');
    expect(new Date(shape.to).toISOString()).toBe('2025-01-08T05:06:39.000Z');
    expect(shape.counts.reduce((sum, count) => sum + count, 0)).toBe(400);
    expect(shape.counts).toHaveLength(24);
  });

  it('tells the same of a column whatever is asked with it, and again', async () => {
    const [alone] = await overviews('transform', ['convenio'], SOME);
    const [, among] = await overviews('transform', ['date', 'convenio', 'total_time_ms'], SOME);
    expect(among).toEqual(alone);
    expect(await overviews('transform', ['convenio', 'convenio'], SOME)).toEqual([alone, alone]);
  });

  it('of no rows is empty', async () => {
    const none: RowSelection = { filters: [{ kind: 'values', column: 'id', values: [], exclude: false }], search: '' };
    const { rows, columns } = await ask('grid.overview', {
      table: 'staging',
      columns: ['convenio', 'date', 'total_time_ms'],
      selection: none,
    });
    expect(rows).toBe(0);
    for (const { missing, shape } of columns)
      expect({ missing, shape }).toEqual({ missing: 0, shape: { kind: 'empty' } });
  });

  it('of a column that is not there is refused', async () => {
    const request = { table: 'staging', columns: ['convenio', 'date_hour'], selection: EVERY } as const;
    expect(await refusal('grid.overview', { ...request, columns: [...request.columns] })).toMatchObject({
      code: 'UNKNOWN_COLUMN',
    });
  });
});

describe('an overview of many rows', () => {
  const many = appFixture(() => [
    ...transactions(9000).map((row, index) => ({
      ...row,
      total_time_ms: String(index % 100),
      http_code: index === 8999 ? '500' : '',
    })),
    // Seen by none of the rows that the bins are planned with, perhaps.
    transaction(9001, { total_time_ms: '5', img_size_near_img_width: '77' }),
  ]);

  it('plans its bins with some of the rows and counts all of them', async () => {
    const { columns, rows } = await many.ask('grid.overview', {
      table: 'staging',
      columns: ['total_time_ms', 'img_size_near_img_width', 'file_token'],
      selection: EVERY,
    });
    expect(rows).toBe(9001);
    const [time, width, token] = columns;
    if (time?.shape.kind !== 'bins' || width?.shape.kind !== 'bins') throw new Error('no bins');
    const counted = [time.shape, width.shape].map(({ counts, below = 0, above = 0 }) =>
      counts.reduce((sum, count) => sum + count, below + above),
    );
    expect(counted).toEqual([9001, 9001]);
    expect(token?.shape).toMatchObject({ kind: 'values', distinct: 9001, otherCount: 8998 });
    expect(token?.shape.kind === 'values' && token.shape.top).toHaveLength(3);
  });
});
