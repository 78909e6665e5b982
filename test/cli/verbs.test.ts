import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '../../scripts/lib/paths.mjs';
import { endOf, startVeriscope, succeed, veriscope, veriscopeJson } from '../helpers/cli.ts';
import { folderOfFile, temporaryFolder } from '../helpers/temporary-folder.ts';
import { COLUMN_NAMES, csvText, transaction, transactions } from '../helpers/transaction-csv.ts';

const cwd = folderOfFile();
const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);
const WORKSPACE = ['--workspace', 'some.veriscope'];

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

beforeAll(async () => {
  writeFileSync(join(cwd, 'mixed.csv'), MIXED);
  await succeed(['sample', '--rows', '400', '--seed', '7', '--out', 'sample.csv'], { cwd });
  await succeed(['import', 'sample.csv', ...WORKSPACE], { cwd });
});

describe('sample', () => {
  it('writes the same file for the same seed and says what it wrote', async () => {
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
});

describe('info', () => {
  it('tells the tables, the books and the imports', async () => {
    const { code, out, err } = await veriscope(['info', ...WORKSPACE], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^some \(.*some\.veriscope, [\d.]+ kB\)\nstaging 400 · transform 400 · no_retries \d+\n/);
    expect(out).toContain('read 400 = loaded 400 + rejected 0 + duplicates 0\n');
    expect(out).toMatch(
      /^run {2}imported at .*\n-.*\n {2}1 {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}sample\.csv {2}[0-9a-f]{12} /m,
    );
  });

  it('checks the whole book where asked', async () => {
    const { code, answer } = await veriscopeJson(['info', ...WORKSPACE, '--check'], { cwd });
    expect({ code, answer }).toMatchObject({
      code: 0,
      answer: { ok: true, name: 'some', tables: { staging: 400 }, runs: [{ id: 1, fileName: 'sample.csv' }] },
    });
  });
});

describe('rejects', () => {
  const rejected = ['--workspace', 'rejected.veriscope'];
  beforeAll(async () => {
    await succeed(['import', 'mixed.csv', ...rejected], { cwd });
  });

  it('lists file, line, column, reason and the row itself', async () => {
    const { code, out } = await veriscope(['rejects', ...rejected], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(/^mixed\.csv:13 {2}not-a-number {2}total_time_ms\n {4}text,text,tok-20,.*,soon,/m);
    expect(out).toMatch(/^mixed\.csv:14 {2}key-missing {2}file_token\n/m);
    expect(out).toMatch(/^mixed\.csv:15 {2}conflict {2}\(the same key stands in mixed\.csv, line 5\)\n/m);
    expect(out).toMatch(/\n3 rejected rows\.\n$/);
  });

  it('answers as JSON, for one import or for all', async () => {
    expect((await veriscopeJson(['rejects', ...rejected], { cwd })).answer).toMatchObject({
      ok: true,
      total: 3,
      rejects: [{ line: 13, reason: 'not-a-number' }, { line: 14 }, { line: 15 }],
    });
    expect((await veriscopeJson(['rejects', ...rejected, '--run', '2'], { cwd })).answer).toMatchObject({ total: 0 });
  });

  it('gives the rows back as CSV, which can be mended and imported', async () => {
    const { code, out, err } = await veriscope(['rejects', ...rejected, '--csv'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [header, ...rows] = out.trimEnd().split('\n');
    expect(header).toBe(COLUMN_NAMES.join(','));
    expect(rows).toHaveLength(3);
    const mended = out
      .replace(',soon,', ',1500,')
      .replace('text,text,,', 'text,text,tok-21,')
      .replace(',503,', ',200,');
    writeFileSync(join(cwd, 'mended.csv'), mended);
    const again = await veriscopeJson(['import', 'mended.csv', ...rejected], { cwd });
    expect(again.answer).toMatchObject({ ledger: { read: 3, loaded: 2, rejected: 0, duplicates: 1 } });
  });

  it('asks which import is meant where several were rejected from', async () => {
    const folder = temporaryFolder();
    for (const name of ['one', 'two']) {
      writeFileSync(join(folder, `${name}.csv`), csvText([transaction(name.length + 40, { http_code: name })]));
      await succeed(['import', `${name}.csv`, '--workspace', 'w'], { cwd: folder });
    }
    const run = await veriscope(['rejects', '--workspace', 'w', '--csv'], { cwd: folder });
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('Choose one with --run: 1 (one.csv), 2 (two.csv).');
    const chosen = await veriscope(['rejects', '--workspace', 'w', '--csv', '--run', '2'], { cwd: folder });
    expect(chosen.out.split('\n')[1]).toContain(',two,');
  });

  it('says so where there is none, and shows nothing that a terminal would act on', async () => {
    expect(await veriscope(['rejects', ...WORKSPACE], { cwd })).toEqual({
      code: 0,
      out: 'No row was rejected.\n',
      err: '',
    });
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'odd.csv'), csvText([transaction(1, { service: '\u{1b}[2J\u{7}', http_code: 'x' })]));
    await succeed(['import', 'odd.csv', '--workspace', 'w'], { cwd: folder });
    const { out } = await veriscope(['rejects', '--workspace', 'w'], { cwd: folder });
    expect(out).toContain('\u{FFFD}[2J\u{FFFD}');
    // oxlint-disable-next-line no-control-regex -- the terminal's control characters are the point
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe('figures', () => {
  it.each([
    ['en', 'RATES', 'TRANSACTIONS BY CLIENT'],
    ['es', 'TASAS', 'TRANSACCIONES POR CLIENTE'],
  ])('prints the figures in %s, no line wider than 100', async (language, ...headings) => {
    const { code, out } = await veriscope(['figures', ...WORKSPACE, '--language', language], { cwd });
    expect(code).toBe(0);
    for (const heading of headings) expect(out).toContain(heading);
    expect(Math.max(...out.split('\n').map((line) => Array.from(line).length))).toBeLessThanOrEqual(100);
  });

  it('counts the last attempts only where asked', async () => {
    const all = await veriscopeJson(['figures', ...WORKSPACE], { cwd });
    const last = await veriscopeJson(['figures', ...WORKSPACE, '--table', 'no_retries'], { cwd });
    expect(all.answer).toMatchObject({ ok: true, scope: { table: 'transform', transactions: 400 } });
    const { scope } = all.answer as { scope: { processes: number } };
    expect(last.answer).toMatchObject({ scope: { table: 'no_retries', transactions: scope.processes } });
  });

  it('filters: alternatives in a column, conditions across columns, missing values', async () => {
    const transactionsWhere = async (...where: string[]): Promise<number> => {
      const args = where.flatMap((condition) => ['--where', condition]);
      const { answer } = await veriscopeJson(['figures', ...WORKSPACE, ...args], { cwd });
      return (answer as { scope: { transactions: number } }).scope.transactions;
    };
    const ok = await transactionsWhere('summary_status=ok');
    const failed = await transactionsWhere('summary_status=error');
    expect(ok).toBeGreaterThan(0);
    expect(failed).toBeGreaterThan(0);
    expect(await transactionsWhere('summary_status=ok', 'summary_status=error')).toBe(400);
    expect(await transactionsWhere('summary_status=ok', 'summary_code=302')).toBe(0);
    expect(await transactionsWhere('summary_status=error', 'x_attempt_number=1')).toBeLessThan(failed);
    expect(await transactionsWhere('score_liqe_near_img=')).toBeGreaterThan(0);
  });
});

describe('export', () => {
  it.each(['csv', 'parquet', 'json'])('writes %s and says what it wrote', async (ending) => {
    const out = `transform.${ending}`;
    const args = ['export', ...WORKSPACE, '--table', 'transform', '--out', out];
    const inWords = await veriscope(args, { cwd });
    expect(inWords.code).toBe(0);
    expect(inWords.out).toMatch(/^Wrote 400 rows of transform \([\d.]+ kB, SHA-256 [0-9a-f]{64}\) to .*\n$/);
    const { answer } = await veriscopeJson(args, { cwd });
    expect(answer).toMatchObject({ ok: true, format: ending, rows: 400, bytes: readFileSync(join(cwd, out)).length });
  });
});

describe('report', () => {
  it('writes one HTML file that needs no other', async () => {
    const run = await veriscope(['report', ...WORKSPACE, '--out', 'report.html'], { cwd });
    expect(run).toMatchObject({ code: 0, out: like(/^Wrote the report \(.*\) to .*report\.html\n$/) });
    const html = readFileSync(join(cwd, 'report.html'), 'utf8');
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html).not.toMatch(/<(script|link|img)[^>]*\b(src|href)="(?!data:)/);
    const { answer } = await veriscopeJson(['report', ...WORKSPACE, '--out', 'informe.html', '--language', 'es'], {
      cwd,
    });
    expect(answer).toMatchObject({ ok: true });
    expect(readFileSync(join(cwd, 'informe.html'), 'utf8')).toMatch(/<html[^>]* lang="es"/);
  });
});

describe('help and version', () => {
  it('prints the version', async () => {
    const { version } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as { version: string };
    expect(await veriscope(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('helps with every command, in 80 columns', async () => {
    const commands = ['', 'sample', 'import', 'info', 'rejects', 'figures', 'query', 'export', 'report'];
    for (const command of commands) {
      const { code, out, err } = await veriscope([...(command === '' ? [] : [command]), '--help']);
      expect({ command, code, err }).toEqual({ command, code: 0, err: '' });
      expect(out).toMatch(new RegExp(`^Usage: veriscope ${command}`));
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    }
    const { out } = await veriscope(['--help']);
    expect(out.match(/^  [a-z]+(?= )/gm)?.map((name) => name.trim())).toEqual([...commands.slice(1), 'help']);
  });
});

describe.skipIf(process.platform === 'win32')('the output', () => {
  it('may be closed early by who reads it', async () => {
    const child = startVeriscope(
      ['query', 'FROM range(300000)', ...WORKSPACE, '--limit', '300000', '--format', 'csv'],
      { cwd },
    );
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await endOf(child)).toMatchObject({ code: 0, err: '' });
  });

  it.skipIf(!existsSync('/dev/full'))('tells that it cannot be written', () => {
    const command = `"${process.execPath}" bin/veriscope.mjs query "FROM range(10)" --workspace "${join(cwd, 'some.veriscope')}" > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8', cwd: projectPath() });
    expect(status).toBe(2);
    expect(stderr).toContain('The answer could not be written (ENOSPC).');
  });
});

it('a command that only reads makes nothing in a folder that is no workspace', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'empty'));
  mkdirSync(join(folder, 'other'));
  writeFileSync(join(folder, 'other', 'notes.txt'), 'mine');
  mkdirSync(join(folder, 'text'));
  writeFileSync(join(folder, 'text', 'workspace.sqlite'), 'no database');
  const before = readdirSync(folder, { recursive: true });
  const commands = [
    ['info'],
    ['rejects'],
    ['figures'],
    ['query', 'SELECT 1'],
    ['export', '--table', 'staging', '--out', 'out.csv'],
    ['report', '--out', 'out.html'],
  ];
  for (const workspace of ['missing', 'empty', 'other', 'text', join('other', 'notes.txt')]) {
    const runs = await Promise.all(
      commands.map((command) => veriscope([...command, '--workspace', workspace], { cwd: folder })),
    );
    expect({ workspace, codes: runs.map(({ code }) => code) }).toEqual({ workspace, codes: commands.map(() => 5) });
    expect(runs.map(({ out }) => out).join('')).toBe('');
  }
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
  expect(readFileSync(join(folder, 'text', 'workspace.sqlite'), 'utf8')).toBe('no database');
});
