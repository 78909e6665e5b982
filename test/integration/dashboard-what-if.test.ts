import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { MICROSERVICES } from '../../src/etl/model/microservices.ts';
import { SCOPES, type Scope, type WhatIfAnswer } from '../../src/shared/contract/aggregate.ts';
import type { ColumnFilter } from '../../src/shared/contract/row-selection.ts';
import { appFixture } from '../helpers/app-fixture.ts';
import { lensRows, type TableRow } from '../helpers/import-fixture.ts';
import { sampleCells } from '../helpers/sample-rows.ts';

const NAMES = MICROSERVICES.map(({ name }) => name);
/** Some totals are missing: they count nowhere. */
const app = appFixture(() =>
  sampleCells({ rows: 1300, seed: 11 }).map((cells, index) => ({
    ...cells,
    ...(index % 17 === 3 ? { total_time_ms: '' } : {}),
  })),
);
let rows: readonly TableRow[];

beforeAll(async () => {
  rows = await lensRows(app.workspace, 'SELECT * FROM transform ORDER BY id');
});

describe('what if microservices took another share of their time', () => {
  it('is what a recount of every transaction gives, for any factors, scope and filter', async () => {
    const filter = fc.oneof(
      fc.constantFrom('convenio_1', 'convenio_2').map((client) => values('convenio', client)),
      fc.integer({ min: 500, max: 4000 }).map(upTo),
      fc.constantFrom('ok', 'error').map((status) => values('summary_status', status)),
    );
    const factors = fc.dictionary(fc.constantFrom(...NAMES), fc.double({ min: 0, max: 3, noNaN: true }));
    await fc.assert(
      fc.asyncProperty(
        factors,
        fc.constantFrom(...SCOPES),
        fc.option(filter, { nil: null }),
        async (asked, scope, one) => {
          const filters = one === null ? [] : [one];
          const answer = await ask(asked, scope, filters);
          const chosen = rows.filter((row) => isIn(row, scope) && filters.every((known) => passes(row, known)));
          expect(distance(answer.before, recount(chosen, {}))).toBeLessThan(1e-5);
          expect(distance(answer.after, recount(chosen, asked))).toBeLessThan(1e-5);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('changes nothing where every factor is 1, and says nothing of no transactions', async () => {
    const same = await ask({ topiq: 1, liqe: 1 }, 'all', []);
    expect(same.after).toEqual(same.before);
    expect(same.before.n).toBe(rows.filter((row) => row['total_time_ms'] !== null).length);
    const none = await ask({ topiq: 0.5 }, 'all', [values('convenio', 'nobody')]);
    expect(none.before).toEqual({ n: 0, mean: null, p50: null, p95: null, p99: null });
    expect(none.after).toEqual(none.before);
  });

  it('takes the time of a microservice away from the transactions that ran it, and clips nothing', async () => {
    const mean = (name: string): number => {
      const timed = rows.filter((row) => row['total_time_ms'] !== null);
      return timed.reduce((sum, row) => sum + Number(row[name]), 0) / timed.length;
    };
    const { before, after } = await ask({ topiq: 0.7 }, 'all', []);
    expect(after.mean).toBeCloseTo((before.mean ?? 0) - 0.3 * mean('total_time_ms_topiq'), 5);
    const without = await ask(Object.fromEntries(NAMES.map((name) => [name, 0])), 'all', []);
    expect(without.after.mean).toBeCloseTo(mean('total_time_ms_other_mircroservices'), 5);
  });

  it('gives no 99th percentile under a thousand transactions', async () => {
    expect((await ask({}, 'all', [])).before.p99).not.toBeNull();
    const few = await ask({}, 'all', [values('summary_status', 'error')]);
    expect(few.before.n).toBeLessThan(1000);
    expect(few.before.p99).toBeNull();
  });

  it('refuses a microservice that the model card has not, with the nearest name', async () => {
    const request = { scope: 'all', selection: {}, factors: { topic: 0.5 } } as const;
    expect(await app.refusal('dashboard.what-if', request)).toMatchObject({
      code: 'USAGE',
      hint: 'Write the name exactly: topiq',
    });
  });
});

function ask(factors: Readonly<Record<string, number>>, scope: Scope, filters: ColumnFilter[]): Promise<WhatIfAnswer> {
  return app.ask('dashboard.what-if', { scope, selection: { filters, search: '' }, factors });
}

function upTo(to: number): ColumnFilter {
  return { kind: 'range', column: 'total_time_ms', from: null, to };
}

function values(column: string, value: string): ColumnFilter {
  return { kind: 'values', column, values: [value], exclude: false };
}

function isIn(row: TableRow, scope: Scope): boolean {
  if (scope === 'all') return true;
  return scope === 'first-attempts' ? Number(row['x_attempt_number']) === 1 : Boolean(row['x_is_final_attempt']);
}

function passes(row: TableRow, filter: ColumnFilter): boolean {
  const cell = row[filter.column];
  if (filter.kind === 'values') return filter.values.includes(String(cell));
  return filter.kind === 'range' && cell !== null && Number(cell) <= (filter.to ?? Number.POSITIVE_INFINITY);
}

function recount(chosen: readonly TableRow[], factors: Readonly<Record<string, number>>): WhatIfAnswer['after'] {
  const times = chosen
    .filter((row) => row['total_time_ms'] !== null)
    .map((row) =>
      Object.entries(factors).reduce(
        (total, [name, factor]) => total - (1 - factor) * Number(row[`total_time_ms_${name}`]),
        Number(row['total_time_ms']),
      ),
    )
    .toSorted((a, b) => a - b);
  const n = times.length;
  const percentile = (at: number): number | null => {
    if (n === 0) return null;
    const place = at * (n - 1);
    const low = times[Math.floor(place)] ?? 0;
    return low + ((times[Math.ceil(place)] ?? 0) - low) * (place - Math.floor(place));
  };
  return {
    n,
    mean: n === 0 ? null : times.reduce((sum, time) => sum + time, 0) / n,
    p50: percentile(0.5),
    p95: percentile(0.95),
    p99: n < 1000 ? null : percentile(0.99),
  };
}

/** The largest difference of two summaries; infinite where one has a figure that the other lacks. */
function distance(left: WhatIfAnswer['after'], right: WhatIfAnswer['after']): number {
  const figures = ['n', 'mean', 'p50', 'p95', 'p99'] as const;
  return Math.max(
    ...figures.map((figure) => {
      const [one, other] = [left[figure], right[figure]];
      if (one === null || other === null) return one === other ? 0 : Number.POSITIVE_INFINITY;
      return Math.abs(one - other);
    }),
  );
}
