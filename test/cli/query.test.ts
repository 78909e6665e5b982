import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import { DuckDbSession } from '../../src/main/engine/duckdb-session.ts';
import { queryTable } from '../../src/cli/query-text.ts';
import { veriscope, type CliRun } from '../helpers/cli.ts';
import { importFile } from '../helpers/import-fixture.ts';
import { app, hashesBelow, queryFixture } from './query-fixture.ts';

const { root, workspace, source, query, rowsOf } = queryFixture();
const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);

describe('a query', () => {
  it.each([
    [
      'SELECT',
      'SELECT convenio, count(*) AS n FROM transform GROUP BY 1 ORDER BY 1',
      [
        ['client_1', 30],
        ['client_2', 1],
      ],
    ],
    ['WITH', 'WITH a AS (SELECT count(*) AS n FROM no_retries) SELECT n FROM a', [[11]]],
    ['FROM first', "FROM staging SELECT count(*) WHERE summary_status = 'error'", [[1]]],
    ['a window', 'SELECT max(r) FROM (SELECT row_number() OVER (ORDER BY date) AS r FROM staging)', [[31]]],
    ['VALUES', 'VALUES (1), (2)', [[1], [2]]],
    ['a set', 'SELECT 1 UNION ALL SELECT 2 ORDER BY 1', [[1], [2]]],
    ['a statement that is closed', 'SELECT 1;', [[1]]],
    ['comments', '/* one */ SELECT 1 -- two', [[1]]],
    [
      'a PIVOT with its values',
      "PIVOT (SELECT convenio FROM transform) ON convenio IN ('client_2') USING count(*)",
      [[1]],
    ],
    ['nothing found', 'SELECT 1 WHERE false', []],
    [
      'values of every kind',
      "SELECT NULL, true, 1.5::DOUBLE, 9007199254740993, 'a', 'nan'::DOUBLE, [1, 2], DATE '2025-01-08'",
      [[null, true, 1.5, '9007199254740993', 'a', 'NaN', '[1, 2]', '2025-01-08']],
    ],
  ])('may be %s', async (_name, sql, expected) => {
    expect(await rowsOf(sql)).toEqual(expected);
  });

  it('may describe, summarize, show and explain', async () => {
    expect((await rowsOf('DESCRIBE staging')).map(([name]) => name)).toEqual([
      'id',
      ...STAGING_COLUMNS.map(({ name }) => name),
      'x_epoch_us',
    ]);
    expect(await rowsOf('DESCRIBE SELECT 1 AS a')).toEqual([['a', 'INTEGER', 'YES', null, null, null]]);
    const [summary] = await rowsOf('SUMMARIZE SELECT total_time_ms FROM transform');
    expect(summary?.slice(0, 4)).toEqual(['total_time_ms', 'DOUBLE', '500.0', '500.0']);
    const tables = (await rowsOf('SHOW TABLES')).map(([name]) => name);
    expect(tables).toEqual(expect.arrayContaining(['staging', 'transform', 'no_retries']));
    expect(await rowsOf('SHOW staging')).toHaveLength(81);
    expect(await rowsOf('EXPLAIN SELECT count(*) FROM transform')).toMatchObject([['physical_plan', like(/SCAN/)]]);
    expect(await rowsOf('EXPLAIN ANALYZE SELECT count(*) FROM transform')).toMatchObject([
      ['analyzed_plan', like(/Total Time/)],
    ]);
    expect(await rowsOf('EXPLAIN (ANALYZE, FORMAT json) SELECT 1')).toHaveLength(1);
  });

  it('is cut where it answers more rows than asked for, and says so', async () => {
    const cut = await query('FROM range(10)', 3);
    expect(cut).toMatchObject({ ok: true, value: { rows: [[0], [1], [2]], truncated: true } });
    expect(await query('FROM range(3)', 3)).toMatchObject({ ok: true, value: { truncated: false } });
    expect(await query('FROM range(1000000000000)', 2)).toMatchObject({ ok: true, value: { truncated: true } });
  });

  it('runs beside another one', async () => {
    const holder = await DuckDbSession.open({ path: join(workspace, 'lens.duckdb'), memory: 64, readOnly: true });
    try {
      const args = ['query', 'SELECT count(*) FROM transform', '--workspace', workspace, '--format', 'csv'];
      expect(await veriscope(args)).toEqual({ code: 0, out: 'count_star()\n31\n', err: '' });
    } finally {
      holder.close();
    }
  });

  it.each([
    ['from some way in', 0.1, 1],
    ['where only reading shows it', 0.55, 0.65],
  ])('finds a lens that is damaged %s, and has it made anew', async (place, from, to) => {
    const damaged = join(root, `damaged ${place}.veriscope`);
    const lens = join(damaged, 'lens.duckdb');
    await importFile(damaged, source);
    const content = readFileSync(lens);
    writeFileSync(lens, content.fill(0xa5, Math.floor(content.length * from), Math.floor(content.length * to)));
    const sql = 'SELECT count(*), sum(total_time_ms) FROM (SELECT DISTINCT * FROM transform)';
    const answer = await app.invoke('query.run', { workspace: damaged, sql });
    expect(answer.ok ? queryTable(answer.value).rows : answer.error).toEqual([[31, 15_500]]);
  });

  it('cannot pretend that the lens is damaged', async () => {
    const before = hashesBelow(workspace);
    const answer = await query("SELECT error('IO Error: Corrupt database file: does not match stored checksum')");
    expect(answer).toMatchObject({ ok: false, error: { code: 'QUERY_FAILED' } });
    expect(hashesBelow(workspace)).toEqual(before);
  });

  it('tells a mistake as the database tells it', async () => {
    const misspelt = await query('SELECT convnio FROM transform');
    expect(misspelt).toMatchObject({
      ok: false,
      error: { code: 'QUERY_FAILED', message: like(/"convnio" not found/) },
    });
    const broken = await query('SELEC 1');
    expect(broken).toMatchObject({
      ok: false,
      error: { code: 'QUERY_FAILED', message: like(/^Parser Error: /) },
    });
  });

  it('that needs too much memory is told so', async () => {
    const answer = await query("SELECT list(repeat('x', 1000) || range) FROM range(3000000)");
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'QUERY_FAILED', message: like(/needs more memory than it may take/) },
    });
  });
});

describe('on the command line', () => {
  const inFormat = (sql: string, ...more: readonly string[]): Promise<CliRun> =>
    veriscope(['query', sql, '--workspace', workspace, ...more]);

  it('is shown as a table, as CSV or as JSON', async () => {
    const sql = "SELECT convenio, count(*) AS n, NULL AS gap, 'a,\"b' AS text FROM transform GROUP BY 1 ORDER BY 1";
    expect(await inFormat(sql)).toEqual({
      code: 0,
      out: [
        'convenio   n  gap  text',
        '--------  --  ---  ----',
        'client_1  30       a,"b',
        'client_2   1       a,"b',
        '',
      ].join('\n'),
      err: '',
    });
    expect((await inFormat(sql, '--format', 'csv')).out).toBe(
      'convenio,n,gap,text\nclient_1,30,,"a,""b"\nclient_2,1,,"a,""b"\n',
    );
    const { out } = await inFormat(sql, '--json');
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      rows: [
        ['client_1', 30, null, 'a,"b'],
        ['client_2', 1, null, 'a,"b'],
      ],
      truncated: false,
    });
    expect(JSON.parse((await inFormat('SELEC', '--format', 'json')).out)).toMatchObject({
      ok: false,
      error: { code: 'QUERY_FAILED' },
    });
  });

  it('shows a plan as it is drawn, and texts of several lines below their name', async () => {
    expect((await inFormat('EXPLAIN SELECT 1')).out).toMatch(/^┌─+┐\n│ +PROJECTION +│\n/);
    expect((await inFormat("SELECT 1 AS a, 'x\ny' AS b")).out).toBe('-- row 1 --\na  1\nb\nx\ny\n');
  });

  it('shows nothing that a terminal would act on', async () => {
    expect((await inFormat("SELECT chr(27) || '[2J' AS a")).out).toContain('\u{FFFD}[2J');
  });

  it('says on stderr that it was cut', async () => {
    expect(await inFormat('FROM range(5)', '--limit', '2', '--format', 'csv')).toEqual({
      code: 0,
      out: 'range\n0\n1\n',
      err: 'Only the first 2 rows are shown; --limit shows more.\n',
    });
  });
});
