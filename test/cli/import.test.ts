import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { refusalOf, succeed, veriscope, veriscopeJson } from '../helpers/cli.ts';
import { folderOfFile, temporaryFolder } from '../helpers/temporary-folder.ts';
import { COLUMN_NAMES, csvText, transaction, transactions } from '../helpers/transaction-csv.ts';

const cwd = folderOfFile();
const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);

/** Ten good rows, a duplicate, three rejects and two findings. */
const MIXED = csvText([
  ...transactions(10),
  transaction(9),
  transaction(20, { total_time_ms: 'soon' }),
  transaction(21, { file_token: '' }),
  transaction(3, { http_code: '503' }),
  transaction(22, { prob_ibeta2_full_far_img: '1.5' }),
  transaction(23, { summary_code: '9998' }),
]);

describe('sample', () => {
  it('writes the same file for the same seed and says what it wrote', async () => {
    await succeed(['sample', '--rows', '400', '--seed', '7', '--out', 'sample.csv'], { cwd });
    const run = await veriscope(['sample', '--rows', '400', '--seed', '7', '--out', 'again.csv'], { cwd });
    expect(run).toMatchObject({
      code: 0,
      out: like(/^Wrote 400 transactions \([\d.]+ kB\) to again\.csv\n$/),
    });
    expect(readFileSync(join(cwd, 'again.csv'), 'utf8')).toBe(readFileSync(join(cwd, 'sample.csv'), 'utf8'));
  });

  it('compresses, writes JSON, and answers as JSON', async () => {
    const { answer, code } = await veriscopeJson(
      ['sample', '--rows', '3', '--format', 'json', '--out', 'documents.json.gz'],
      { cwd },
    );
    expect({ code, ok: answer['ok'], rows: answer['rows'], file: answer['file'] }).toEqual({
      code: 0,
      ok: true,
      rows: 3,
      file: 'documents.json.gz',
    });
    expect(JSON.parse(gunzipSync(readFileSync(join(cwd, 'documents.json.gz'))).toString())).toHaveLength(3);
  });
});

describe('import', () => {
  it('tells the books, the reasons and the findings in words, and on stdout nothing else', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'mixed.csv'), MIXED);
    const { code, out, err } = await veriscope(['import', 'mixed.csv', '--workspace', 'new.veriscope'], {
      cwd: folder,
    });
    expect(code).toBe(0);
    expect(out).toMatch(/^Imported mixed\.csv in \d+\.\d\d s \(run 1, SHA-256 [0-9a-f]{64}\)\.\n/);
    expect(out).toContain('  read 16 = loaded 12 + rejected 3 + duplicates 1\n');
    expect(out).toContain('    rejected, not-a-number: 1\n');
    expect(out).toContain('    rejected, key-missing: 1\n');
    expect(out).toContain('    rejected, conflict: 1\n');
    expect(out).toContain('  staging 12 · transform 12 · no_retries 5\n');
    expect(out).toContain('    prob_ibeta2_full_far_img: out of its range in 1 row (first: line 16)\n');
    expect(out).toContain('    summary_code: a code that the catalogue does not know in 1 row (first: line 17)\n');
    expect(err).toMatch(/^survey /m);
    expect(err).not.toMatch(/Imported|loaded/);
  });

  it('answers as JSON with the ledger and the tables, and imports the same file once', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'mixed.csv'), MIXED);
    const args = ['import', 'mixed.csv', '--workspace', 'new.veriscope'];
    const first = await veriscopeJson(args, { cwd: folder });
    expect(first).toMatchObject({
      code: 0,
      answer: {
        ok: true,
        outcome: 'imported',
        run: 1,
        fileName: 'mixed.csv',
        ledger: { read: 16, loaded: 12, rejected: 3, duplicates: 1 },
        tables: { staging: 12, transform: 12, no_retries: 5 },
      },
    });
    const again = await veriscopeJson(args, { cwd: folder });
    expect(again).toMatchObject({
      code: 0,
      answer: { ok: true, outcome: 'already', run: 1, ledger: { read: 16, loaded: 0, rejected: 3, duplicates: 13 } },
    });
    const inWords = await veriscope(args, { cwd: folder });
    expect(inWords.code).toBe(0);
    expect(inWords.out).toMatch(/^mixed\.csv was imported before, as run 1: nothing changed\.\n/);
  });

  it('takes dates without offset in the zone that it is told', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'zoneless.csv'), csvText([transaction(1, { date: '2025-01-08 10:00:00' })]));
    const args = ['import', 'zoneless.csv', '--workspace', 'zone.veriscope', '--default-zone', 'America/Bogota'];
    expect(await veriscope(args, { cwd: folder })).toMatchObject({
      code: 0,
      out: like(/date: no offset in 1 row \(first: line 2\); read in the default zone/),
    });
    const { out } = await veriscope(
      ['query', 'SELECT date FROM staging', '--workspace', 'zone.veriscope', '--format', 'csv'],
      { cwd: folder },
    );
    expect(out).toBe('date\n2025-01-08 10:00:00.000000-05:00\n');
  });

  it('reads a file as it is told, and remembers how', async () => {
    const folder = temporaryFolder();
    const header = COLUMN_NAMES.map((name) => (name === 'date' ? 'Fecha = hora' : name));
    const rows = [transaction(1, { service: 'Cañón', prob_ibeta2_full_near_img: '0,125' })];
    writeFileSync(join(folder, 'other.csv'), Buffer.from(csvText(rows, { header, delimiter: '\t' }), 'latin1'));
    const args = ['import', 'other.csv', '--workspace', 'w', '--delimiter', 'tab', '--encoding', 'windows-1252'];
    const columns = ['--decimal-comma', '--column', 'Fecha = hora=date', '--column', 'documento='];
    expect((await veriscopeJson([...args, ...columns], { cwd: folder })).answer).toMatchObject({
      ledger: { read: 1, loaded: 1, rejected: 0, duplicates: 0 },
    });
    const { answer } = await veriscopeJson(['info', '--workspace', 'w'], { cwd: folder });
    expect(answer['runs']).toMatchObject([
      {
        settings: {
          delimiter: '\t',
          encoding: 'windows-1252',
          decimalComma: true,
          columnNames: { 'Fecha = hora': 'date', documento: null },
        },
      },
    ]);
  });

  it('refuses a column that the file does not have, a target that is none and a delimiter that is none', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'plain.csv'), csvText(transactions(2)));
    const refused = (...args: readonly string[]) =>
      refusalOf(['import', 'plain.csv', '--workspace', 'w', ...args], { cwd: folder });
    expect(await refused('--column', 'servise=service')).toEqual({
      exit: 2,
      error: 'UNKNOWN_COLUMN',
      message: 'The file has no column "servise".',
    });
    expect(await refused('--column', 'service=servise')).toMatchObject({ exit: 2, error: 'USAGE' });
    expect(await refused('--delimiter', '7')).toMatchObject({ exit: 2, error: 'USAGE' });
    expect(existsSync(join(folder, 'w'))).toBe(false);
  });
});
