import { describe, expect, it } from 'vitest';
import type { ColumnFilter, RowSelection } from '../../src/shared/contract/row-selection.ts';
import { appFixture } from '../helpers/app-fixture.ts';
import { madeRows } from '../helpers/staging-maker.ts';
import { transaction } from '../helpers/transaction-csv.ts';

const CLIENTS = ['Bogotá', 'bogota', 'Cali', 'Cali', 'Cali', 'Quito', 'Quito'];
const { ask, refusal } = appFixture(
  () => [
    ...CLIENTS.map((convenio, index) =>
      transaction(index, {
        convenio,
        summary_code: index < 3 ? '203' : '1400',
        score_liqe_near_img: ['', '1.5', '-2', '', '1.5', '1e-7', ''][index] ?? '',
        date: `2025-01-0${index < 4 ? 8 : 9}T12:00:00.${index}00000-05:00`,
      }),
    ),
    transaction(50, { convenio: '', score_liqe_near_img: '' }),
  ],
  () => madeRows(60, 5).map(({ cells }) => ({ ...cells, convenio: 'made' })),
);

const notMade: ColumnFilter = { kind: 'values', column: 'convenio', values: ['made'], exclude: true };
const of = (...filters: readonly ColumnFilter[]): RowSelection => ({ filters: [...filters], search: '' });
const EVERY: RowSelection = { filters: [], search: '' };
const accepted: ColumnFilter = { kind: 'values', column: 'summary_status', values: ['ok'], exclude: false };
const dated: ColumnFilter = { kind: 'dates', column: 'date', from: '2025-01-08', to: '2025-01-08' };

describe('the values of a column', () => {
  it('come with "missing" first, then the most frequent, equals by their order', async () => {
    const { values, distinct } = await ask('grid.values', { table: 'staging', column: 'convenio', selection: EVERY });
    expect(values).toEqual([
      { value: '', count: 1 },
      { value: 'made', count: 60 },
      { value: 'Cali', count: 3 },
      { value: 'Quito', count: 2 },
      { value: 'Bogotá', count: 1 },
      { value: 'bogota', count: 1 },
    ]);
    expect(distinct).toBe(5);
  });

  it('are those of the rows that the other filters leave', async () => {
    const filters = [dated, accepted, { kind: 'text', column: 'convenio', match: 'equals', text: 'Quito' }] as const;
    const { values } = await ask('grid.values', { table: 'transform', column: 'convenio', selection: of(...filters) });
    expect(values).toEqual([
      { value: '', count: 1 },
      { value: 'Cali', count: 2 },
      { value: 'Bogotá', count: 1 },
      { value: 'bogota', count: 1 },
    ]);
  });

  it('are searched whatever the case and accents, without "missing"', async () => {
    const found = await ask('grid.values', { table: 'staging', column: 'convenio', selection: EVERY, search: 'OGOTÁ' });
    expect(found).toEqual({
      values: [
        { value: 'Bogotá', count: 1 },
        { value: 'bogota', count: 1 },
      ],
      distinct: 2,
    });
    const hostile = "' OR 1=1 --";
    const none = await ask('grid.values', { table: 'staging', column: 'convenio', selection: EVERY, search: hostile });
    expect(none).toEqual({ values: [], distinct: 0 });
    const digits = await ask('grid.values', {
      table: 'staging',
      column: 'summary_code',
      selection: of(notMade),
      search: '20',
    });
    expect(digits.values).toEqual([{ value: '203', count: 3 }]);
  });

  it('are as many as asked for and tell how many there are, "missing" on top', async () => {
    const request = { table: 'staging', column: 'convenio', selection: EVERY, limit: 2 } as const;
    const { values, distinct } = await ask('grid.values', request);
    expect(values.map(({ value }) => value)).toEqual(['', 'made', 'Cali']);
    expect(distinct).toBe(5);
  });

  it('count a sentinel as missing', async () => {
    const scores = { column: 'score_liqe_near_img', selection: of(notMade) };
    expect((await ask('grid.values', { table: 'transform', ...scores })).values).toEqual([
      { value: '', count: 5 },
      { value: '1.5', count: 2 },
      { value: '1e-7', count: 1 },
    ]);
    expect((await ask('grid.values', { table: 'staging', ...scores })).values[0]).toEqual({ value: '', count: 4 });
  });

  it.each(['staging', 'transform', 'no_retries'] as const)(
    'of every column of %s, handed back as a filter, select as many rows as they say',
    async (table) => {
      const card = (await ask('model.card', {})).tables.find(({ name }) => name === table);
      // Every fifth column, of every kind: each value is a query of its own.
      for (const { name } of card?.columns.filter((_, index) => index % 5 === 0) ?? []) {
        const { values } = await ask('grid.values', { table, column: name, selection: EVERY, limit: 3 });
        expect(values.length).toBeGreaterThan(0);
        for (const { value, count } of values.filter((one) => !/inf/i.test(one.value))) {
          const selection = of({ kind: 'values', column: name, values: [value], exclude: false });
          const { rows } = await ask('grid.count', { table, selection });
          expect({ name, value, rows }).toEqual({ name, value, rows: count });
        }
      }
    },
  );

  it('of a column that is not there are refused', async () => {
    expect(await refusal('grid.values', { table: 'staging', column: 'convenoi', selection: EVERY })).toMatchObject({
      code: 'UNKNOWN_COLUMN',
      message: expect.stringContaining('nearest is "convenio"') as string,
    });
  });
});
