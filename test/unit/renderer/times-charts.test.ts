import { describe, expect, it } from 'vitest';
import { brushedRange, isWithin } from '../../../src/renderer/features/dashboards/times/selected-range.ts';
import { meanBars } from '../../../src/renderer/features/dashboards/times/service-means-option.ts';
import {
  longestPart,
  slowColumns,
  slowTransactions,
} from '../../../src/renderer/features/dashboards/times/slow-transaction.ts';
import { withGaps } from '../../../src/renderer/features/dashboards/times/trend-points.ts';
import { waterfallSteps } from '../../../src/renderer/features/dashboards/times/waterfall-option.ts';
import { serviceTimesOf, totalsOf } from '../../../src/shared/dashboards/times-answers.ts';
import type { ServiceCard } from '../../../src/shared/dashboards/times-queries.ts';
import { numberColumn, textColumn } from '../../../src/shared/row-block-cells.ts';

const SERVICES: readonly ServiceCard[] = [
  { name: 'liqe', images: 'each', queued: true },
  { name: 'topiq', images: 'each', queued: true },
];
const block = (row: Readonly<Record<string, number>>) => ({
  rows: 1,
  columns: Object.entries(row).map(([name, value]) => numberColumn(name, [value])),
});
const TOTALS = totalsOf(block({ n: 10, timed: 10, mean: 700, other_mean: -100, other_n: 10 }));
const TIMES = serviceTimesOf(
  SERVICES,
  block({ 'liqe:mean': 300, 'liqe:timed': 300, 'liqe:mean_executed': 600, 'topiq:mean': 500, 'topiq:timed': 500 }),
  TOTALS,
);

describe('the mean times', () => {
  it('stand longest first with the rest last, which no execution has', () => {
    expect(
      meanBars(TIMES, TOTALS, 'per-transaction').map(({ service, mean }) => [service?.name ?? null, mean]),
    ).toEqual([
      ['topiq', 500],
      ['liqe', 300],
      [null, -100],
    ]);
    expect(meanBars(TIMES, TOTALS, 'per-executed').map(({ service }) => service?.name)).toEqual(['liqe']);
  });

  it('add up to the total step by step, over a rest that is less than nothing', () => {
    const steps = waterfallSteps(TIMES, TOTALS, (key) => key);
    expect(steps.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['service', 0, 300],
      ['service', 300, 800],
      ['other', 800, 700],
      ['total', 0, 700],
    ]);
    expect(waterfallSteps(TIMES, { ...TOTALS, mean: null }, (key) => key)).toEqual([]);
  });
});

describe('a range of bins', () => {
  const bins = [0, 100, 200, 300].map((from) => ({ from, to: from + 100, n: 1 }));
  const within = (range: ReturnType<typeof brushedRange>): readonly boolean[] =>
    bins.map((bin) => isWithin(range, bins, bin));

  it('is of whole bins, open where it takes in an outermost one', () => {
    expect(brushedRange(bins, [120, 250])).toEqual({ from: 100, to: 300 });
    expect(brushedRange(bins, [250, 1000])).toEqual({ from: 200, to: null });
    expect(brushedRange(bins, [-50, 10])).toEqual({ from: null, to: 100 });
    expect(brushedRange(bins, [0, 400])).toBeNull();
    expect(brushedRange([], [0, 1])).toBeNull();
  });

  it('holds the bins that it was dragged over, and no others', () => {
    expect(within(brushedRange(bins, [120, 250]))).toEqual([false, true, true, false]);
    expect(within(brushedRange(bins, [250, 1000]))).toEqual([false, false, true, true]);
    expect(within(null)).toEqual([true, true, true, true]);
  });
});

describe('points over time', () => {
  const at = (day: string, hour: number | null) => ({ day, hour, n: 5, p50: 1, p95: 2 });

  it('have the days between them, without transactions', () => {
    const points = withGaps([at('2025-02-27', null), at('2025-03-02', null)], 'day');
    expect(points.map(({ day, n }) => [day, n])).toEqual([
      ['2025-02-27', 5],
      ['2025-02-28', 0],
      ['2025-03-01', 0],
      ['2025-03-02', 5],
    ]);
  });

  it('have the hours between them, over midnight', () => {
    const points = withGaps([at('2025-01-01', 22), at('2025-01-02', 1)], 'hour');
    expect(points.map(({ day, hour }) => `${day} ${hour}`)).toEqual([
      '2025-01-01 22',
      '2025-01-01 23',
      '2025-01-02 0',
      '2025-01-02 1',
    ]);
    expect(withGaps([], 'day')).toEqual([]);
  });
});

describe('a slow transaction', () => {
  it('tells where its time went, without what did not run and what is less than nothing', () => {
    const columns = slowColumns(SERVICES);
    expect(columns).toContain('total_time_ms_topiq');
    const [slow] = slowTransactions(SERVICES, {
      rows: 1,
      columns: [
        numberColumn('id', [7]),
        numberColumn('total_time_ms', [900]),
        numberColumn('total_time_ms_liqe', [0]),
        numberColumn('total_time_ms_topiq', [950]),
        numberColumn('total_time_ms_other_mircroservices', [-50]),
        textColumn('convenio', ['convenio_1']),
      ],
    });
    expect(slow).toMatchObject({ id: 7, total: 900, client: 'convenio_1', parts: [{ name: 'topiq', time: 950 }] });
    expect(slow === undefined ? null : longestPart(slow)).toEqual({ name: 'topiq', time: 950 });
  });
});
