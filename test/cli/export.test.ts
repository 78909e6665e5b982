import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '../../scripts/lib/paths.mjs';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import { TRANSFORM_COLUMNS } from '../../src/etl/model/transform-columns.ts';
import { createApp } from '../../src/main/app.ts';
import { DuckDbSession } from '../../src/main/engine/duckdb-session.ts';
import { TABLES, type TableName } from '../../src/shared/contract/ledger.ts';
import { endOf, startVeriscope, veriscope } from '../helpers/cli.ts';
import { bookRows, importFile } from '../helpers/import-fixture.ts';
import { folderOfFile, temporaryFolder } from '../helpers/temporary-folder.ts';
import { csvText } from '../helpers/transaction-csv.ts';
import { DOUBLES, awkwardRows } from './awkward-rows.ts';

const root = folderOfFile();
const workspace = join(root, 'w.veriscope');
const app = createApp('0.0.0-test');

async function exported(table: TableName, name: string, from = workspace): Promise<string> {
  const out = join(root, name);
  const answer = await app.invoke('table.export', { workspace: from, table, out });
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return out;
}

const csvRecords = (file: string): readonly (readonly string[])[] => parse(readFileSync(file, 'utf8'), {});

beforeAll(async () => {
  writeFileSync(join(root, 'awkward.csv'), csvText(awkwardRows()));
  await importFile(workspace, join(root, 'awkward.csv'));
});

describe.each(['transform', 'no_retries'] as const)('%s as CSV is a drop-in for the published file', (table) => {
  it('has its header in its order', async () => {
    const [, ...published] = csvRecords(projectPath('test', 'fixtures', 'transform-columns.csv'));
    const [header] = csvRecords(await exported(table, 'published.csv'));
    expect(header).toEqual(TRANSFORM_COLUMNS.map(({ name }) => name));
    expect(header).toEqual(published.map(([, name]) => name));
    expect(header).toHaveLength(67);
  });

  it('writes truth values, dates and missing values as it does', async () => {
    const [header = [], ...records] = csvRecords(await exported(table, 'formats.csv'));
    const cells = (name: string): readonly string[] => records.map((record) => record[header.indexOf(name)] ?? '?');
    expect(new Set(cells('same_image_quality'))).toEqual(new Set(['True', 'False', '']));
    for (const date of cells('date')) expect(date).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}[+-]\d\d:\d\d$/);
    expect(cells('procesoConvenioGuid')).toContain('');
    expect(cells('prob_ibeta2_full_near_img')).toContain('-1.0');
    expect(readFileSync(join(root, 'formats.csv'), 'utf8')).not.toMatch(/\r\n(?!b)|null|NULL/);
  });

  it('holds the values of the book, in the order of the source, every number the same double', async () => {
    const [header = [], ...records] = csvRecords(await exported(table, 'values.csv'));
    const rows = bookRows(workspace, `SELECT * FROM ${table} ORDER BY id`);
    expect(records).toHaveLength(rows.length);
    for (const [index, row] of rows.entries()) {
      for (const [place, { name, kind }] of TRANSFORM_COLUMNS.entries()) {
        expect({ index, name, value: readBack(records[index]?.[place] ?? '', kind) }).toEqual({
          index,
          name: header[place],
          value: row[name] ?? null,
        });
      }
    }
  });
});

/** A cell of an exported CSV as the book would hold it. */
function readBack(text: string, kind: string): string | number | null {
  if (text === '') return null;
  if (kind === 'boolean') return text === 'True' ? 1 : 0;
  return kind === 'text' || kind === 'timestamp' ? text : Number(text);
}

it('staging as CSV keeps every double', async () => {
  const [header = [], ...records] = csvRecords(await exported('staging', 'doubles.csv'));
  const scores = STAGING_COLUMNS.filter(({ kind }) => kind === 'score').map(({ name }) => header.indexOf(name));
  const found = new Set(
    records
      .flatMap((record) => scores.map((place) => record[place] ?? ''))
      .filter((text) => text !== '')
      .map(Number),
  );
  for (const value of DOUBLES) expect(found.has(value)).toBe(true);
});

describe.each(['parquet', 'json'] as const)('%s', (format) => {
  it.each(TABLES)('of %s reads back to the same values and types', async (table) => {
    const file = await exported(table, `${table}.${format}`);
    const columns = table === 'staging' ? STAGING_COLUMNS : TRANSFORM_COLUMNS;
    const session = await DuckDbSession.open({ path: ':memory:', memory: 256 });
    try {
      const read =
        format === 'parquet'
          ? `read_parquet('${file}')`
          : `read_json('${file}', columns = {${columns.map(({ name, kind }) => `'${name}': '${jsonType(kind)}'`).join(', ')}})`;
      const names = columns
        .map(({ name, kind }) => `"${name}"${kind === 'boolean' ? '::INTEGER AS' : ' AS'} "${name}"`)
        .join(', ');
      const found = await session.rows(`SELECT ${names} FROM ${read}`);
      const held = bookRows(
        workspace,
        `SELECT ${columns.map(({ name }) => `"${name}"`).join(', ')} FROM ${table} ORDER BY id`,
      );
      expect(found).toEqual(held);
    } finally {
      session.close();
    }
  });
});

const jsonType = (kind: string): string =>
  ({ integer: 'BIGINT', boolean: 'BOOLEAN', text: 'VARCHAR', timestamp: 'VARCHAR' })[kind] ?? 'DOUBLE';

it('staging, exported and imported into a new workspace, gives the same tables', async () => {
  const file = await exported('staging', 'round-trip.csv');
  const again = join(root, 'again.veriscope');
  const { ledger, findings } = await importFile(again, file);
  const rows = awkwardRows().length;
  expect(ledger).toEqual({ read: rows, loaded: rows, rejected: 0, duplicates: 0 });
  expect(findings.map(({ kind }) => kind)).not.toContain('zone-assumed');
  for (const table of TABLES) {
    const columns = (table === 'staging' ? STAGING_COLUMNS : TRANSFORM_COLUMNS)
      .map(({ name }) => `"${name}"`)
      .join(', ');
    const query = `SELECT ${columns} FROM ${table} ORDER BY id`;
    expect(bookRows(again, query)).toEqual(bookRows(workspace, query));
  }
  expect(readFileSync(await exported('staging', 'third.csv', again), 'utf8')).toBe(readFileSync(file, 'utf8'));
});

describe('the file', () => {
  it('replaces one of the same name, in upper case endings too', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'out.CSV'), 'old');
    const run = await veriscope(['export', '--workspace', workspace, '--table', 'staging', '--out', 'out.CSV'], {
      cwd: folder,
    });
    expect(run.code).toBe(0);
    expect(readFileSync(join(folder, 'out.CSV'), 'utf8')).toBe(
      readFileSync(await exported('staging', 'same.csv'), 'utf8'),
    );
    expect(readdirSync(folder)).toEqual(['out.CSV']);
  });

  it('stays as it is where the export fails', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'out.csv'), 'old');
    const run = await veriscope(['export', '--workspace', 'none', '--table', 'staging', '--out', 'out.csv'], {
      cwd: folder,
    });
    expect(run.code).toBe(5);
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });

  it.skipIf(process.platform === 'win32')('is the old or the whole new one when Ctrl-C is pressed', async () => {
    const whole = readFileSync(await exported('transform', 'whole.csv'), 'utf8');
    for (const delay of [140, 180, 220]) {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'out.csv'), 'old');
      const child = startVeriscope(['export', '--workspace', workspace, '--table', 'transform', '--out', 'out.csv'], {
        cwd: folder,
      });
      setTimeout(() => child.kill('SIGINT'), delay);
      const { code } = await endOf(child);
      const content = readFileSync(join(folder, 'out.csv'), 'utf8');
      const found = content === 'old' ? 'old' : content === whole ? 'whole' : 'torn';
      // Without a code the signal came before the program listened, or after it was done.
      const allowed = code === 0 ? ['whole'] : code === 130 ? ['old'] : ['old', 'whole'];
      expect({ code, found, fits: allowed.includes(found) }).toEqual({ code, found, fits: true });
      expect(readdirSync(folder)).toEqual(['out.csv']);
    }
  });
});
