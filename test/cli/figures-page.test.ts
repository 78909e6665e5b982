import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/main/app.ts';
import type { Figures, Proportion } from '../../src/shared/contract/figures.ts';
import type { ViewContent } from '../../src/shared/contract/saved-view.ts';
import { DASHBOARD_PAGES } from '../../src/shared/dashboards/declared-query.ts';
import { succeed, veriscope, veriscopeJson } from '../helpers/cli.ts';
import { folderOfFile } from '../helpers/temporary-folder.ts';

const ROWS = 3000;
const cwd = folderOfFile();
const WORKSPACE = ['--workspace', 'some.veriscope'];
const VIEW: ViewContent = {
  name: 'First attempts of one client',
  page: 'retries',
  scope: 'first-attempts',
  selection: {
    filters: [{ kind: 'values', column: 'convenio', values: ['convenio_1'], exclude: false }],
    search: '',
  },
  inReport: false,
};

beforeAll(async () => {
  await succeed(['sample', '--rows', String(ROWS), '--seed', '7', '--out', 'sample.csv'], { cwd });
  await succeed(['import', 'sample.csv', ...WORKSPACE], { cwd });
  const app = createApp('0.0.0-test');
  const workspace = join(cwd, 'some.veriscope');
  const saved = await app.invoke('views.change', { workspace, change: { kind: 'add', views: [VIEW] } });
  if (!saved.ok) throw new Error(saved.error.message);
});

interface PageAnswer {
  readonly rows: number;
  readonly ofRows: number;
  readonly findings: readonly string[];
  readonly tables: readonly {
    readonly name: string;
    readonly columns: readonly { readonly name: string }[];
    readonly rows: readonly (readonly (string | number | null)[])[];
  }[];
  readonly answers: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

async function pageOf(...args: readonly string[]): Promise<PageAnswer> {
  const { answer } = await veriscopeJson(['figures', ...WORKSPACE, ...args], { cwd });
  expect(answer).toMatchObject({ ok: true });
  return answer as unknown as PageAnswer;
}

function cell(page: PageAnswer, table: string, row: string, column: string): unknown {
  const found = page.tables.find(({ name }) => name === table);
  const at = found?.columns.findIndex(({ name }) => name === column) ?? -1;
  return found?.rows.find(([first]) => first === row)?.[at];
}

describe('figures --page', () => {
  it.each(
    DASHBOARD_PAGES.flatMap((page) => [
      [page, 'en', 'FINDINGS'],
      [page, 'es', 'HALLAZGOS'],
    ]),
  )('prints %s in %s, findings first, no line wider than 100', async (page, language, findings) => {
    const { code, out, err } = await veriscope(['figures', ...WORKSPACE, '--page', page, '--language', language], {
      cwd,
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [, , , fourth] = out.split('\n');
    expect(fourth).toBe(findings);
    expect(out.split('\n').filter((line) => Array.from(line).length > 100)).toEqual([]);
    expect(out).not.toMatch(/undefined|NaN|\[object/);
  });

  it('gives the same rates as all figures together', async () => {
    const { answer } = await veriscopeJson(['figures', ...WORKSPACE], { cwd });
    const figures = answer as unknown as Figures;
    const clients = await pageOf('--page', 'clients');
    const rate = (figure: string): unknown[] =>
      ['n', 'k', 'rate', 'rate_low', 'rate_high'].map((column) => cell(clients, 'rates', figure, column));
    const parts = ({ n, k, rate: share, low, high }: Proportion): unknown[] => [n, k, share, low, high];
    const { overall } = figures.processes;
    expect(rate('Acceptance')).toEqual(parts(figures.acceptance.overall));
    expect(rate('First-try acceptance')).toEqual(parts(overall.firstTry));
    expect(rate('Final acceptance')).toEqual(parts(overall.final));
    expect(rate('Recovery')).toEqual(parts(overall.recovery));
    expect(rate('PAD reject rate')).toEqual(parts(figures.padRejects.overall));
    expect(rate('Technical failures')).toEqual(parts(figures.technicalFailures.overall));
    const quality = await pageOf('--page', 'quality');
    expect(cell(quality, 'rates', 'PAD reject rate', 'k')).toBe(figures.padRejects.overall.k);
    const times = await pageOf('--page', 'times');
    for (const { name, meanPerTransaction, p95 } of figures.times.microservices) {
      expect(cell(times, 'services', name, 'per_transaction')).toBeCloseTo(meanPerTransaction ?? Number.NaN, 9);
      expect(cell(times, 'percentiles', name, 'p95')).toBeCloseTo(p95 ?? Number.NaN, 9);
    }
  });

  it('counts the attempts that the scope says, of the rows that the filters leave', async () => {
    const all = await pageOf('--page', 'clients');
    expect([all.rows, all.ofRows]).toEqual([ROWS, ROWS]);
    const [first, last] = [
      await pageOf('--page', 'clients', '--scope', 'first-attempts'),
      await pageOf('--page', 'clients', '--scope', 'without-retries'),
    ];
    expect(first.rows).toBe(last.rows);
    expect(first.rows).toBeLessThan(ROWS);
    const errors = await pageOf('--page', 'clients', '--where', 'summary_status=error');
    const ok = await pageOf('--page', 'clients', '--where', 'summary_status=ok');
    const both = await pageOf('--page', 'clients', '--where', 'summary_status=ok', 'summary_status=error');
    expect(errors.rows + ok.rows).toBe(ROWS);
    expect(both.rows).toBe(ROWS);
    const none = await pageOf('--page', 'clients', '--where', 'summary_status=ok', '--where', 'summary_code=302');
    expect(none.rows).toBe(0);
  });

  it('gives programs every answer as the engine gave it', async () => {
    const { answers, tables } = await pageOf('--page', 'clients');
    const sum = answers['byClient']?.reduce((total, { n }) => total + Number(n), 0);
    expect(sum).toBe(ROWS);
    expect(tables.find(({ name }) => name === 'byClient')?.rows).toHaveLength(answers['byClient']?.length ?? -1);
  });

  it('says which column it does not know', async () => {
    const { code, answer } = await veriscopeJson(
      ['figures', ...WORKSPACE, '--page', 'clients', '--where', 'convenioo=x'],
      { cwd },
    );
    expect({ code, answer }).toMatchObject({ code: 2, answer: { ok: false, error: { code: 'UNKNOWN_COLUMN' } } });
  });

  it('refuses a scope without a page, and a table with one', async () => {
    const scope = await veriscopeJson(['figures', ...WORKSPACE, '--scope', 'first-attempts'], { cwd });
    expect(scope).toMatchObject({ code: 2, answer: { error: { code: 'USAGE' } } });
    const table = await veriscope(['figures', ...WORKSPACE, '--page', 'clients', '--table', 'no_retries'], { cwd });
    expect(table.code).toBe(2);
    expect(table.err).toContain('--page');
  });
});

describe('figures --view', () => {
  it('prints the page of a saved view under its scope and filters', async () => {
    const view = await pageOf('--view', VIEW.name);
    const same = await pageOf('--page', 'retries', '--scope', 'first-attempts', '--where', 'convenio=convenio_1');
    expect(view).toEqual(same);
    expect(view.rows).toBeGreaterThan(0);
    const { out } = await veriscope(['figures', ...WORKSPACE, '--view', VIEW.name], { cwd });
    expect(out).toMatch(/^Retries · first attempts · convenio is convenio_1\n/);
  });

  it('names the views that there are where there is none of that name', async () => {
    const { code, answer } = await veriscopeJson(['figures', ...WORKSPACE, '--view', 'first attempt of a client'], {
      cwd,
    });
    expect({ code, answer }).toMatchObject({ code: 2, answer: { ok: false, error: { code: 'USAGE' } } });
    expect(JSON.stringify(answer)).toContain(VIEW.name);
  });

  it('is a page, a scope and filters of its own', async () => {
    const { code, err } = await veriscope(['figures', ...WORKSPACE, '--view', VIEW.name, '--page', 'clients'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('--page');
  });
});
