import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/main/app.ts';
import { keepOpenAccess } from '../../src/main/engine/keep-open-access.ts';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import { MICROSERVICES } from '../../src/etl/model/microservices.ts';
import { selectionColumns } from '../../src/etl/sql/selection-columns.ts';
import type { ColumnDifference, ExplainAnswer } from '../../src/shared/contract/aggregate.ts';
import type { CallRequest } from '../../src/shared/contract/calls.ts';
import type { ColumnFilter } from '../../src/shared/contract/row-selection.ts';
import { benjaminiHochberg } from '../../src/shared/statistics/benjamini-hochberg.ts';
import { appFixture } from '../helpers/app-fixture.ts';
import { lensRows } from '../helpers/import-fixture.ts';
import { naiveDifference } from '../helpers/naive-difference.ts';
import { sampleRows, type SampleRow } from '../helpers/sample-rows.ts';
import { isMissing, isSelected, type LensCells } from '../helpers/selection-reference.ts';

const text = (row: SampleRow): Record<string, string> =>
  Object.fromEntries(STAGING_COLUMNS.map(({ name }) => [name, row[name] === null ? '' : String(row[name])]));
const { ask, refusal, workspace } = appFixture(() => sampleRows({ rows: 700, seed: 11 }).map(text));

let rows: readonly LensCells[] = [];
beforeAll(async () => {
  rows = await lensRows(workspace, 'SELECT * EXCLUDE ("x_local_time") FROM transform ORDER BY id');
});

const values = (column: string, ...wanted: string[]): ColumnFilter => ({
  kind: 'values',
  column,
  values: wanted,
  exclude: false,
});
const atLeast = (column: string, from: number): ColumnFilter => ({ kind: 'range', column, from, to: null });
const explain = (part: ColumnFilter[], filters: ColumnFilter[] = []): Promise<ExplainAnswer> =>
  ask('dashboard.explain', {
    scope: 'all',
    selection: { filters, search: '' },
    part: { filters: part, search: '' },
    limit: 200,
  });

/** What the service says of a column, read a second time: the value of a row, null where there is none. */
function cellOf(row: LensCells, column: string): string | number | boolean | null {
  const value = row[column] ?? null;
  const { sentinel } = selectionColumns('transform').find(({ name }) => name === column) ?? {};
  if (isMissing(value, sentinel)) return null;
  if (column === 'date') return Date.parse(`${String(value).slice(0, 10)}T00:00:00Z`) / 86_400_000;
  const service = MICROSERVICES.find(({ name }) => column === `total_time_ms_${name}`);
  if (service !== undefined && row[`x_executed_${service.name}`] !== true) return null;
  return value;
}

const FILTERS: readonly ColumnFilter[] = [
  values('convenio', 'convenio_2'),
  values('summary_status', 'error'),
  values('date_hour', '9', '10', '11'),
  values('x_executed_liqe', 'false'),
  atLeast('total_time_ms', 1500),
  atLeast('x_attempt_number', 2),
  atLeast('score_topiq_near_img', 0.5),
  { kind: 'missing', column: 'total_time_ms_liqe', missing: true },
  { kind: 'dates', column: 'date', from: '2025-01-07', to: '2025-01-07' },
];
const filters = fc.uniqueArray(fc.constantFrom(...FILTERS), { maxLength: 2 });

const nameOf = ({ column, of }: ColumnDifference): string => `${column} ${of}`;

describe('dashboard.explain', () => {
  it('finds what a recount of every row finds, whatever the part and the selection', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        filters.filter(({ length }) => length > 0),
        filters,
        async (part, selected) => {
          const answer = await explain(part, selected);
          const chosen = rows.filter((row) => isSelected(row, { filters: selected, search: '' }, 'transform'));
          const inPart = chosen.filter((row) => isSelected(row, { filters: part, search: '' }, 'transform'));
          const inRest = chosen.filter((row) => !isSelected(row, { filters: part, search: '' }, 'transform'));
          expect([answer.part, answer.rest]).toEqual([inPart.length, inRest.length]);
          const cells = (side: readonly LensCells[], column: string) => side.map((row) => cellOf(row, column));
          const naive = new Map(
            answer.columns.map((one) => [
              nameOf(one),
              naiveDifference(cells(inPart, one.column), cells(inRest, one.column), one),
            ]),
          );
          for (const one of answer.columns) {
            const expected = naive.get(nameOf(one));
            const { effect, nPart, nRest, centre, shape } = one;
            compared += 1;
            expect({ of: nameOf(one), effect: effect.value, nPart, nRest }).toEqual({
              of: nameOf(one),
              effect: expect.closeTo(expected?.effect ?? Number.NaN, 9) as number,
              nPart: expected?.nPart,
              nRest: expected?.nRest,
            });
            expect({ of: nameOf(one), shape }).toEqual({ of: nameOf(one), shape: expected?.shape });
            if (centre !== null)
              for (const [name, value] of Object.entries(centre))
                expect({ name, value }).toEqual({
                  name,
                  value: expect.closeTo(expected?.centre?.[name as keyof typeof centre] ?? Number.NaN, 6) as number,
                });
          }
          const told = answer.columns.map((one) => naive.get(nameOf(one)));
          const untold = told.flatMap((one) => one?.alsoTested ?? []);
          expect(answer.tested).toBe(told.length + untold.length);
          const adjusted = benjaminiHochberg([...told.map((one) => one?.p ?? Number.NaN), ...untold]);
          for (const [at, { p }] of answer.columns.entries()) expect(p).toBeCloseTo(adjusted[at] ?? Number.NaN, 9);
        },
      ),
      { numRuns: 25 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  it('looks at every column with two values on both sides, but at no identifier', async () => {
    const { columns } = await explain([values('convenio', 'convenio_2')]);
    const looked = new Set(
      columns.filter(({ of }) => of === 'value').flatMap(({ column, alike }) => [column, ...alike]),
    );
    const isLeftOut = (name: string): boolean =>
      [
        'id',
        'user_name',
        'file_token',
        'procesoConvenioGuid',
        'documento',
        'x_epoch_us',
        'x_local_time',
        'x_execution_ms_classic_metrics',
      ].includes(name);
    for (const { name } of selectionColumns('transform')) {
      const of = (isPart: boolean) =>
        rows.filter((row) => (row['convenio'] === 'convenio_2') === isPart).flatMap((row) => cellOf(row, name) ?? []);
      const sides = [of(true), of(false)];
      const differs = new Set(sides.flat()).size > 1 && sides.every(({ length }) => length > 0);
      expect({ name, looked: looked.has(name) }).toEqual({ name, looked: differs && !isLeftOut(name) });
    }
  });

  it('ranks by strength: first what chance hardly shows, last what the part was selected by', async () => {
    const { columns } = await explain([atLeast('total_time_ms', 1800)]);
    const tier = ({ isRelated, p }: ColumnDifference): number => (isRelated ? 2 : p < 0.05 ? 0 : 1);
    const order = columns.map((one) => ({ tier: tier(one), strength: one.strength }));
    expect(order).toEqual(order.toSorted((a, b) => a.tier - b.tier || b.strength - a.strength));
    const related = columns.filter(({ isRelated }) => isRelated).map(({ column }) => column);
    expect(related).toEqual(expect.arrayContaining(['total_time_ms', 'total_time_ms_other_mircroservices']));
    expect(related).not.toContain('total_time_ms_all_mircroservices');
    expect(new Set(order.map((one) => one.tier))).toEqual(new Set([0, 1, 2]));
  });

  it.each([
    [
      atLeast('x_queue_ms_liqe', 1),
      ['total_time_ms_liqe', 'x_near_ms_liqe', 'x_executed_liqe'],
      ['x_execution_ms_liqe'],
    ],
    [
      atLeast('total_time_ms_liqe', 1),
      ['x_executed_liqe'],
      ['x_execution_ms_liqe', 'x_queue_ms_liqe', 'total_time_ms'],
    ],
    [values('summary_desc', 'hat'), ['summary_code', 'summary_status'], ['convenio', 'x_executed_liqe']],
    [values('date_hour', '9'), ['date_hour'], ['date', 'date_minute', 'date_day_off_week']],
    [
      { kind: 'dates', column: 'date', from: '2025-01-07', to: '2025-01-07' } as const,
      ['date', 'date_day', 'date_hour'],
      ['convenio'],
    ],
    [
      values('image_quality_near_img', 'FULLHD'),
      ['img_size_near_img_width', 'same_image_quality'],
      ['image_quality_far_img'],
    ],
  ])('marks what follows from the part itself: %j', async (part, related, unrelated) => {
    const { columns } = await explain([part]);
    const isRelated = new Map(columns.map((one) => [one.column, one.isRelated]));
    const told = (names: readonly string[], expected: boolean) =>
      expect(names.map((name) => [name, isRelated.get(name) ?? expected])).toEqual(
        names.map((name) => [name, expected]),
      );
    told(related, true);
    told(unrelated, false);
    expect(related.some((name) => isRelated.get(name))).toBe(true);
  });

  it('sees that a part from the middle of a column lies apart, though it is neither higher nor lower', async () => {
    const middle = await explain([{ kind: 'range', column: 'x_execution_ms_topiq', from: 410, to: 450 }]);
    const told = middle.columns.find(({ column }) => column === 'x_execution_ms_topiq');
    expect(told?.effect.kind).toBe('cramers-v');
    expect(told?.strength).toBeGreaterThan(0.6);
    const high = await explain([atLeast('x_execution_ms_topiq', 450)]);
    expect(high.columns.find(({ column }) => column === 'x_execution_ms_topiq')?.effect).toEqual({
      kind: 'cliffs-delta',
      value: 1,
    });
  });

  it('tells what is absent in the very same rows once', async () => {
    const { columns } = await explain([values('summary_status', 'error')]);
    const executed = columns.find(({ column }) => column === 'x_executed_topiq' || column === 'x_executed_liqe');
    expect(executed?.alike).toEqual(expect.arrayContaining(['x_execution_ms_liqe']));
    const told = columns.filter(({ of }) => of === 'missing').flatMap(({ column, alike }) => [column, ...alike]);
    expect(new Set(told).size).toBe(told.length);
    const sets = columns
      .filter(({ of }) => of === 'missing')
      .map(({ column }) => rows.map((row) => cellOf(row, column) === null).join(''));
    expect(new Set(sets).size).toBe(sets.length);
  });

  it('has nothing to compare where the part is empty or the whole selection', async () => {
    expect(await explain([values('convenio', 'nobody')])).toMatchObject({ part: 0, rest: 700, columns: [] });
    const clients = values('convenio', 'convenio_1');
    const whole = await explain([clients], [clients]);
    expect(whole).toMatchObject({ rest: 0, tested: 0, columns: [] });
    expect(whole.part).toBeGreaterThan(0);
  });

  it('keeps to the scope and the limit', async () => {
    const finals = rows.filter((row) => row['x_is_final_attempt'] === true);
    const answer = await ask('dashboard.explain', {
      scope: 'without-retries',
      selection: { filters: [], search: '' },
      part: { filters: [values('summary_status', 'ok')], search: '' },
      limit: 3,
    });
    expect(answer.part + answer.rest).toBe(finals.length);
    expect(answer.columns).toHaveLength(3);
    expect(answer.tested).toBeGreaterThan(3);
  });

  it('tells how far the columns are read and stops when it is cancelled', async () => {
    const access = keepOpenAccess();
    try {
      const app = createApp('0.0.0-test', { access });
      const request: CallRequest<'dashboard.explain'> = {
        workspace,
        scope: 'all',
        selection: { filters: [], search: '' },
        part: { filters: [values('summary_status', 'ok')], search: '' },
      };
      const cancel = new AbortController();
      const told: { readonly rows: number; readonly totalRows: number | null }[] = [];
      const stopped = await app.invoke('dashboard.explain', request, {
        signal: cancel.signal,
        onProgress: (progress) => {
          told.push(progress);
          // Not with the first column, which is that of the filter.
          if (progress.totalRows !== null && progress.totalRows > rows.length) cancel.abort();
        },
      });
      expect(stopped).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
      expect(told.at(-1)?.totalRows).toBeGreaterThan(rows.length * 50);
      expect(await app.invoke('dashboard.explain', request)).toMatchObject({ ok: true });
    } finally {
      await access.dispose();
    }
  });

  it('refuses a part by a column that there is not', async () => {
    const answer = await refusal('dashboard.explain', {
      scope: 'all',
      selection: { filters: [], search: '' },
      part: { filters: [values('convenioo', 'x')], search: '' },
    });
    expect(answer.code).toBe('UNKNOWN_COLUMN');
  });
});
