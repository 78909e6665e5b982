import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCoded, loadTruths, type ColumnSource } from '../../src/main/engine/columns/load-columns.ts';
import { ANSWER_OUTCOME } from '../../src/etl/dashboards/transitions-sql.ts';
import { lensOf } from '../helpers/lens-fixture.ts';

const ROWS = 300_000;
/** Slow enough that threads which share the scan do not finish their parts in order. */
const SLOW = `CASE WHEN regexp_matches(md5("file_token"), '^0') THEN 'zero' ELSE ${ANSWER_OUTCOME} END`;

let lens: Awaited<ReturnType<typeof lensOf>>;
let source: ColumnSource;
beforeAll(async () => {
  lens = await lensOf([]);
  await lens.run(`INSERT INTO transactions ("id", "file_token", "summary_code", "date", "x_epoch_us")
    SELECT 2 * i, 'tok' || i, [1400, 302, 101, 7777][1 + i % 4], '2025-01-08 22:49:46.404000-05:00', i FROM range(${ROWS}) AS t(i)`);
  source = {
    lens,
    signal: new AbortController().signal,
    rows: ROWS,
    ids: Float64Array.from({ length: ROWS }, (_, row) => 2 * row),
    onRows: () => undefined,
  };
});
afterAll(() => lens.close());

describe('columns of many rows', () => {
  it('hold the value of each row at its place, in whatever order threads hand rows out', async () => {
    const [slow, code] = await loadCoded(source, [SLOW, '"summary_code"']);
    const [isCapture] = await loadTruths(source, [`regexp_matches(md5("file_token"), '^0') OR "summary_code" = 302`]);
    const expected = await lens.rows(`SELECT ${SLOW} AS slow, "summary_code" AS code FROM transform ORDER BY "id"`);
    const wrong = expected.filter(
      (row, place) =>
        (slow?.values[slow.codes[place] ?? 0] ?? null) !== row['slow'] ||
        code?.values[code.codes[place] ?? 0] !== row['code'] ||
        (isCapture?.[place] === 1) !== (row['slow'] === 'zero' || row['code'] === 302),
    );
    expect(wrong).toHaveLength(0);
  });
});
