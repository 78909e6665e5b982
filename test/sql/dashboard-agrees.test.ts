import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AggregateQuery, type DashboardSelection } from '../../src/shared/contract/aggregate.ts';
import type { Figures, RowCondition } from '../../src/shared/contract/figures.ts';
import { valueOrThrow } from '../../src/shared/result.ts';
import { blockRecords } from '../../src/shared/row-block-cells.ts';
import { MICROSERVICES } from '../../src/etl/model/microservices.ts';
import type { WorkspaceColumns } from '../../src/main/engine/columns/workspace-columns.ts';
import { answerQuery } from '../../src/main/services/dashboards/aggregate.ts';
import { computeFigures } from '../../src/main/services/figures/compute-figures.ts';
import { columnsOf } from '../helpers/lens-columns.ts';
import { lensOf } from '../helpers/lens-fixture.ts';
import { sampleRows } from '../helpers/sample-rows.ts';
import { canonical } from '../helpers/selection-maker.ts';

let lens: Awaited<ReturnType<typeof lensOf>>;
let columns: WorkspaceColumns;
const values = new Map<string, readonly string[]>();

beforeAll(async () => {
  lens = await lensOf(sampleRows({ rows: 1500, seed: 11 }).map(canonical));
  columns = await columnsOf(lens);
  for (const column of ['convenio', 'summary_code', 'summary_status', 'date_hour', 'image_quality_near_img']) {
    const rows = await lens.rows(`SELECT DISTINCT CAST("${column}" AS VARCHAR) AS v FROM transform ORDER BY v`);
    values.set(
      column,
      rows.map(({ v }) => (v === null ? '' : String(v))),
    );
  }
});
afterAll(() => lens.close());

const counts = [
  { kind: 'count', name: 'n' },
  { kind: 'count', name: 'accepted', where: 'accepted' },
  { kind: 'count', name: 'failures', where: 'technical-failure' },
  { kind: 'count', name: 'rejects', where: 'pad-reject' },
  { kind: 'count', name: 'reached', where: 'reached-pad' },
];
const percentiles = (column: string, where: string | null): object[] =>
  [0.5, 0.95, 0.99].map((at) => ({ kind: 'percentile', name: `${column}:${at}`, column, at, where }));
const TIMES = [
  { kind: 'mean', name: 'mean', column: 'total_time_ms' },
  { kind: 'deviation', name: 'std', column: 'total_time_ms' },
  { kind: 'distinct', name: 'persons', column: 'documento' },
  ...percentiles('total_time_ms', null),
  ...MICROSERVICES.flatMap(({ name }) => [
    { kind: 'mean', name: `${name}:mean`, column: `total_time_ms_${name}` },
    { kind: 'mean', name: `${name}:ran`, column: `total_time_ms_${name}`, where: `executed:${name}` },
    ...percentiles(`total_time_ms_${name}`, `executed:${name}`),
  ]),
];

type Answer = Readonly<Record<string, unknown>>;
async function asked(
  selection: DashboardSelection,
  by: readonly string[],
  measures: object[],
): Promise<readonly Answer[]> {
  const query = AggregateQuery.parse({ kind: 'group', by, measures });
  return blockRecords(await answerQuery(columns, await columns.mask(selection), query));
}

async function figuresOf(table: 'transform' | 'no_retries', where: readonly RowCondition[]): Promise<Figures> {
  return valueOrThrow(await computeFigures(lens, { table, where }));
}

const condition = fc
  .constantFrom('convenio', 'summary_code', 'summary_status', 'date_hour', 'image_quality_near_img')
  .chain((column) => fc.nat().map((at) => ({ column, at })));

it('counts, rates and percentiles of dashboards are those of `veriscope figures`, whatever is selected', async () => {
  const selections = fc.record({
    table: fc.constantFrom('transform' as const, 'no_retries' as const),
    conditions: fc.array(condition, { maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(selections, async ({ table, conditions }) => {
      const where = conditions.map(({ column, at }) => {
        const some = values.get(column) ?? [];
        return { column, value: some[at % some.length] ?? '' };
      });
      const filters = [...Map.groupBy(where, ({ column }) => column)].map(([column, of]) => ({
        kind: 'values' as const,
        column,
        values: of.map(({ value }) => value),
        exclude: false,
      }));
      const scope = table === 'transform' ? ('all' as const) : ('without-retries' as const);
      const selection = { workspace: 'test', scope, selection: { filters, search: '' } };
      const figures = await figuresOf(table, where);

      const [overall] = await asked(selection, [], [...counts, ...TIMES]);
      expect(overall).toMatchObject({
        n: figures.acceptance.overall.n,
        accepted: figures.acceptance.overall.k,
        failures: figures.technicalFailures.overall.k,
        rejects: figures.padRejects.overall.k,
        reached: figures.padRejects.overall.n,
        persons: figures.scope.persons,
        mean: figures.times.total.mean,
        std: figures.times.total.std,
        'total_time_ms:0.5': figures.times.total.p50,
        'total_time_ms:0.95': figures.times.total.p95,
        'total_time_ms:0.99': figures.times.total.p99,
      });
      for (const { name, meanPerTransaction, meanPerExecuted, p50, p95, p99 } of figures.times.microservices) {
        expect(overall).toMatchObject({
          [`${name}:mean`]: meanPerTransaction,
          [`${name}:ran`]: meanPerExecuted,
          [`total_time_ms_${name}:0.5`]: p50,
          [`total_time_ms_${name}:0.95`]: p95,
          [`total_time_ms_${name}:0.99`]: p99,
        });
      }

      const byClient = new Map((await asked(selection, ['client'], counts)).map((row) => [row['client'], row]));
      expect(byClient.size).toBe(figures.volume.byClient.length);
      for (const { client, n, k } of figures.acceptance.byClient)
        expect(byClient.get(client)).toMatchObject({ n, accepted: k });
      for (const { client, n, k } of figures.padRejects.byClient)
        expect(byClient.get(client)).toMatchObject({ reached: n, rejects: k });
      const byDay = await asked(selection, ['day'], counts);
      expect(byDay.map(({ day, n, accepted }) => ({ day, n, accepted }))).toEqual(
        figures.volume.byDay.map(({ day, n, k }) => ({ day, n, accepted: k })),
      );
      for (const facet of ['hour', 'weekday', 'attempt'] as const) {
        const published = {
          hour: figures.acceptance.byHour,
          weekday: figures.acceptance.byWeekday,
          attempt: figures.acceptance.byAttempt,
        };
        expect((await asked(selection, [facet], counts)).map(({ n, accepted }) => ({ n, accepted }))).toEqual(
          published[facet].map(({ n, k }) => ({ n, accepted: k })),
        );
      }
    }),
    { numRuns: 40 },
  );
});
