import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ColumnFilter, RowOrder, RowSelection } from '../../src/shared/contract/row-selection.ts';
import { FILTER_TABLES, type FilterColumn, type FilterTable } from '../../src/etl/sql/filter-columns.ts';
import { orderTerms, selectionPredicate } from '../../src/etl/sql/row-selection.ts';
import { selectionColumns } from '../../src/etl/sql/selection-columns.ts';
import { valueOrThrow } from '../../src/shared/result.ts';
import { lensOf } from '../helpers/lens-fixture.ts';
import { sampleRows } from '../helpers/sample-rows.ts';
import { HOSTILE, bindable, canonical, filterOf } from '../helpers/selection-maker.ts';
import { inOrder, isSelected, type LensCells } from '../helpers/selection-reference.ts';
import { madeRows } from '../helpers/staging-maker.ts';

let lens: Awaited<ReturnType<typeof lensOf>>;
const rowsOf = new Map<FilterTable, readonly LensCells[]>();
const known = (table: FilterTable): readonly LensCells[] => rowsOf.get(table) ?? [];

beforeAll(async () => {
  const made = madeRows(160, 7).map(({ staging }) => bindable(staging));
  const accents = ['Bogotá', 'BOGOTA', 'bogota d.c.', 'Ñandú', 'nandu', 'straße', '', 'İstanbul'].map(
    (user_name, index) => ({
      user_name,
      convenio: HOSTILE[index] ?? null,
      date: `2025-03-0${index + 1} 12:00:00.000000-05:00`,
    }),
  );
  lens = await lensOf([...made, ...sampleRows({ rows: 120, seed: 3 }).map(canonical), ...accents]);
  for (const table of FILTER_TABLES) {
    const text = table === 'staging' ? '' : 'REPLACE (CAST("x_local_time" AS VARCHAR) AS "x_local_time")';
    rowsOf.set(table, await lens.rows(`SELECT * ${text} FROM ${table} ORDER BY id`));
  }
});
afterAll(() => lens.close());

async function selectedIds(selection: RowSelection, table: FilterTable): Promise<readonly unknown[]> {
  const { sql, parameters } = valueOrThrow(selectionPredicate(selection, table));
  const rows = await lens.rows(`SELECT "id" FROM ${table} WHERE ${sql} ORDER BY "id"`, parameters);
  return rows.map((row) => row['id']);
}

const expectedIds = (selection: RowSelection, table: FilterTable): readonly unknown[] =>
  known(table)
    .filter((row) => isSelected(row, selection, table))
    .map((row) => row['id']);

const columnOf = (table: FilterTable): fc.Arbitrary<FilterColumn> => fc.constantFrom(...selectionColumns(table));

describe.each(FILTER_TABLES)('a selection of %s', (table) => {
  it('selects the rows that it says, whatever the filters', async () => {
    const filters = fc.array(
      columnOf(table).chain((column) => filterOf(column, known(table))),
      { maxLength: 3 },
    );
    const search = fc.oneof(
      { weight: 3, arbitrary: fc.constant('') },
      fc.constantFrom('BOG', 'tok-1', 'é', ...HOSTILE),
    );
    await fc.assert(
      fc.asyncProperty(filters, search, async (some, text) => {
        const selection = { filters: some, search: text };
        expect(await selectedIds(selection, table)).toEqual(expectedIds(selection, table));
      }),
      { numRuns: 80 },
    );
  });

  it.skipIf(table === 'no_retries')('can filter every column by missing and order by it', async () => {
    for (const [index, { name }] of selectionColumns(table).entries()) {
      const selection: RowSelection = { filters: [{ kind: 'missing', column: name, missing: true }], search: '' };
      expect({ name, ids: await selectedIds(selection, table) }).toEqual({ name, ids: expectedIds(selection, table) });
      const order: RowOrder = [{ column: name, direction: index % 2 === 0 ? 'ascending' : 'descending' }];
      expect({ name, ids: await orderedIds(order) }).toEqual({ name, ids: expectedOrder(order) });
    }
  });

  it('orders by several columns as it says', async () => {
    const order = fc.array(
      fc.record({
        column: columnOf(table).map(({ name }) => name),
        direction: fc.constantFrom('ascending' as const, 'descending' as const),
      }),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(order, async (some) => {
        expect(await orderedIds(some)).toEqual(expectedOrder(some));
      }),
      { numRuns: 25 },
    );
  });

  const orderedIds = async (order: RowOrder): Promise<readonly unknown[]> => {
    const rows = await lens.rows(`SELECT "id" FROM ${table} ORDER BY ${valueOrThrow(orderTerms(order, table))}`);
    return rows.map((row) => row['id']);
  };
  const expectedOrder = (order: RowOrder): readonly unknown[] =>
    inOrder(known(table), order, table).map((row) => row['id']);
});

const refused = (filter: ColumnFilter, table: FilterTable = 'transform'): unknown =>
  selectionPredicate({ filters: [filter], search: '' }, table);

describe('a filter', () => {
  it.each(HOSTILE)('takes %j for a text and nothing else', async (text) => {
    for (const match of ['contains', 'equals', 'starts', 'ends'] as const) {
      const selection: RowSelection = { filters: [{ kind: 'text', column: 'convenio', match, text }], search: '' };
      expect(await selectedIds(selection, 'transform')).toEqual(expectedIds(selection, 'transform'));
    }
    const search: RowSelection = { filters: [], search: text };
    expect(await selectedIds(search, 'staging')).toEqual(expectedIds(search, 'staging'));
    expect(await lens.rows('SELECT count(*) AS n FROM transactions')).toEqual([{ n: known('staging').length }]);
  });

  it('finds a text whatever its case and accents, written either way', async () => {
    const found = async (text: string): Promise<readonly unknown[]> => {
      const ids = await selectedIds(
        { filters: [{ kind: 'text', column: 'user_name', match: 'starts', text }], search: '' },
        'staging',
      );
      return ids.map((id) => known('staging').find((row) => row['id'] === id)?.['user_name']);
    };
    expect(await found('bogotá')).toEqual(expect.arrayContaining(['Bogotá', 'BOGOTA', 'bogota d.c.']));
    expect(await found('ÑAND')).toEqual(['Ñandú', 'nandu']);
    expect(await found('n\u0303and')).toEqual(['Ñandú', 'nandu']);
  });

  it('by many values finds the same rows as one by few', async () => {
    const tokens = known('staging').map((row) => String(row['file_token'] ?? ''));
    const selection: RowSelection = {
      filters: [{ kind: 'values', column: 'file_token', values: [...tokens, ...HOSTILE], exclude: false }],
      search: '',
    };
    expect(await selectedIds(selection, 'staging')).toHaveLength(tokens.length);
  });

  it.each([
    ['convenoi', 'convenio'],
    ['Total_Time_MS', 'total_time_ms'],
    ['x_local', 'x_local_time'],
  ])('on the unknown column %s is refused, with the nearest name', (column, nearest) => {
    const error = {
      code: 'UNKNOWN_COLUMN',
      message: `transform has no column "${column}"; the nearest is "${nearest}".`,
    };
    expect(refused({ kind: 'missing', column, missing: true })).toMatchObject({ ok: false, error });
    expect(orderTerms([{ column, direction: 'ascending' }], 'transform')).toMatchObject({ ok: false, error });
  });

  it.each(['id"; DROP TABLE transactions; --', '"id"', '__proto__', 'constructor', 'x_texts'])(
    'does not take %j for a column',
    (column) => {
      expect(refused({ kind: 'missing', column, missing: true })).toMatchObject({ error: { code: 'UNKNOWN_COLUMN' } });
      expect(orderTerms([{ column, direction: 'ascending' }], 'staging')).toMatchObject({
        error: { code: 'UNKNOWN_COLUMN' },
      });
    },
  );

  it.each<ColumnFilter>([
    { kind: 'range', column: 'convenio', from: 1, to: 2 },
    { kind: 'range', column: 'date', from: 1, to: 2 },
    { kind: 'range', column: 'same_image_quality', from: 0, to: 1 },
    { kind: 'text', column: 'total_time_ms', match: 'contains', text: '1' },
    { kind: 'text', column: 'date', match: 'contains', text: '2025' },
    { kind: 'dates', column: 'convenio', from: '2025-01-01', to: null },
    { kind: 'dates', column: 'x_epoch_us', from: '2025-01-01', to: null },
    { kind: 'dates', column: 'date', from: '2025-02-30', to: null },
    { kind: 'dates', column: 'date', from: null, to: '2025-01-01 25:00' },
    { kind: 'dates', column: 'date', from: null, to: "2025-01-01' OR TRUE --" },
    { kind: 'values', column: 'summary_code', values: ['ok'], exclude: false },
  ])('that does not fit its column or is no value of it is refused with a sentence: $kind of $column', (filter) => {
    expect(refused(filter)).toMatchObject({
      ok: false,
      error: {
        code: 'USAGE',
        message: expect.stringMatching(/\.$/) as string,
        hint: expect.stringMatching(/\.$/) as string,
      },
    });
  });
});
