import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableProfileSchema, type ColumnProfile, type TableProfile } from '../../src/shared/contract/profile.ts';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import { TRANSFORM_COLUMNS } from '../../src/etl/model/transform-columns.ts';
import { profileTable } from '../../src/main/services/profile/profile-table.ts';
import { lensOf, type StagingRow } from '../helpers/lens-fixture.ts';
import { recountNumbers, recountTexts } from '../helpers/profile-recount.ts';

async function profileOf(
  rows: readonly StagingRow[],
  table: TableProfile['table'],
): Promise<(name: string) => ColumnProfile> {
  const lens = await lensOf(rows);
  const profile = tableProfileSchema.parse(await profileTable(lens, table));
  lens.close();
  return (name) => {
    const found = profile.columns.find((column) => column.name === name);
    if (found === undefined) throw new Error(`no column ${name}`);
    return found;
  };
}

const at = (minute: number, day = '08'): string =>
  `2025-01-${day} 10:${String(minute).padStart(2, '0')}:00.000000-05:00`;

/** Equal to about nine digits, which is what different orders of adding leave; everything but numbers exactly. */
function nearly(actual: unknown, expected: unknown): boolean {
  if (typeof actual === 'number' && typeof expected === 'number') {
    return (
      Object.is(actual, expected) ||
      Math.abs(actual - expected) <= 1e-8 * Math.max(1, Math.abs(actual), Math.abs(expected))
    );
  }
  if (typeof actual !== 'object' || typeof expected !== 'object' || actual === null || expected === null)
    return actual === expected;
  const [left, right] = [Object.entries(actual), new Map(Object.entries(expected))];
  return left.length === right.size && left.every(([key, value]) => right.has(key) && nearly(value, right.get(key)));
}

const finite = fc.integer({ min: -1000, max: 100_000 }).map((thousandths) => thousandths / 1000);
/** Many kinds of columns at once, because a table takes longer to make than to check. */
const ROW = {
  file_token: fc.string({ minLength: 1 }),
  date: fc.integer({ min: 0, max: 59 }).map((minute) => at(minute)),
  summary_desc: fc.constantFrom('hat', 'hand', 'antispoofing OK', 'ñandú 😀', ''),
  convenio: fc.option(fc.constantFrom('convenio_1', 'convenio_2')),
  documento: fc.option(fc.string({ unit: 'grapheme', maxLength: 2 })),
};
const NUMBERS = {
  total_time_ms: fc.option(fc.integer({ min: -5, max: 4000 })),
  img_size_near_img_width: fc.option(fc.constantFrom(590, 736, 1080)),
  img_size_far_img_width: fc.option(fc.maxSafeInteger()),
  score_topiq_near_img: fc.option(finite, { freq: 2 }),
  score_topiq_far_img: finite.map((value) => (value > 90 ? value * 1e9 : value)),
  score_liqe_near_img: fc.option(fc.constantFrom(0.1, 0.2), { freq: 9 }),
  prob_ibeta2_clip_near_img: fc.constant(0.1),
  prob_ibeta2_clip_far_img: fc.option(fc.constantFrom(0, 0.25, 1, Infinity, -Infinity, Number.NaN)),
  time_ms_liqe_near_img: fc.constant(null),
};

describe('profileTable', () => {
  it('agrees with a plain recount of any table', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ ...ROW, ...NUMBERS }), { minLength: 1, maxLength: 80, size: 'max' }),
        async (rows) => {
          const column = await profileOf(rows, 'staging');
          for (const name of Object.keys(NUMBERS) as (keyof typeof NUMBERS)[]) {
            const present = rows.map((row) => row[name]).filter((value) => value !== null);
            const profile = column(name);
            expect(profile.missing.n).toBe(rows.length - present.length);
            expect(profile.distinct).toBe(new Set(present).size);
            const expected = { ...recountNumbers(present), zeroMeansNotExecuted: false };
            if (!nearly(profile.detail, expected)) expect({ name, ...profile.detail }).toEqual({ name, ...expected });
          }
          for (const name of ['file_token', 'summary_desc', 'convenio', 'documento'] as const) {
            const present = rows.map((row) => row[name]).filter((value) => value !== null);
            expect(column(name)).toMatchObject({
              missing: { n: rows.length - present.length },
              ...recountTexts(present),
            });
          }
        },
      ),
      { numRuns: 10 },
    );
  });

  it('counts the sentinels of the transform as missing, but not a real -1 of a score', async () => {
    const rows = [
      { file_token: 'a', date: at(0), score_topiq_near_img: -1, prob_ibeta2_clip_far_img: 0.5 },
      { file_token: 'b', date: at(1), score_topiq_near_img: null, prob_ibeta2_clip_far_img: null },
    ];
    const column = await profileOf(rows, 'transform');
    expect(column('score_topiq_near_img')).toMatchObject({
      sentinel: -2,
      missing: { n: 1, share: 0.5 },
      detail: { negatives: 1, spread: { min: -1, max: -1 } },
    });
    expect(column('prob_ibeta2_clip_far_img')).toMatchObject({
      sentinel: -1,
      missing: { n: 1 },
      detail: { negatives: 0 },
    });
  });

  it('counts the 0 of a microservice that did not run as a zero and says what it means', async () => {
    const rows = [
      { file_token: 'a', date: at(0) },
      { file_token: 'b', date: at(1), time_ms_liqe_near_img: 12 },
    ];
    const column = await profileOf(rows, 'transform');
    expect(column('total_time_ms_liqe')).toMatchObject({
      missing: { n: 0 },
      detail: { zeros: 1, zeroMeansNotExecuted: true, spread: { mean: 6 } },
    });
  });

  it('measures numbers that no 64-bit integer holds, and leaves out those whose moments would overflow', async () => {
    const lens = await lensOf([at(0), at(1), at(2), at(3)].map((date, index) => ({ file_token: `t${index}`, date })));
    await lens.run('UPDATE transactions SET total_time_ms = [1e30, 3e30, 8.5, 1e300][id]');
    const found = (await profileTable(lens, 'staging')).columns.find(({ name }) => name === 'total_time_ms');
    lens.close();
    expect(found).toMatchObject({
      distinct: 4,
      detail: { finite: 3, infinite: 1, spread: { min: 8.5, p50: 1e30, max: 3e30 } },
    });
  });

  it.each([1, 2, 3])('profiles a table of %i rows', async (n) => {
    const lens = await lensOf(
      Array.from({ length: n }, (_, index) => ({ file_token: `t${index}`, date: at(index), total_time_ms: index })),
    );
    const found = (await profileTable(lens, 'staging')).columns.find(({ name }) => name === 'total_time_ms');
    lens.close();
    expect(found?.detail).toMatchObject({ finite: n, spread: { min: 0, p50: (n - 1) / 2, max: n - 1 } });
  });

  it('shows codes by their values, not by a mean', async () => {
    const column = await profileOf([{ file_token: 'a', date: at(0), summary_code: 203 }], 'staging');
    expect(column('summary_code').detail).toMatchObject({
      kind: 'category',
      top: [{ value: '203', count: 1, share: 1 }],
      length: null,
    });
  });

  it('finds gaps, order, offsets and the clock of dates', async () => {
    const rows = [
      { file_token: 'a', date: at(5) },
      { file_token: 'b', date: at(1) },
      { file_token: 'c', date: at(2, '13') },
      { file_token: 'd', date: '2025-01-14 10:00:00.000000+00:00' },
    ];
    const { detail, distinct } = (await profileOf(rows, 'staging'))('date');
    expect(distinct).toBe(4);
    expect(detail).toMatchObject({
      kind: 'timestamp',
      first: at(1),
      last: '2025-01-14 10:00:00.000000+00:00',
      offsets: [
        { offset: '-05:00', count: 3 },
        { offset: '+00:00', count: 1 },
      ],
      days: { span: 7, withData: 3 },
      gaps: [{ from: '2025-01-09', to: '2025-01-12', days: 4 }],
      outOfOrder: 1,
    });
    const clock = detail.kind === 'timestamp' ? detail.byWeekdayAndHour : [];
    expect(clock.map((hours) => hours[10])).toEqual([1, 1, 2, 0, 0, 0, 0]);
    expect(clock.flat().reduce((sum, count) => sum + count, 0)).toBe(4);
  });

  it.each([
    ['staging', STAGING_COLUMNS],
    ['transform', TRANSFORM_COLUMNS],
    ['no_retries', TRANSFORM_COLUMNS],
  ] as const)('describes every column of %s, even when the table is empty', async (table, card) => {
    const lens = await lensOf([]);
    const profile = tableProfileSchema.parse(await profileTable(lens, table));
    lens.close();
    expect(profile.columns.map(({ name, kind, meaning }) => ({ name, kind, meaning }))).toEqual(
      card.map(({ name, kind, meaning }) => ({ name, kind, meaning })),
    );
    expect(profile).toMatchObject({ rows: 0, alerts: [] });
  });

  it('finds with which answers a column is never filled', async () => {
    const row = (index: number, answer: string, score: number | null, far: number | null): StagingRow => ({
      file_token: `t${index}`,
      date: at(index),
      summary_desc: answer,
      score_liqe_near_img: score,
      score_liqe_far_img: far,
    });
    const lens = await lensOf([
      row(0, 'hat', null, null),
      row(1, 'hat', null, null),
      row(2, 'hand', null, null),
      row(3, 'antispoofing OK', 2, 3),
      row(4, 'antispoofing OK', 3, null),
    ]);
    const { alerts } = await profileTable(lens, 'transform');
    lens.close();
    const reasonFor = (name: string): unknown =>
      alerts.find(({ kind, columns }) => kind === 'highly-missing' && columns.includes(name))?.reason;
    expect(reasonFor('score_liqe_near_img')).toEqual({ column: 'summary_desc', values: ['hat', 'hand'], rows: 3 });
    expect(reasonFor('score_liqe_far_img')).toBeNull();
  });

  it('tells how far it is, and stops when it is told to', async () => {
    const lens = await lensOf([{ file_token: 'a', date: at(0) }]);
    const heard: number[] = [];
    await profileTable(lens, 'staging', undefined, (fraction) => heard.push(fraction));
    expect(heard).toEqual(heard.toSorted((left, right) => left - right));
    expect(heard.at(-1)).toBe(1);

    const controller = new AbortController();
    const stopped = profileTable(
      lens,
      'staging',
      controller.signal,
      (fraction) => fraction > 0.5 && controller.abort(),
    );
    await expect(stopped).rejects.toMatchObject({ error: { code: 'CANCELLED' } });
    lens.close();
  });
});
