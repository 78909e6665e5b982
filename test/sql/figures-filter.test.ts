import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RowCondition } from '../../src/shared/contract/figures.ts';
import { rowFilter } from '../../src/etl/sql/row-filter.ts';
import { FILTER_TABLES, filterColumns, type FilterTable } from '../../src/etl/sql/filter-columns.ts';
import { computeFigures } from '../../src/main/services/figures/compute-figures.ts';
import { lensOf, type StagingRow } from '../helpers/lens-fixture.ts';

const HOSTILE = [
  "'; DROP TABLE transform; --",
  '") OR TRUE --',
  '?',
  '$1',
  'back\\slash "quoted" \'single\'',
  'ñandú 漢字 🙂',
  ' convenio_1',
  'CONVENIO_1',
  '%',
  '__proto__',
  'NULL',
] as const;

const ROWS: readonly StagingRow[] = [
  {
    convenio: 'convenio_1',
    summary_code: 1400,
    score_liqe_near_img: 2.5,
    total_time_ms: 12.5,
    date: '2025-01-08 23:30:00.000000-05:00',
  },
  {
    convenio: 'convenio_1',
    summary_code: 203,
    score_liqe_near_img: -1,
    total_time_ms: 0,
    date: '2025-01-09 00:10:00.000000-05:00',
  },
  {
    convenio: 'convenio_2',
    summary_code: 203,
    total_time_ms: 1e-7,
    date: '2025-01-09 08:00:00.000000-05:00',
    http_code: 200,
  },
  { convenio: null, time_ms_liqe_far_img: 3, date: '2025-01-10 08:00:00.000000-05:00' },
  { convenio: '', procesoConvenioGuid: 'p', date: '2025-01-10 09:00:00.000000-05:00' },
  { convenio: 'convenio_3', procesoConvenioGuid: 'p', date: '2025-01-10 09:30:00.000000-05:00' },
  ...HOSTILE.map((convenio, index) => ({ convenio, date: `2025-02-01 00:00:${index + 10}.000000-05:00` })),
];

let lens: Awaited<ReturnType<typeof lensOf>>;
beforeAll(async () => {
  lens = await lensOf(ROWS);
});
afterAll(() => lens.close());

async function ids(where: readonly RowCondition[], table: FilterTable = 'transform'): Promise<readonly unknown[]> {
  const filter = rowFilter(where, table);
  if (!filter.ok) throw new Error(filter.error.message);
  const rows = await lens.rows(
    `SELECT "id" FROM ${table} WHERE ${filter.value.sql} ORDER BY "id"`,
    filter.value.parameters,
  );
  return rows.map((row) => row['id']);
}

const on = (column: string, ...values: readonly string[]): readonly RowCondition[] =>
  values.map((value) => ({ column, value }));

describe('rowFilter', () => {
  it.each([
    ['no condition', [], ROWS.map((_, index) => index + 1)],
    ['a text', on('convenio', 'convenio_1'), [1, 2]],
    ['alternatives of one column', on('convenio', 'convenio_1', 'convenio_2'), [1, 2, 3]],
    ['two columns', [...on('convenio', 'convenio_1'), ...on('summary_code', '203')], [2]],
    [
      'two columns in any order',
      [...on('summary_code', '203'), ...on('convenio', 'convenio_1'), ...on('summary_code', '1400')],
      [1, 2],
    ],
    ['a missing text', on('convenio', ''), [4, 5]],
    ['missing or a value', on('convenio', '', 'convenio_2'), [3, 4, 5]],
    ['a whole number with its leading zero', on('summary_code', '0203'), [2, 3]],
    ['a missing whole number', [...on('summary_code', ''), ...on('convenio', 'convenio_3')], [6]],
    ['a fraction', on('total_time_ms', '12.5'), [1]],
    ['a fraction in scientific notation', on('total_time_ms', '1E-7', '0'), [2, 3]],
    ['a score', on('score_liqe_near_img', '-1', '2.50'), [1, 2]],
    ['a local day', on('date', '2025-01-09'), [2, 3]],
    ['an instant as written', on('date', '2025-01-08T23:30:00.000000-05:00', '2025-01-10'), [1, 4, 5, 6]],
    ['the local clock', on('x_local_time', '2025-01-09'), [2, 3]],
    ['a truth', on('x_executed_liqe', 'True'), [4]],
    ['the position of an attempt', on('x_attempt_number', '2'), [6]],
    ['the time between attempts', on('x_seconds_since_previous_attempt', '1800'), [6]],
  ])('selects by %s', async (_, where, expected) => {
    expect(await ids(where)).toEqual(expected);
  });

  it('takes the sentinel of a column for missing, and keeps it out of other columns', async () => {
    const missing = await ids(on('score_liqe_near_img', ''));
    expect(missing).not.toContain(1);
    expect(missing).not.toContain(2);
    expect(missing).toHaveLength(ROWS.length - 2);
    expect(await ids([...on('score_liqe_near_img', ''), ...on('convenio', 'convenio_2')], 'staging')).toEqual([3]);
  });

  it.each(HOSTILE)('takes %j for a value and nothing else', async (value) => {
    const row = ROWS.findIndex(({ convenio }) => convenio === value) + 1;
    expect(await ids(on('convenio', value))).toEqual([row]);
    expect(await ids(on('date', value))).toEqual([]);
    expect(await ids([])).toHaveLength(ROWS.length);
  });

  it.each(FILTER_TABLES)('knows the columns that %s has, and no other', async (table) => {
    const described = await lens.rows(`DESCRIBE ${table}`);
    const inLens = described
      .map((row) => row['column_name'])
      .filter((name) => name !== 'id')
      .map(String);
    expect(
      filterColumns(table)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(inLens.toSorted());
  });

  it.each(FILTER_TABLES)('runs over every column of %s, for a value and for missing', async (table) => {
    for (const { name, kind } of filterColumns(table)) {
      const value = kind === 'boolean' ? 'true' : kind === 'text' ? 'a' : kind === 'timestamp' ? '2025-01-09' : '7';
      await expect(ids(on(name, value, ''), table)).resolves.toBeInstanceOf(Array);
    }
  });

  it.each([
    ['convenoi', 'convenio'],
    ['Summary_Code', 'summary_code'],
    ['x_is_final', 'x_is_final_attempt'],
  ])('refuses the column %s and names %s', (column, nearest) => {
    expect(rowFilter(on(column, 'a'), 'transform')).toMatchObject({
      ok: false,
      error: {
        code: 'UNKNOWN_COLUMN',
        message: `transform has no column "${column}"; the nearest is "${nearest}".`,
      },
    });
  });

  it.each(['id"; DROP TABLE transform; --', '', '__proto__', 'constructor'])('refuses %j as a column', (column) => {
    expect(rowFilter(on(column, 'a'), 'transform')).toMatchObject({ ok: false, error: { code: 'UNKNOWN_COLUMN' } });
  });

  it('does not know the columns of another table', () => {
    expect(rowFilter(on('time_ms_liqe_near_img', '2'), 'staging').ok).toBe(true);
    expect(rowFilter(on('time_ms_liqe_near_img', '2'), 'transform').ok).toBe(false);
    expect(rowFilter(on('date_hour', '2'), 'staging').ok).toBe(false);
  });

  it.each([
    ['summary_code', 'ok'],
    ['summary_code', '14.5'],
    ['summary_code', '99999999999999999999'],
    ['total_time_ms', '12,5'],
    ['total_time_ms', '0x10'],
    ['total_time_ms', 'Infinity'],
    ['same_image_quality', 'yes'],
    ['same_image_quality', 'constructor'],
  ])('refuses in %s the value %j', (column, value) => {
    expect(rowFilter(on(column, value), 'transform')).toMatchObject({ ok: false, error: { code: 'USAGE' } });
  });
});

describe('computeFigures', () => {
  it('hands a refused filter back', async () => {
    const answer = await computeFigures(lens, { table: 'no_retries', where: on('convenoi', 'a') });
    expect(answer).toMatchObject({ ok: false, error: { code: 'UNKNOWN_COLUMN' } });
  });

  it('says the filter in words', async () => {
    const where = [...on('convenio', 'convenio_1', 'convenio_2', 'convenio_1'), ...on('http_code', '')];
    const answer = await computeFigures(lens, { table: 'transform', where });
    expect(answer).toMatchObject({
      value: {
        scope: {
          transactions: 2,
          filters: [
            { column: 'convenio', values: ['convenio_1', 'convenio_2'] },
            { column: 'http_code', values: [''] },
          ],
          filterWords: {
            en: 'convenio is convenio_1 or convenio_2 and http_code is missing',
            es: 'convenio es convenio_1 o convenio_2 y http_code es faltante',
          },
        },
      },
    });
  });
});
