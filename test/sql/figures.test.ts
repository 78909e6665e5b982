import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresSchema, type Figures, type FiguresRequest } from '../../src/shared/contract/figures.ts';
import { computeFigures } from '../../src/main/services/figures/compute-figures.ts';
import { lensOf, type StagingRow } from '../helpers/lens-fixture.ts';
import { FILTERABLE } from './figures-attempt.ts';
import { recount } from './figures-recount.ts';

const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const ANSWERS: readonly StagingRow[] = [
  { summary_code: 1400, summary_desc: 'antispoofing OK', summary_status: 'ok' },
  { summary_code: 1402, summary_desc: 'spoof image', summary_status: 'error' },
  { summary_code: 3002, summary_desc: 'geometry fail', summary_status: 'error' },
  { summary_code: 302, summary_desc: 'blur/haze', summary_status: 'error' },
  { summary_code: 101, summary_desc: 'internal error', summary_status: 'error' },
  { summary_code: 1401, summary_desc: 'internal error', summary_status: 'error' },
  { summary_code: 7777, summary_desc: 'unheard of', summary_status: 'error' },
  { summary_code: null, summary_desc: null, summary_status: null },
];

const DATES = [
  '2025-01-08 22:49:46.404000-05:00',
  '2025-01-09 03:49:46.404000+00:00',
  '2025-01-09 00:00:00.000000-05:00',
  '2025-01-12 12:30:00.500000-05:00',
  '2025-02-28 23:59:59.999000+05:30',
] as const;

const time = oneOf(null, null, 0, 12, 33.25, 480);

const row: fc.Arbitrary<StagingRow> = fc
  .record({
    answer: oneOf(...ANSWERS),
    near: oneOf([590, 896], [736, 648], [1440, 1920], [500, 500], [null, 10]),
    far: oneOf([590, 896], [4000, 4000], [1, 2], [null, null]),
    rest: fc.record({
      file_token: fc.constant('tok'),
      convenio: oneOf('convenio_1', 'convenio_2', 'convenio_10', null),
      procesoConvenioGuid: oneOf('p1', 'p2', 'p3', 'p4', null),
      documento: oneOf('d1', 'd2', 'd3', null),
      date: oneOf(...DATES),
      total_time_ms: oneOf(null, 0, 90, 1749.5, 9114),
      score_liqe_near_img: oneOf(null, -1, 2.5),
      time_ms_accessory_detector_near_img: time,
      queue_time_ms_accessory_detector_far_img: time,
      time_ms_liqe_near_img: time,
      queue_time_ms_liqe_near_img: time,
      time_ms_liqe_far_img: time,
      time_ms_classic_metrics_far_img: time,
      time_ms_as_35_selfies_near_img: time,
      queue_time_ms_geometry_check: time,
    }),
  })
  .map(({ answer, near, far, rest }) => ({
    ...answer,
    ...rest,
    img_size_near_img_width: near[0] ?? null,
    img_size_near_img_height: near[1] ?? null,
    img_size_far_img_width: far[0] ?? null,
    img_size_far_img_height: far[1] ?? null,
  }));

/** Conditions on up to three columns, each met by some row. */
function wheres(rows: readonly StagingRow[]): fc.Arbitrary<FiguresRequest['where']> {
  const columns = fc.uniqueArray(oneOf(...Object.keys(FILTERABLE)), { maxLength: 3 });
  const values = (column: string): string[] => rows.map((one) => FILTERABLE[column]?.({ row: one, number: 2 }) ?? '');
  const conditions = (column: string): fc.Arbitrary<FiguresRequest['where']> =>
    fc
      .array(oneOf(...values(column)), { minLength: 1, maxLength: 3 })
      .map((chosen) => chosen.map((value) => ({ column, value })));
  return columns.chain((names) => fc.tuple(...names.map(conditions))).map((lists) => lists.flat());
}

/** The same with lists and names sorted, because a recount knows no order, and every number through `seen`. */
function comparable(value: unknown, seen: (value: number) => unknown): unknown {
  if (typeof value === 'number') return seen(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const keyed = value.map((item: unknown) => ({ item, key: JSON.stringify(comparable(item, whole)) }));
    return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ item }) => comparable(item, seen));
  }
  const named = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(named.map(([name, inner]) => [name, comparable(inner, seen)]));
}

const whole = (value: number): number | null => (Math.abs(value - Math.round(value)) < 1e-6 ? Math.round(value) : null);
const near = (value: number): unknown => expect.closeTo(value, 5);

async function figures(lens: Parameters<typeof computeFigures>[0], request: FiguresRequest): Promise<Figures> {
  const answer = await computeFigures(lens, request);
  if (!answer.ok) throw new Error(answer.error.message);
  return figuresSchema.parse(answer.value);
}

describe('figures', () => {
  it('agree with a naive recount over any rows, filters and table', async () => {
    const cases = fc
      .array(row, { minLength: 1, maxLength: 40 })
      .chain((rows) =>
        fc.record({ rows: fc.constant(rows), filters: fc.array(wheres(rows), { minLength: 2, maxLength: 2 }) }),
      );
    await fc.assert(
      fc.asyncProperty(cases, async ({ rows, filters }) => {
        const lens = await lensOf(rows);
        try {
          for (const where of [[], ...filters]) {
            for (const table of ['transform', 'no_retries'] as const) {
              const { scope, ...counted } = await figures(lens, { table, where });
              const { scope: expectedScope, ...expected } = recount(rows, { table, where });
              expect(comparable(counted, Number)).toEqual(comparable(expected, near));
              expect(scope).toMatchObject(expectedScope);
            }
          }
        } finally {
          lens.close();
        }
      }),
      { numRuns: 12, plugins: [fc.interruptAfterTimeLimit(50_000)] },
    );
  });
});
