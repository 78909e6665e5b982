import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createApp, type App } from '../../src/main/app.ts';
import { DuckDbSession } from '../../src/main/engine/duckdb-session.ts';
import { keepOpenAccess } from '../../src/main/engine/keep-open-access.ts';
import type { CallAnswer } from '../../src/shared/contract/calls.ts';
import { queryAttacks } from '../cli/query-attacks.ts';
import { hashesBelow, queryFixture } from '../cli/query-fixture.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const { root, workspace, rowsOf } = queryFixture();
const outside = join(root, 'outside');
const app = createApp('0.0.0-test');

async function exported(sql: string, name: string, by: App = app): Promise<CallAnswer<'query.export'>> {
  const answer = await by.invoke('query.export', { workspace, sql, out: join(temporaryFolder(), name) });
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}

async function readBack(sql: string): Promise<unknown> {
  const session = await DuckDbSession.open({ path: ':memory:', memory: 128 });
  try {
    return await session.rows(sql);
  } finally {
    session.close();
  }
}

beforeAll(async () => {
  mkdirSync(outside);
  writeFileSync(join(outside, 'secret.csv'), 'name\ncanary-77aa\n');
  writeFileSync(join(outside, 'secret.json'), '[{"name": "canary-77aa"}]');
  const other = await DuckDbSession.open({ path: join(outside, 'other.duckdb'), memory: 64 });
  await other.run(`CREATE TABLE secret AS SELECT 1 AS a; COPY secret TO '${join(outside, 'secret.parquet')}'`);
  other.close();
});

describe('query.export', () => {
  const sql = 'SELECT file_token, total_time_ms, same_image_quality, date FROM transform ORDER BY id DESC; ';

  it('writes what the query answers, in its order', async () => {
    const { file, format, rows, bytes, sha256 } = await exported(sql, 'a.csv');
    const text = readFileSync(file, 'utf8');
    const [header, ...records] = parse(text, {});
    expect({ format, rows, bytes }).toEqual({ format: 'csv', rows: 31, bytes: Buffer.byteLength(text) });
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(header).toEqual(['file_token', 'total_time_ms', 'same_image_quality', 'date']);
    expect(records.map(([token]) => token)).toEqual((await rowsOf(sql)).map(([token]) => token));
    expect(readdirSync(join(file, '..'))).toEqual(['a.csv']);
  });

  it.each(['parquet', 'json'])('writes %s that reads back to the same values', async (format) => {
    const { file } = await exported(sql, `a.${format}`);
    const found = (await readBack(`SELECT * FROM '${file}'`)) as readonly Record<string, unknown>[];
    expect(
      found.map((row) => [row['file_token'], row['total_time_ms'], row['same_image_quality'], row['date']]),
    ).toEqual(await rowsOf(sql));
  });

  it('writes lists, structs, times and decimals too, and none where there are no rows', async () => {
    const strange = "SELECT [1, 2] AS l, {'a': 'x'} AS s, DATE '2025-01-08' AS d, 1.50::DECIMAL(5, 2) AS n, NULL AS e";
    const { file } = await exported(strange, 'a.parquet');
    expect(
      await readBack(`SELECT l::VARCHAR AS l, s.a AS s, d::VARCHAR AS d, n::VARCHAR AS n, e FROM '${file}'`),
    ).toEqual([{ l: '[1, 2]', s: 'x', d: '2025-01-08', n: '1.50', e: null }]);
    expect((await exported('SELECT 1 AS a WHERE false', 'none.csv')).rows).toBe(0);
  });

  it.each([
    'DESCRIBE transform',
    'SUMMARIZE no_retries',
    'SHOW TABLES',
    'FROM staging LIMIT 2',
    'VALUES (1), (2) -- two',
  ])('writes the answer of %s', async (statement) => {
    expect((await exported(statement, 'a.csv')).rows).toBe((await rowsOf(statement)).length);
  });

  it('refuses every attack, and nothing is read, written or changed', async () => {
    const before = hashesBelow(root);
    for (const access of [undefined, keepOpenAccess()]) {
      if (access !== undefined) onTestFinished(() => access.dispose());
      const attacked = createApp('0.0.0-test', access === undefined ? {} : { access });
      const folder = temporaryFolder();
      for (const attack of queryAttacks(outside, workspace)) {
        const answer = await attacked.invoke('query.export', { workspace, sql: attack, out: join(folder, 'out.csv') });
        expect({ attack, ok: answer.ok }).toEqual({ attack, ok: false });
        if (answer.ok) continue;
        expect(answer.error.code).toMatch(/^QUERY_/);
        expect(JSON.stringify(answer.error)).not.toContain('canary');
        expect({ attack, files: readdirSync(folder) }).toEqual({ attack, files: [] });
      }
    }
    expect(hashesBelow(root)).toEqual(before);
  }, 120_000);

  it.each([
    "SELECT 1) TO 'elsewhere.csv' (FORMAT csv); COPY (SELECT 2",
    "SELECT 1) TO 'elsewhere.csv' --",
    "SELECT 1) TO 'elsewhere.csv' /*",
    'SELECT 1 /*',
    'EXPLAIN SELECT 1',
    'EXPLAIN ANALYZE SELECT 1',
    'SELECT 1; -- one',
  ])('refuses to be told where to write by %s', async (statement) => {
    const folder = temporaryFolder();
    const answer = await app.invoke('query.export', { workspace, sql: statement, out: join(folder, 'out.csv') });
    expect(answer).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^QUERY_/) as string } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('cannot read the file that it writes, or one beside it', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'beside.csv'), 'name\ncanary-77aa\n');
    const glob = `SELECT * FROM read_csv('${join(folder, '*.csv')}')`;
    const answer = await app.invoke('query.export', { workspace, sql: glob, out: join(folder, 'out.csv') });
    expect(answer).toMatchObject({ ok: false, error: { code: 'QUERY_REFUSED' } });
  });

  it('leaves an older file as it is where the query fails on its way', async () => {
    const out = join(temporaryFolder(), 'out.csv');
    writeFileSync(out, 'old');
    const failing = "SELECT CASE WHEN i = 900000 THEN error('late') ELSE i END FROM range(1000000) AS r(i)";
    const answer = await app.invoke('query.export', { workspace, sql: failing, out });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'QUERY_FAILED', message: expect.stringMatching(/late/) as string },
    });
    expect(readFileSync(out, 'utf8')).toBe('old');
    expect(readdirSync(join(out, '..'))).toEqual(['out.csv']);
  });

  it('ends soon after it is cancelled, and leaves no file', async () => {
    const folder = temporaryFolder();
    const stop = new AbortController();
    const endless = 'SELECT a.range FROM range(1000000) AS a, range(1000000) AS b';
    const answer = app.invoke(
      'query.export',
      { workspace, sql: endless, out: join(folder, 'out.csv') },
      { signal: stop.signal },
    );
    setTimeout(() => stop.abort(), 300);
    expect(await answer).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says what is wrong with the place, before the query runs', async () => {
    for (const [out, code] of [
      [join(root, 'none', 'out.csv'), 'OUTPUT_NOT_WRITABLE'],
      [join(root, 'out.xlsx'), 'USAGE'],
    ] as const)
      expect(await app.invoke('query.export', { workspace, sql: 'SELECT 1', out })).toMatchObject({
        ok: false,
        error: { code },
      });
  });

  it('writes to a path that needs quoting, through an app that keeps its workspaces open', async () => {
    const access = keepOpenAccess();
    onTestFinished(() => access.dispose());
    const { rows } = await exported('SELECT 1', "it's here.csv", createApp('0.0.0-test', { access }));
    expect(rows).toBe(1);
  });
});
