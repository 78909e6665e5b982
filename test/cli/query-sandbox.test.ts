import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DuckDbSession } from '../../src/main/engine/duckdb-session.ts';
import { EXIT_CODE_BY_ERROR } from '../../src/shared/error-codes.ts';
import { veriscope } from '../helpers/cli.ts';
import { queryAttacks } from './query-attacks.ts';
import { hashesBelow, queryFixture } from './query-fixture.ts';

const CANARY = 'canary-5d1f';
const { root, workspace, query, rowsOf } = queryFixture();
const outside = join(root, 'outside');
const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);
const file = (name: string): string => `'${join(outside, name)}'`;

beforeAll(async () => {
  mkdirSync(outside);
  writeFileSync(join(outside, 'secret.csv'), `name\n${CANARY}\n`);
  writeFileSync(join(outside, 'secret.json'), `[{"name": "${CANARY}"}]`);
  const other = await DuckDbSession.open({ path: join(outside, 'other.duckdb'), memory: 64 });
  await other.run(`CREATE TABLE secret AS SELECT '${CANARY}' AS name; COPY secret TO ${file('secret.parquet')}`);
  other.close();
});

describe('the sandbox', () => {
  it('refuses every attack with exit code 2, and nothing is read, written or changed', async () => {
    const before = hashesBelow(root);
    for (const sql of queryAttacks(outside, workspace)) {
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
