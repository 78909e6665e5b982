import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { DuckDbSession } from '../../src/main/engine/duckdb-session.ts';
import { refusalOf, succeed, veriscope, veriscopeJson } from '../helpers/cli.ts';
import { folderOfFile, temporaryFolder } from '../helpers/temporary-folder.ts';
import { COLUMN_NAMES, csvText, transaction, transactions } from '../helpers/transaction-csv.ts';

const cwd = folderOfFile();
const W = ['--workspace', 'w.veriscope'];

beforeAll(async () => {
  writeFileSync(join(cwd, 'good.csv'), csvText(transactions(9)));
  await succeed(['import', 'good.csv', ...W], { cwd });
});

const refused = (exit: number, error: string, message = /./): unknown => ({
  exit,
  error,
  message: expect.stringMatching(message) as unknown,
});

describe('exit code 2', () => {
  it.each([
    [['nonsense'], /Unknown command 'nonsense'\./],
    [['improt', 'good.csv', ...W], /Unknown command 'improt' \(did you mean import\?\)\./],
    [['info', ...W, '--bogus'], /Unknown option '--bogus'\./],
    [['info', ...W, '--workspcae', 'x'], /Unknown option '--workspcae' \(did you mean --workspace\?\)\./],
    [['info'], /Required option '--workspace <dir>' not specified\./],
    [['import', ...W], /Missing required argument 'file'\./],
    [['import', 'good.csv', 'more.csv', ...W], /Too many arguments for 'import'/],
    [['import', 'good.csv', '--workspace', ''], /--workspace <dir>.*It is empty: give a folder\./],
    [['import', 'good.csv', ...W, '--max-rejects', 'few'], /Give a whole number of at least 0\./],
    [['import', 'good.csv', ...W, '--max-rejects', '-1'], /Give a whole number of at least 0\./],
    [['import', 'good.csv', ...W, '--default-zone', 'Mars/Base'], /"Mars\/Base" is no time zone\./],
    [['sample', '--out', 'x.csv', '--rows', '0'], /Give a whole number from 1 to 100000000\./],
    [['sample', '--out', 'x.csv', '--rows', '1e3'], /Give a whole number from 1 to 100000000\./],
    [['sample', '--out', 'x.csv', '--seed', '4294967296'], /Give a whole number from 0 to 4294967295\./],
    [['sample', '--out', 'x.csv', '--preset', 'may'], /Allowed choices are january-2025\./],
    [['figures', ...W, '--where', 'convenio'], /Give column=value; column= selects the missing ones\./],
    [['figures', ...W, '--language', 'fr'], /Allowed choices are en, es\./],
    [['figures', ...W, '--where', 'summary_code=many'], /summary_code holds whole numbers/],
    [['export', ...W, '--table', 'all', '--out', 'x.csv'], /Allowed choices are staging, transform, no_retries\./],
    [['export', ...W, '--table', 'staging', '--out', 'x.xlsx'], /x\.xlsx is not known by its ending\./],
    [['export', ...W, '--table', 'staging', '--out', 'x'], /is not known by its ending\./],
  ])('USAGE: %j', async (args, message) => {
    const { code, out, err } = await veriscope(args, { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const [first, hint, error] = err.trimEnd().split('\n');
    expect(first).toMatch(/^veriscope: /);
    expect(first).toMatch(message);
    expect(hint).toMatch(/^ {2}\S/);
    expect(error).toBe('  (USAGE)');
  });

  it('USAGE: as JSON too, whoever finds it', async () => {
    expect(await refusalOf(['info', ...W, '--bogus'], { cwd })).toEqual(
      refused(2, 'USAGE', /Unknown option '--bogus'\./),
    );
    expect(await refusalOf(['sample', '--out', 'x.csv', '--rows', '0'], { cwd })).toEqual(
      refused(2, 'USAGE', /Give a whole number from 1/),
    );
    expect(await refusalOf(['export', ...W, '--table', 'staging', '--out', 'x'], { cwd })).toEqual(
      refused(2, 'USAGE', /is not known by its ending\./),
    );
  });

  it('without a command shows the help', async () => {
    const { code, out, err } = await veriscope([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^Usage: veriscope /);
  });

  it('UNKNOWN_COLUMN: names the nearest', async () => {
    expect(await refusalOf(['figures', ...W, '--where', 'convnio=a'], { cwd })).toEqual(
      refused(2, 'UNKNOWN_COLUMN', /transform has no column "convnio"; the nearest is "convenio"\./),
    );
  });

  it('OUTPUT_NOT_WRITABLE: a folder that is missing, a file for a folder, a folder for a file', async () => {
    mkdirSync(join(cwd, 'folder.csv'));
    const table = ['--table', 'transform'];
    expect(await refusalOf(['export', ...W, ...table, '--out', join('none', 'x.csv')], { cwd })).toEqual(
      refused(2, 'OUTPUT_NOT_WRITABLE', /none does not exist\./),
    );
    expect(await refusalOf(['export', ...W, ...table, '--out', join('good.csv', 'x.csv')], { cwd })).toEqual(
      refused(2, 'OUTPUT_NOT_WRITABLE', /good\.csv is not a folder\./),
    );
    expect(await refusalOf(['export', ...W, ...table, '--out', 'folder.csv'], { cwd })).toEqual(
      refused(2, 'OUTPUT_NOT_WRITABLE', /folder\.csv is a folder\./),
    );
    expect(await refusalOf(['sample', '--rows', '5', '--out', join('none', 'x.csv')], { cwd })).toEqual(
      refused(2, 'OUTPUT_NOT_WRITABLE'),
    );
    expect(await refusalOf(['sample', '--rows', '5', '--out', 'folder.csv'], { cwd })).toEqual(
      refused(2, 'OUTPUT_NOT_WRITABLE'),
    );
    expect(await refusalOf(['report', ...W, '--out', join('none', 'x.html')], { cwd })).toEqual(
      refused(2, 'OUTPUT_NOT_WRITABLE'),
    );
    expect(readdirSync(cwd).filter((name) => name.endsWith('.partial'))).toEqual([]);
    expect(readdirSync(join(cwd, 'folder.csv'))).toEqual([]);
  });
});

describe('exit code 3', () => {
  it.each([
    ['SOURCE_NOT_FOUND', 'none.csv', null, /There is no file none\.csv\./],
    ['SOURCE_NOT_READABLE', '.', null, /\. is not a file\./],
    ['SOURCE_EMPTY', 'empty.csv', '', /empty\.csv is empty\./],
    ['SOURCE_EMPTY', 'blank.csv', '\n\n', /blank\.csv holds no header\./],
    ['SOURCE_DAMAGED', 'cut.csv.gz', gzipSync(csvText(transactions(50))).subarray(0, 900), /damaged or cut short\./],
    ['REQUIRED_COLUMN_MISSING', 'other.csv', 'a,b,file_tokn\n1,2,3\n', /"file_token" \(is it "file_tokn"\?\)/],
    ['COLUMN_REPEATED', 'twice.csv', `${COLUMN_NAMES.join(',')},DATE\n`, /"date" stands twice/],
  ] as const)('%s: %s', async (error, name, content, message) => {
    if (content !== null) writeFileSync(join(cwd, name), content);
    expect(await refusalOf(['import', name, '--workspace', 'never.veriscope'], { cwd })).toEqual(
      refused(3, error, message),
    );
    expect(existsSync(join(cwd, 'never.veriscope'))).toBe(false);
  });
});

it('exit code 4: more rejects than allowed, and the workspace is as before', async () => {
  const rows = [transaction(50), transaction(51, { http_code: 'x' }), transaction(52, { http_code: 'y' })];
  writeFileSync(join(cwd, 'bad.csv'), csvText(rows));
  const before = await veriscope(['info', ...W], { cwd });
  expect(await refusalOf(['import', 'bad.csv', ...W, '--max-rejects', '1'], { cwd })).toEqual(
    refused(4, 'TOO_MANY_REJECTS', /2 rows would be rejected, more than the limit of 1/),
  );
  expect(
    await refusalOf(['import', 'bad.csv', '--workspace', 'never.veriscope', '--max-rejects', '0'], { cwd }),
  ).toEqual(refused(4, 'TOO_MANY_REJECTS'));
  expect(await veriscope(['info', ...W], { cwd })).toEqual(before);
  expect(existsSync(join(cwd, 'never.veriscope'))).toBe(false);
  const allowed = await veriscopeJson(['import', 'bad.csv', ...W, '--max-rejects', '2'], { cwd });
  expect(allowed.answer).toMatchObject({ ok: true, ledger: { read: 3, loaded: 1, rejected: 2, duplicates: 0 } });
});

describe('exit code 5', () => {
  it('WORKSPACE_NOT_FOUND: no workspace to read, no room for one to write', async () => {
    expect(await refusalOf(['info', '--workspace', 'none'], { cwd })).toEqual(
      refused(5, 'WORKSPACE_NOT_FOUND', /There is no workspace at .*none\./),
    );
    mkdirSync(join(cwd, 'full'));
    writeFileSync(join(cwd, 'full', 'notes.txt'), 'mine');
    expect(await refusalOf(['import', 'good.csv', '--workspace', 'full'], { cwd })).toEqual(
      refused(5, 'WORKSPACE_NOT_FOUND', /full is not a workspace, and it is not empty\./),
    );
    expect(readdirSync(join(cwd, 'full'))).toEqual(['notes.txt']);
  });

  it('WORKSPACE_NOT_WRITABLE: a file stands in the way', async () => {
    expect(await refusalOf(['import', 'good.csv', '--workspace', join('good.csv', 'w')], { cwd })).toEqual(
      refused(5, 'WORKSPACE_NOT_WRITABLE'),
    );
  });

  it('WORKSPACE_DAMAGED: what is there is no database of ours', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'workspace.sqlite'), 'no database at all');
    expect(await refusalOf(['info', '--workspace', folder], { cwd })).toEqual(
      refused(5, 'WORKSPACE_DAMAGED', /is not a readable database\./),
    );
    expect(readFileSync(join(folder, 'workspace.sqlite'), 'utf8')).toBe('no database at all');
  });

  it('WORKSPACE_LOCKED: another process writes it', async () => {
    const holder = await DuckDbSession.open({ path: join(cwd, 'w.veriscope', 'lens.duckdb'), memory: 64 });
    try {
      writeFileSync(join(cwd, 'further.csv'), csvText(transactions(3, 200)));
      expect(await refusalOf(['import', 'further.csv', ...W], { cwd })).toEqual(
        refused(5, 'WORKSPACE_LOCKED', /open in another process\./),
      );
      expect(await refusalOf(['figures', ...W], { cwd })).toEqual(refused(5, 'WORKSPACE_LOCKED'));
      expect(await refusalOf(['query', 'SELECT 1', ...W], { cwd })).toEqual(refused(5, 'WORKSPACE_LOCKED'));
      // What only the book knows can still be told.
      expect((await veriscope(['info', ...W], { cwd })).code).toBe(0);
    } finally {
      holder.close();
    }
  });
});
