import type { ColumnOverview } from '../../../../shared/contract/grid.ts';
import type { LensRow } from '../../../engine/lens-reader.ts';
import { planBins } from '../../profile/bin-plan.ts';
import type { OverviewColumn } from './overview-column.ts';
import { readTogether, type OverviewRun } from './overview-run.ts';

/** Where a column's bins lie. `last` is the greatest value that the last one holds. */
interface Bins {
  readonly from: number;
  readonly to: number;
  readonly last: number;
  readonly bins: number;
  readonly width: number;
}

/** About so many rows tell where nearly all values lie; the bins are then counted over all rows. */
const ROWS_TO_PLAN = 8192;
const TIME_BINS = 24;
/** Widens bins that hold their last edge by less than any two values differ. */
const EDGE = 1 + 2 ** -40;

const finite = (value: string): string => `CASE WHEN isfinite(${value}) THEN ${value} END`;

/** How the values of each column of numbers or times lie. */
export async function overviewNumbers(
  columns: readonly OverviewColumn[],
  run: OverviewRun,
): Promise<readonly ColumnOverview[]> {
  if (columns.length === 0) return [];
  const plans = await planned(columns, run);
  const answers = await readTogether(
    run,
    columns,
    (value, position) => binOf(value, plans[position] ?? null),
    (bin) => `SELECT ${bin} AS bin, count(*) AS n FROM selected GROUP BY ALL`,
  );
  return columns.map((column, index) => overviewOf(column, plans[index] ?? null, answers[index] ?? []));
}

/** A bin's number, -1 below and `bins` above them all, NULL where the value is missing. To DuckDB NaN is greater than any number. */
function binOf(value: string, plan: Bins | null): string {
  if (plan === null) return `CASE WHEN ${value} IS NOT NULL THEN -1::TINYINT END`;
  const { from, last, bins, width } = plan;
  return `CASE WHEN ${value} < ${double(from)} THEN -1::TINYINT WHEN ${value} > ${double(last)} THEN ${bins}::TINYINT
    ELSE CAST(floor((${value} - ${double(from)}) / ${double(width)}) AS TINYINT) END`;
}

const double = (value: number): string => `'${value}'::DOUBLE`;

function overviewOf({ name, shape }: OverviewColumn, plan: Bins | null, found: readonly LensRow[]): ColumnOverview {
  const counts = new Map(found.map(({ bin, n }) => [bin === null ? null : Number(bin), Number(n)]));
  const missing = counts.get(null) ?? 0;
  if (plan === null) return { column: name, missing, shape: { kind: 'empty' } };
  const { from, to, bins } = plan;
  const inBins = Array.from({ length: bins }, (_, bin) => counts.get(bin) ?? 0);
  if (shape === 'time') return { column: name, missing, shape: { kind: 'time', from, to, counts: inBins } };
  const outside = { below: counts.get(-1) ?? 0, above: counts.get(bins) ?? 0 };
  return { column: name, missing, shape: { kind: 'bins', from, to, counts: inBins, ...outside } };
}

/** Null for a column without a finite value. */
async function planned(columns: readonly OverviewColumn[], run: OverviewRun): Promise<readonly (Bins | null)[]> {
  const every = Math.max(1, Math.ceil(run.rows / ROWS_TO_PLAN));
  const sampled = await bounds(columns, run, every);
  const plans = columns.map(({ shape, isWhole }, index) =>
    shape === 'time' ? null : numberBins(sampled, index, isWhole),
  );
  // A time is binned over its whole range, and of a column with few values a part of the rows may hold none.
  const unknown = columns.filter((_, index) => plans[index] === null);
  if (unknown.length === 0) return plans;
  const whole = await bounds(unknown, run, 1);
  return columns.map((column, index) => {
    const at = unknown.indexOf(column);
    if (at === -1) return plans[index] ?? null;
    return column.shape === 'time' ? timeBins(whole, at) : numberBins(whole, at, column.isWhole);
  });
}

/** The bounds of each column's finite values, and of all but the outermost hundredth, from one in `every` rows. */
async function bounds(
  columns: readonly OverviewColumn[],
  { lens, query }: OverviewRun,
  every: number,
): Promise<LensRow> {
  const values = columns.map(({ value }, index) => `${finite(value)} AS v${index}`);
  const measures = columns.map(
    ({ shape }, index) =>
      `min(v${index}) AS min${index}, max(v${index}) AS max${index}` +
      (shape === 'time'
        ? ''
        : `, quantile_disc(v${index}, 0.005) AS low${index}, quantile_disc(v${index}, 0.995) AS high${index}`),
  );
  const rows = `SELECT ${values.join(', ')} ${query.rows}`;
  const some = every === 1 ? rows : `${rows} ${query.isWhole ? 'WHERE' : 'AND'} hash("id") % ${every} = 0`;
  const [row] = await lens.rows(`SELECT ${measures.join(', ')} FROM (${some})`, query.parameters);
  return row ?? {};
}

function numberBins(row: LensRow, index: number, whole: boolean): Bins | null {
  const [min, max, p05, p995] = ['min', 'max', 'low', 'high'].map((name) => row[`${name}${index}`]);
  if (typeof min !== 'number' || typeof max !== 'number' || typeof p05 !== 'number' || typeof p995 !== 'number')
    return null;
  const plan = planBins({ min, max, p05, p995, distinct: Infinity, whole });
  if (plan.kind === 'values') return { from: min, to: max, last: max, bins: 1, width: Math.max(max - min, 1) * EDGE };
  const { from, width, bins, last } = plan;
  return { from, to: whole ? from + bins * width : last, last, bins, width: whole ? width : width * EDGE };
}

function timeBins(row: LensRow, index: number): Bins | null {
  const [from, to] = [row[`min${index}`], row[`max${index}`]];
  if (typeof from !== 'number' || typeof to !== 'number') return null;
  if (from === to) return { from, to, last: to, bins: 1, width: 1 };
  return { from, to, last: to, bins: TIME_BINS, width: ((to - from) / TIME_BINS) * EDGE };
}
