import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { succeed, veriscope, veriscopeJson } from '../helpers/cli.ts';
import { folderOfFile } from '../helpers/temporary-folder.ts';

const cwd = folderOfFile();
const WORKSPACE = ['--workspace', 'some.veriscope'];
const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);

beforeAll(async () => {
  await succeed(['sample', '--rows', '400', '--seed', '7', '--out', 'sample.csv'], { cwd });
  await succeed(['import', 'sample.csv', ...WORKSPACE], { cwd });
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
