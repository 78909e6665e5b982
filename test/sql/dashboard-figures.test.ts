import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AggregateQuery, FACETS, SCOPES, type DashboardSelection } from '../../src/shared/contract/aggregate.ts';
import type { RowSelection } from '../../src/shared/contract/row-selection.ts';
import { blockRecords } from '../../src/shared/row-block-cells.ts';
import type { FilterColumn } from '../../src/etl/sql/filter-columns.ts';
import { selectionColumns } from '../../src/etl/sql/selection-columns.ts';
import type { WorkspaceColumns } from '../../src/main/engine/columns/workspace-columns.ts';
import { rowCells } from '../../src/main/engine/columns/row-cells.ts';
import { answerQuery } from '../../src/main/services/dashboards/aggregate.ts';
import { conditionSql } from '../../src/etl/dashboards/condition-sql.ts';
import { measuredValue } from '../../src/etl/dashboards/measure-sql.ts';
import { valueOrThrow } from '../../src/shared/result.ts';
import { dashboardSql } from '../../src/main/services/dashboards/dashboard-sql.ts';
import type { MeasureParts } from '../../src/main/services/dashboards/measure-parts.ts';
import { measuredGroups } from '../../src/main/services/dashboards/measured-groups.ts';
import { pairedGroups } from '../../src/main/services/dashboards/paired-groups.ts';
import { recountBin, recountGroups, selectedOf } from '../helpers/dashboard-recount.ts';
import { columnsOf } from '../helpers/lens-columns.ts';
import { lensOf } from '../helpers/lens-fixture.ts';
import { sampleRows } from '../helpers/sample-rows.ts';
import { HOSTILE, bindable, canonical, filterOf } from '../helpers/selection-maker.ts';
import { isSelected, type LensCells } from '../helpers/selection-reference.ts';
import { madeRows } from '../helpers/staging-maker.ts';

type Answer = Readonly<Record<string, string | number | boolean | null>>;
type Lens = Awaited<ReturnType<typeof lensOf>>;

/** A lens, its columns and its rows as they are. */
interface Place {
  readonly lens: Lens;
  readonly columns: WorkspaceColumns;
  readonly rows: readonly LensCells[];
}

/** Of a sample: what figures are about. */
let sampled: Place;
/** With values that no transaction has, for filters alone. */
let absurd: Place;

async function placeOf(lens: Lens): Promise<Place> {
  const rows = await lens.rows(
    'SELECT * REPLACE (CAST("x_local_time" AS VARCHAR) AS "x_local_time") FROM transform ORDER BY id',
  );
  return { lens, columns: await columnsOf(lens), rows };
}

beforeAll(async () => {
  const hostile = HOSTILE.map((convenio, index) => ({
    convenio,
    date: `2025-03-0${(index % 9) + 1} 12:00:00.000000-05:00`,
    procesoConvenioGuid: index % 3 === 0 ? null : `p${index % 4}`,
    total_time_ms: index === 1 ? -0 : index * 100.5,
    score_liqe_near_img: index % 4 === 0 ? null : -1.5,
  }));
  const rows = sampleRows({ rows: 220, seed: 5 }).map(canonical);
  sampled = await placeOf(await lensOf([...rows, ...hostile]));
  absurd = await placeOf(await lensOf([...madeRows(160, 7).map(({ staging }) => bindable(staging)), ...hostile]));
});
afterAll(() => {
  sampled.lens.close();
  absurd.lens.close();
});

const FILTERED: readonly FilterColumn[] = selectionColumns('transform');
const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** Mostly about columns that slicers have, so that rows are left. */
function selectionOver(place: () => Place): fc.Arbitrary<RowSelection> {
  const slicers = ['convenio', 'date', 'date_hour', 'total_time_ms', 'summary_code', 'score_liqe_near_img'];
  const column = fc.oneof(oneOf(...FILTERED.filter(({ name }) => slicers.includes(name))), oneOf(...FILTERED));
  return fc.record({
    filters: fc.array(
      fc.nat().chain(() => column.chain((one) => filterOf(one, place().rows))),
      { maxLength: 3 },
    ),
    search: fc.oneof({ weight: 8, arbitrary: fc.constant('') }, oneOf('BOG', 'convenio_1', '?')),
  });
}

const COLUMNS = ['total_time_ms', 'total_time_ms_liqe', 'x_queue_ms_topiq', 'score_liqe_near_img', 'x_attempt_number'];
const where = oneOf(
  null,
  'accepted',
  'timed',
  'technical-failure',
  'pad-reject',
  'reached-pad',
  'capture-reject',
  'negative-other',
  'executed:topiq',
);
const kindsOfMeasure = oneOf('present', 'mean', 'sum', 'minimum', 'maximum', 'deviation');
const measure = fc.oneof(
  fc.record({ kind: fc.constant('count' as const), where }),
  fc.record({ kind: kindsOfMeasure, column: oneOf(...COLUMNS), where }),
  fc.record({
    kind: fc.constant('percentile' as const),
    column: oneOf(...COLUMNS),
    at: oneOf(0, 0.25, 0.5, 0.95, 0.99, 1),
    where,
  }),
  fc.record({
    kind: fc.constant('distinct' as const),
    column: oneOf('documento', 'summary_desc', 'file_token'),
    where,
  }),
  fc.record({ kind: fc.constant('present' as const), column: oneOf('convenio', 'x_executed_topiq', 'date'), where }),
);
const group = fc.record({
  kind: fc.constant('group' as const),
  by: fc.uniqueArray(oneOf(...FACETS), { maxLength: 3 }),
  measures: fc
    .array(measure, { minLength: 1, maxLength: 8 })
    .map((some) => some.map((one, index) => ({ ...one, name: `m${index}` }))),
});
const histogram = fc.record({
  kind: fc.constant('histogram' as const),
  column: oneOf(...COLUMNS),
  bins: fc.integer({ min: 2, max: 30 }),
  split: oneOf(null, 'client', 'status', 'same_class'),
  where,
  from: oneOf(null, null, 0, 500),
  to: oneOf(null, null, 1000, 2500.5),
});
const density = fc.record({
  kind: fc.constant('density' as const),
  x: oneOf(...COLUMNS),
  y: oneOf(...COLUMNS),
  bins: fc.integer({ min: 2, max: 12 }),
  where,
});

/** Numbers to the digits that figures are given with: sums of another order differ in the last ones. */
const steady = (rows: readonly Answer[]): readonly Answer[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === 'number' ? Number(value.toPrecision(10)) + 0 : value,
      ]),
    ),
  );
const unordered = (rows: readonly Answer[]): readonly string[] =>
  steady(rows)
    .map((row) => JSON.stringify(row))
    .toSorted();

interface Asked {
  readonly asked: DashboardSelection;
  readonly query: AggregateQuery;
}
const asked = (query: fc.Arbitrary<unknown>): fc.Arbitrary<Asked> =>
  fc
    .record({ scope: oneOf(...SCOPES), selection: selectionOver(() => sampled), query })
    .map(({ scope, selection, query: one }) => ({
      asked: { workspace: 'test', scope, selection },
      query: AggregateQuery.parse(one),
    }));

async function answered({ asked: selection, query }: Asked): Promise<readonly Answer[]> {
  const mask = await sampled.columns.mask(selection);
  return blockRecords(await answerQuery(sampled.columns, mask, query));
}

async function executed({ asked: selection, query }: Asked): Promise<readonly Answer[]> {
  const named = { name: 'one', query, without: [] };
  const { sql } = await dashboardSql(sampled.columns, { ...selection, query: named });
  return sampled.lens.rows(sql);
}

describe('a question of a dashboard', () => {
  it('selects the rows that the tables select, whatever the filters', async () => {
    await fc.assert(
      fc.asyncProperty(
        selectionOver(() => absurd),
        oneOf('all' as const, 'without-retries' as const),
        async (selection, scope) => {
          const { bits, count } = await absurd.columns.mask({ workspace: 'test', scope, selection });
          const expected = absurd.rows.map((row) =>
            isSelected(row, selection, 'transform') && (scope === 'all' || row['x_is_final_attempt'] === true) ? 1 : 0,
          );
          expect([...bits]).toEqual(expected);
          expect(count).toBe(expected.filter((bit) => bit === 1).length);
        },
      ),
      { numRuns: 250 },
    );
  });

  it('about groups gives the figures that a recount gives, and the SQL that it shows', async () => {
    await fc.assert(
      fc.asyncProperty(asked(group), async (one) => {
        const rows = await answered(one);
        expect(steady(rows)).toEqual(steady(await executed(one)));
        if (one.query.kind !== 'group') throw new Error('not a group');
        const selected = selectedOf(sampled.rows, one.asked.scope, one.asked.selection);
        expect(unordered(rows)).toEqual(unordered(recountGroups(selected, one.query)));
      }),
      { numRuns: 200 },
    );
  });

  it('about the spread of a value counts every row once, as a recount and the SQL do', async () => {
    await fc.assert(
      fc.asyncProperty(asked(histogram), async (one) => {
        const rows = await answered(one);
        expect(steady(rows)).toEqual(steady(await executed(one)));
        if (one.query.kind !== 'histogram' || one.query.split !== null) return;
        const selected = selectedOf(sampled.rows, one.asked.scope, one.asked.selection);
        for (const [index, row] of rows.entries()) {
          const from = index === 0 ? -Infinity : Number(row['from']);
          const to = index === rows.length - 1 ? Infinity : Number(row['to']);
          expect(row['n']).toBe(recountBin(selected, one.query.where, [{ column: one.query.column, from, to }]));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('about two values counts the cells as the SQL does', async () => {
    await fc.assert(
      fc.asyncProperty(asked(density), async (one) => {
        const rows = await answered(one);
        expect(steady(rows)).toEqual(steady(await executed(one)));
        if (one.query.kind !== 'density') throw new Error('not a density');
        const selected = selectedOf(sampled.rows, one.asked.scope, one.asked.selection);
        const all = [one.query.x, one.query.y].map((column) => ({ column, from: -Infinity, to: Infinity }));
        const sum = rows.reduce((total, row) => total + Number(row['n']), 0);
        expect(sum).toBe(recountBin(selected, one.query.where, all));
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same figures while a range is dragged as when it stands still', async () => {
    const bound = fc.option(fc.oneof(fc.integer({ min: 0, max: 6000 }), fc.double({ min: -3, max: 100, noNaN: true })));
    const drag = fc.record({
      column: oneOf('total_time_ms', 'score_liqe_near_img', 'date_hour'),
      moves: fc.array(fc.record({ from: bound, to: bound }), { minLength: 2, maxLength: 6 }),
      query: fc.oneof(group, histogram, density),
      other: selectionOver(() => sampled),
    });
    await fc.assert(
      fc.asyncProperty(drag, async ({ column, moves, query, other }) => {
        for (const { from, to } of moves) {
          const filters = [...other.filters, { kind: 'range' as const, column, from, to }];
          const selection = { workspace: 'test', scope: 'all' as const, selection: { ...other, filters } };
          const parsed = AggregateQuery.parse(query);
          const still = await answerQuery(sampled.columns, await sampled.columns.mask(selection), parsed);
          const brushed = await sampled.columns.mask(selection, [], column);
          const dragged = await answerQuery(sampled.columns, brushed, parsed);
          expect(steady(blockRecords(dragged))).toEqual(steady(blockRecords(still)));
          expect(brushed.bits).toEqual((await sampled.columns.mask(selection)).bits);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('about groups gives the same figures with a counter for each value that occurs', async () => {
    await fc.assert(
      fc.asyncProperty(asked(group), async ({ asked: selection, query }) => {
        if (query.kind !== 'group') throw new Error('not a group');
        const mask = await sampled.columns.mask(selection);
        const { codes, groups } = await rowCells(sampled.columns, query.by, []);
        const sizes = Array.from(
          { length: groups },
          (_, place) => mask.bits.filter((bit, row) => bit === 1 && (codes?.[row] ?? 0) === place).length,
        );
        const parts = query.measures.flatMap((one): MeasureParts[] => {
          const value = valueOrThrow(measuredValue(one));
          if (value === null || one.kind === 'distinct') return [];
          return [{ measure: one, value, where: one.where === null ? null : valueOrThrow(conditionSql(one.where)) }];
        });
        for (const [value, some] of Map.groupBy(parts, (part) => part.value ?? '')) {
          const counted = await measuredGroups(sampled.columns, mask, query.by, value, some, sizes);
          const withSums = some.filter(({ measure: { kind } }) => kind !== 'present');
          const paired = await pairedGroups(sampled.columns, mask, query.by, value, withSums, sizes);
          const filled = [...sizes.keys()].filter((place) => (sizes[place] ?? 0) > 0);
          for (const { measure: one } of withSums)
            expect(filled.map((place) => paired.get(one)?.[place])).toEqual(
              filled.map((place) => counted.get(one)?.[place]),
            );
        }
      }),
      { numRuns: 60 },
    );
  });
});
