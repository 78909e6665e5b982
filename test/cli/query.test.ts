import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import { createApp } from '../../src/main/app.ts';
import { DuckDbSession } from '../../src/main/engine/duckdb-session.ts';
import type { QueryAnswer } from '../../src/shared/contract/calls.ts';
import { EXIT_CODE_BY_ERROR } from '../../src/shared/error-codes.ts';
import type { Result } from '../../src/shared/result.ts';
import { veriscope } from '../helpers/cli.ts';
import { filesBelow } from '../helpers/folder-bytes.ts';
import { importFile } from '../helpers/import-fixture.ts';
import { folderOfFile } from '../helpers/temporary-folder.ts';
import { csvText, transaction, transactions } from '../helpers/transaction-csv.ts';

const CANARY = 'canary-5d1f';
const root = folderOfFile();
const workspace = join(root, 'w.veriscope');
const outside = join(root, 'outside');
const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);
const app = createApp('0.0.0-test');

const query = (sql: string, limit?: number): Promise<Result<QueryAnswer>> =>
  app.invoke('query.run', limit === undefined ? { workspace, sql } : { workspace, sql, limit });

async function rowsOf(sql: string): Promise<QueryAnswer['rows']> {
  const answer = await query(sql);
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.value.rows;
}

const hashesBelow = (folder: string): readonly string[] =>
  filesBelow(folder).map(
    (name) =>
      `${name} ${createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')}`,
  );

beforeAll(async () => {
  mkdirSync(outside);
  writeFileSync(
    join(root, 'source.csv'),
    csvText([
      ...transactions(30),
      transaction(31, { convenio: 'client_2', summary_status: 'error', summary_code: '302' }),
    ]),
  );
  await importFile(workspace, join(root, 'source.csv'));
  writeFileSync(join(outside, 'secret.csv'), `name\n${CANARY}\n`);
  writeFileSync(join(outside, 'secret.json'), `[{"name": "${CANARY}"}]`);
  const other = await DuckDbSession.open({ path: join(outside, 'other.duckdb'), memory: 64 });
  await other.run(
    `CREATE TABLE secret AS SELECT '${CANARY}' AS name; COPY secret TO '${join(outside, 'secret.parquet')}'`,
  );
  other.close();
  // The first query after an import may still fold the lens's log into its file.
  await rowsOf('SELECT 1');
});

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
      error: { code: 'QUERY_FAILED', message: like(/needs more memory than the \d+ MiB/) },
    });
  });
});

const file = (name: string): string => `'${join(outside, name)}'`;
const own = (name: string): string => `'${join(workspace, name)}'`;

const ATTACKS: readonly string[] = [
  // Reading files.
  `SELECT * FROM read_csv(${file('secret.csv')})`,
  `SELECT * FROM read_csv_auto(${file('secret.csv')})`,
  `SELECT * FROM sniff_csv(${file('secret.csv')})`,
  `SELECT * FROM read_text(${file('secret.csv')})`,
  `SELECT * FROM read_blob(${file('secret.csv')})`,
  `SELECT * FROM read_json(${file('secret.json')})`,
  `SELECT * FROM read_ndjson_objects(${file('secret.json')})`,
  `SELECT * FROM read_parquet(${file('secret.parquet')})`,
  `SELECT * FROM parquet_metadata(${file('secret.parquet')})`,
  `SELECT * FROM read_duckdb(${file('other.duckdb')}, table_name = 'secret')`,
  `SELECT * FROM glob(${file('*')})`,
  `SELECT * FROM ${file('secret.csv')}`,
  `FROM ${file('secret.parquet')}`,
  `SELECT * FROM sqlite_scan(${own('workspace.sqlite')}, 'runs')`,
  `SELECT * FROM read_blob(${own('workspace.sqlite')})`,
  `SELECT * FROM query('COPY (SELECT 1) TO ${file('written.csv').replaceAll("'", "''")}')`,
  "SELECT * FROM read_text('/etc/passwd')",
  `WITH a AS (FROM read_text(${file('secret.csv')})) SELECT * FROM a`,
  `SELECT (SELECT content FROM read_text(${file('secret.csv')}))`,
  `EXPLAIN SELECT * FROM read_text(${file('secret.csv')})`,
  `DESCRIBE SELECT * FROM read_csv(${file('secret.csv')})`,
  `SUMMARIZE ${file('secret.csv')}`,
  // The environment, secrets, the network, extensions.
  "SELECT getenv('HOME')",
  'SELECT * FROM duckdb_secrets()',
  "SELECT * FROM 'https://example.invalid/a.csv'",
  "SELECT * FROM read_csv('s3://bucket/a.csv')",
  'INSTALL httpfs',
  'LOAD httpfs',
  `LOAD ${file('evil.duckdb_extension')}`,
  "CREATE SECRET (TYPE http, BEARER_TOKEN 'x')",
  // Other databases and writing files.
  `ATTACH ${file('other.duckdb')} AS other`,
  `ATTACH ${file('new.duckdb')}`,
  "ATTACH ':memory:' AS memory",
  'DETACH lens',
  'USE memory',
  `COPY transform TO ${file('written.csv')}`,
  `COPY (SELECT 1) TO ${file('written.parquet')}`,
  `COPY transactions FROM ${file('secret.csv')}`,
  `COPY FROM DATABASE lens TO lens`,
  `EXPORT DATABASE ${file('written')}`,
  `IMPORT DATABASE ${file('written')}`,
  `PRAGMA import_database(${file('written')})`,
  `PRAGMA enable_profiling = 'json'`,
  // The lens's own files stay open to it; EXPLAIN ANALYZE runs what it explains.
  `EXPLAIN ANALYZE COPY (SELECT 1) TO ${own('lens.duckdb.wal')} (FORMAT csv)`,
  `EXPLAIN ANALYZE COPY (SELECT 1) TO ${own('lens.duckdb')} (FORMAT csv, USE_TMP_FILE false)`,
  `EXPLAIN (ANALYZE) COPY (SELECT 1) TO ${own('lens.duckdb.wal')} (FORMAT csv)`,
  `EXPLAIN (ANALYZE, FORMAT json) COPY (SELECT 1) TO ${own('lens.duckdb.wal')} (FORMAT csv)`,
  `/* /* */ EXPLAIN SELECT 1 -- */ EXPLAIN ANALYZE COPY (SELECT 1) TO ${own('lens.duckdb.wal')} (FORMAT csv)`,
  `EXPLAIN /* /* */ ANALYZE SELECT 1 -- */ ANALYZE COPY (SELECT 1) TO ${own('lens.duckdb.wal')} (FORMAT csv)`,
  `EXPLAIN -- \r ANALYZE COPY (SELECT 1) TO ${own('lens.duckdb.wal')} (FORMAT csv)\n SELECT 1`,
  'EXPLAIN ANALYZE DELETE FROM transactions',
  'EXPLAIN ANALYZE DROP TABLE transactions',
  'EXPLAIN ANALYZE SET threads = 1',
  // Changing the tables.
  'CREATE TABLE a (b INTEGER)',
  'CREATE TEMP TABLE a AS SELECT 1',
  'CREATE OR REPLACE VIEW transform AS SELECT 1',
  'CREATE MACRO a() AS 1',
  'INSERT INTO transactions SELECT * FROM transactions',
  'UPDATE transactions SET convenio = NULL',
  'DELETE FROM transactions',
  'TRUNCATE transactions',
  'DROP TABLE transactions',
  'DROP VIEW transform',
  'ALTER TABLE transactions ADD COLUMN a INTEGER',
  'MERGE INTO transactions USING transform ON false WHEN MATCHED THEN DELETE',
  "COMMENT ON TABLE transactions IS 'a'",
  'WITH a AS (DELETE FROM transactions RETURNING 1) SELECT * FROM a',
  'VACUUM',
  'CHECKPOINT',
  'BEGIN',
  // Settings.
  'SET enable_external_access = true',
  'SET GLOBAL lock_configuration = false',
  "SET allowed_directories = ['/']",
  "SET temp_directory = '/'",
  'RESET lock_configuration',
  'PRAGMA enable_external_access = true',
  'PRAGMA lock_configuration = false',
  "PRAGMA memory_limit = '100GB'",
  'SET VARIABLE a = 1',
  // Calls, prepared statements, several statements, none.
  'CALL pragma_version()',
  "CALL enable_logging(storage = 'file')",
  'PREPARE a AS SELECT 1',
  'EXECUTE a',
  'SELECT 1; SELECT 2',
  `SELECT 1; COPY (SELECT 1) TO ${file('written.csv')}`,
  'SELECT 1; DROP TABLE transactions',
  ';',
  '-- nothing',
  '/* nothing */',
  'SELECT $1',
];

describe('the sandbox', () => {
  it('refuses every attack with exit code 2, and nothing is read, written or changed', async () => {
    const before = hashesBelow(root);
    for (const sql of ATTACKS) {
      const answer = await query(sql);
      expect({ sql, ok: answer.ok }).toEqual({ sql, ok: false });
      if (answer.ok) continue;
      expect(EXIT_CODE_BY_ERROR[answer.error.code]).toBe(2);
      expect(answer.error.code).toMatch(/^QUERY_/);
      expect(JSON.stringify(answer.error)).not.toContain(CANARY);
      expect({ sql, files: hashesBelow(root) }).toEqual({ sql, files: before });
    }
    expect(await rowsOf('SELECT count(*) FROM transactions')).toEqual([[31]]);
  });

  it('lets nothing that a query may call write a file', async () => {
    const before = hashesBelow(root);
    await query(
      `SELECT count(*) FROM enable_logging(level = 'trace', storage = 'file', storage_path = ${file('logs')})`,
    );
    await query(`SELECT * FROM enable_profiling(format = 'json', save_location = ${file('profile.json')})`);
    await query('SELECT * FROM checkpoint()');
    await query("SELECT write_log('a') FROM range(10)");
    expect(hashesBelow(root)).toEqual(before);
  });

  it('says what it refuses and why', async () => {
    const expectations = [
      [
        `FROM read_text(${file('secret.csv')})`,
        /A query reads the tables of its workspace only: ".*secret\.csv" cannot be reached\./,
      ],
      ["FROM sqlite_scan('a', 'b')", /needs DuckDB's extension "sqlite_scanner"/],
      ['DROP TABLE transactions', /Only a query can be run here/],
      ['SELECT 1; SELECT 2', /Only one statement can be run at a time/],
      ['EXPLAIN ANALYZE DELETE FROM transactions', /Only a query can be explained here|nothing can be changed/],
      ['-- nothing', /There is no statement to run\./],
    ] as const;
    for (const [sql, message] of expectations) {
      expect(await query(sql)).toMatchObject({
        ok: false,
        error: { code: 'QUERY_REFUSED', message: like(message) },
      });
    }
  });

  it.each([
    "SELECT * FROM read_text('/etc/passwd')",
    `COPY transform TO ${file('written.csv')}`,
    'DROP TABLE transactions',
  ])('holds on the command line: %s', async (sql) => {
    const run = await veriscope(['query', sql, '--workspace', workspace]);
    expect(run).toMatchObject({ code: 2, out: '', err: like(/\n {2}\(QUERY_REFUSED\)\n$/) });
  });
});

describe('on the command line', () => {
  const inFormat = (sql: string, ...more: string[]) => veriscope(['query', sql, '--workspace', workspace, ...more]);

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
