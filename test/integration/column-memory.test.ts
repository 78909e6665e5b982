import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CallAnswer, CallRequest } from '../../src/shared/contract/calls.ts';
import type { Result } from '../../src/shared/result.ts';
import { blockRecords } from '../../src/shared/row-block-cells.ts';
import { createApp, type App } from '../../src/main/app.ts';
import { ColumnMemory } from '../../src/main/engine/columns/column-memory.ts';
import type { WorkspaceColumns } from '../../src/main/engine/columns/workspace-columns.ts';
import { keepOpenAccess } from '../../src/main/engine/keep-open-access.ts';
import { csvText, transaction, transactions } from '../helpers/transaction-csv.ts';

const folder = mkdtempSync(join(tmpdir(), 'veriscope-columns-'));
const workspace = join(folder, 'columns.veriscope');
const access = keepOpenAccess();
let app: App;

beforeAll(async () => {
  app = createApp('0.0.0-test', { access });
  const file = join(folder, 'first.csv');
  writeFileSync(file, csvText(transactions(200)));
  valueOf(await app.invoke('import.csv', { file, workspace }));
});
afterAll(async () => {
  await access.dispose();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

const request: CallRequest<'dashboard.read'> = {
  workspace,
  scope: 'all',
  selection: {},
  queries: [
    {
      name: 'total',
      query: {
        kind: 'group',
        by: [],
        measures: [
          { kind: 'count', name: 'n' },
          { kind: 'maximum', name: 'longest', column: 'total_time_ms' },
        ],
      },
    },
  ],
};
const totalOf = ({ answers }: CallAnswer<'dashboard.read'>): unknown => {
  const { total } = answers;
  return total === undefined ? null : blockRecords(total)[0];
};

it('holds columns for one state of a workspace: after an import they are those of the next', async () => {
  const before = valueOf(await app.invoke('dashboard.read', request));
  expect(before).toMatchObject({ rows: 200, ofRows: 200 });
  const file = join(folder, 'second.csv');
  writeFileSync(file, csvText([transaction(900, { total_time_ms: '987654' })]));
  valueOf(await app.invoke('import.csv', { file, workspace }));
  const after = valueOf(await app.invoke('dashboard.read', request));
  expect(after).toMatchObject({ rows: 201, ofRows: 201 });
  expect(after.stamp).not.toBe(before.stamp);
  expect(totalOf(after)).toEqual({ n: 201, longest: 987_654 });
});

it('answers calls that come together as it answers them one by one', async () => {
  const filters = [100, 300, 500, 700].map((from) => [
    { kind: 'range' as const, column: 'total_time_ms', from, to: null },
  ]);
  const ask = (some: (typeof filters)[number]): Promise<Result<CallAnswer<'dashboard.read'>>> =>
    app.invoke('dashboard.read', { ...request, selection: { filters: some }, brushing: 'total_time_ms' });
  const together = (await Promise.all(filters.map(ask))).map((answer) => totalOf(valueOf(answer)));
  for (const [index, some] of filters.entries()) {
    const alone = valueOf(await app.invoke('dashboard.read', { ...request, selection: { filters: some } }));
    expect(together[index]).toEqual(totalOf(alone));
  }
});

it('is left unharmed by a call that is cancelled while columns are loaded', async () => {
  const stop = new AbortController();
  const other = createApp('0.0.0-test', { access });
  const answer = await other.invoke('dashboard.read', request, {
    signal: stop.signal,
    onProgress: ({ stage }) => {
      expect(stage).toBe('columns');
      stop.abort();
    },
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
  expect(valueOf(await other.invoke('dashboard.read', request)).rows).toBe(201);
});

it.each([
  [{ kind: 'group', by: [], measures: [{ kind: 'mean', name: 'm', column: 'convenio' }] }, 'USAGE'],
  [{ kind: 'group', by: [], measures: [{ kind: 'mean', name: 'm', column: 'total_time' }] }, 'UNKNOWN_COLUMN'],
  [{ kind: 'group', by: [], measures: [{ kind: 'count', name: 'm', where: 'executed:nobody' }] }, 'USAGE'],
  [{ kind: 'histogram', column: 'date', bins: 10 }, 'USAGE'],
] as const)('refuses %j, as its statement is refused', async (query, code) => {
  const named = { name: 'one', query: query as unknown as CallRequest<'dashboard.read'>['queries'][number]['query'] };
  const { queries: _, ...selected } = request;
  const [read, sql] = await Promise.all([
    app.invoke('dashboard.read', { ...selected, queries: [named] }),
    app.invoke('dashboard.sql', { ...selected, query: named }),
  ]);
  expect(read).toMatchObject({ ok: false, error: { code } });
  expect(sql).toEqual(read);
});

it('loads what is asked for at the same time as it does one after the other', async () => {
  const asked = { workspace, scope: 'without-retries' as const, selection: { filters: [], search: 'ok' } };
  const questions: readonly ((columns: WorkspaceColumns) => Promise<unknown>)[] = [
    (columns) => columns.coded(['"total_time_ms"', '"convenio"']),
    async (columns) => (await columns.processes()).of,
    async (columns) => (await columns.mask(asked)).bits,
    (columns) => columns.truths(['"total_time_ms" > 300']),
    (columns) => columns.cells([0, 3, 5], ['"documento"']),
    async (columns) => (await columns.mask({ ...asked, selection: { filters: [], search: 'convenio_1' } })).bits,
    (columns) => columns.coded(['"convenio"', '"summary_desc"']),
  ];
  const use = <T>(ask: (columns: WorkspaceColumns) => Promise<T>): Promise<T> =>
    new ColumnMemory().use(
      { workspace, access, signal: new AbortController().signal, onProgress: () => undefined },
      ask,
    );
  const together = await use((columns) => Promise.all(questions.map((question) => question(columns))));
  const apart = await use(async (columns) => {
    const answers: unknown[] = [];
    for (const question of questions) answers.push(await question(columns));
    return answers;
  });
  expect(together).toEqual(apart);
  expect(apart).toContainEqual(expect.any(Uint8Array));
});
