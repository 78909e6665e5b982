import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CALLS, type CallName } from '../../src/shared/contract/calls.ts';
import { ImportProgress } from '../../src/shared/contract/import-progress.ts';
import type { Result } from '../../src/shared/result.ts';
import { blockRecords, blockRows } from '../../src/shared/row-block-cells.ts';
import type { CallClient } from '../../src/shared/rpc/call-client.ts';
import { csvText, transactions } from '../helpers/transaction-csv.ts';
import { eventually } from '../helpers/web-host.ts';
import { LOADED, makePlace, REQUESTS, type ContractPlace } from './contract-requests.ts';

/** A host under test. */
export interface ContractHost {
  /** A further window. */
  connect(): Promise<CallClient>;
  stop(): Promise<unknown>;
}

const NAMES = Object.keys(REQUESTS) as CallName[];
const LARGE = 12_000;

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message} ${result.error.hint}`);
  return result.value;
}

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);

/** What every transport must do. `start` is given a folder of its own. */
export function contractSuite(transport: string, start: (folder: string) => Promise<ContractHost>): void {
  describe(`the contract over ${transport}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'veriscope-contract-'));
    let host: ContractHost;
    let client: CallClient;
    let place: ContractPlace;

    beforeAll(async () => {
      host = await start(folder);
      client = await host.connect();
      place = await makePlace(folder, client);
    });
    afterAll(async () => {
      client.close();
      await host.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    });

    it('lists every call', () => {
      expect(NAMES.toSorted()).toEqual((Object.keys(CALLS) as CallName[]).toSorted());
    });

    it.each(NAMES)('answers %s by its schema, and with nothing beside it', async (name) => {
      const answer = valueOf(await client.invoke(name, REQUESTS[name](place)));
      expect(CALLS[name].answer.parse(answer)).toEqual(answer);
    });

    it('refuses a call that there is none of, in words', async () => {
      const unknown = 'workspace.destroy' as 'model.card';
      expect(await client.invoke(unknown, {})).toMatchObject({ ok: false, error: { code: 'USAGE' } });
      expect(codeOf(await client.invoke('__proto__' as 'model.card', {}))).toBe('USAGE');
    });

    it.each([
      ['workspace.info', {}],
      ['workspace.info', { workspace: '' }],
      ['workspace.info', { workspace: 7 }],
      ['grid.rows', { workspace: 'x', table: 'secrets', columns: [], offset: 0 }],
      ['grid.rows', { workspace: 'x', table: 'transform', columns: [], offset: -1 }],
      ['query.run', { workspace: 'x', sql: '' }],
      ['import.csv', null],
      ['report.write', []],
    ] as const)('refuses %s with the request %o', async (name, request) => {
      expect(await client.invoke(name, request as never)).toMatchObject({ ok: false, error: { code: 'USAGE' } });
    });

    it('answers failures with their codes, a sentence and a hint', async () => {
      const { workspace } = place;
      const nowhere = join(folder, 'nowhere.veriscope');
      const answers = [
        await client.invoke('workspace.info', { workspace: nowhere }),
        await client.invoke('grid.rows', { workspace: nowhere, table: 'transform', columns: [], offset: 0 }),
        await client.invoke('import.csv', { workspace: nowhere, file: join(folder, 'nothing.csv') }),
        await client.invoke('query.run', { workspace, sql: 'CREATE TABLE stolen AS SELECT 1' }),
        await client.invoke('query.run', { workspace, sql: 'SELECT nothing FROM transform' }),
        await client.invoke('table.export', { workspace, table: 'transform', out: join(folder, 'no', 'such.csv') }),
        await client.invoke('transaction.read', { workspace, id: 1_000_000 }),
        await client.invoke('grid.values', { workspace, table: 'transform', column: 'secret', selection: {} }),
      ];
      expect(answers.map(codeOf)).toEqual([
        'WORKSPACE_NOT_FOUND',
        'WORKSPACE_NOT_FOUND',
        'SOURCE_NOT_FOUND',
        'QUERY_REFUSED',
        'QUERY_FAILED',
        'OUTPUT_NOT_WRITABLE',
        'ROW_NOT_FOUND',
        'UNKNOWN_COLUMN',
      ]);
      for (const answer of answers) {
        const { message, hint } = answer.ok ? { message: '', hint: '' } : answer.error;
        expect(message).not.toBe('');
        expect(hint).toMatch(/^[A-Z].*\.$/);
      }
    });

    it('carries blocks of numbers, truths and texts unharmed', async () => {
      const sql = `SELECT range::DOUBLE / 7 AS number, range % 3 = 0 AS truth, 'ü' || range AS words,
        CASE WHEN range % 2 = 0 THEN range::DOUBLE END AS gaps FROM range(20000)`;
      const { block, truncated } = valueOf(await client.invoke('query.run', { workspace: place.workspace, sql }));
      expect({ rows: block.rows, truncated }).toEqual({ rows: 20_000, truncated: false });
      const rows = blockRows(block);
      for (const row of [0, 1, 2, 9999, 19_999])
        expect(rows[row]).toEqual([row / 7, row % 3 === 0, `ü${row}`, row % 2 === 0 ? row : null]);
    });

    it('carries an answer of sixteen megabytes', async () => {
      const sql =
        'SELECT range::DOUBLE AS a, range::DOUBLE * 2.5 AS b, range::DOUBLE AS c, -range::DOUBLE AS d, 1.5::DOUBLE AS e FROM range(400000)';
      const { block } = valueOf(await client.invoke('query.run', { workspace: place.workspace, sql, limit: 400_000 }));
      const [a, , , d] = block.columns;
      expect(block.rows).toBe(400_000);
      expect(a?.values.length).toBe(8 * 400_000);
      const last = (bytes: unknown): number =>
        new DataView(Uint8Array.from(bytes as Uint8Array).buffer).getFloat64(8 * 399_999, true);
      expect([last(a?.values), last(d?.values)]).toEqual([399_999, -399_999]);
    });

    it('keeps two windows apart that call at once under the same names', async () => {
      const second = await host.connect();
      const ask = async (window: CallClient, number: number): Promise<unknown> => {
        const answer = await window.invoke('query.run', {
          workspace: place.workspace,
          sql: `SELECT ${number}::DOUBLE AS n`,
        });
        return blockRecords(valueOf(answer).block)[0]?.['n'];
      };
      const numbers = Array.from({ length: 12 }, (_, index) => index);
      const [ours, theirs] = await Promise.all([
        Promise.all(numbers.map((number) => ask(client, number))),
        Promise.all(numbers.map((number) => ask(second, number + 100))),
      ]);
      expect(ours).toEqual(numbers);
      expect(theirs).toEqual(numbers.map((number) => number + 100));
      second.close();
    });

    it('tells progress by its schema, the rows of a stage never fewer than before', async () => {
      const file = join(folder, 'progress.csv');
      writeFileSync(file, csvText(transactions(LARGE)));
      const told: ImportProgress[] = [];
      const workspace = join(folder, 'progress.veriscope');
      const result = await client.invoke(
        'import.csv',
        { file, workspace },
        { onProgress: (step) => told.push(ImportProgress.parse(step)) },
      );
      expect(valueOf(result).ledger).toEqual({ read: LARGE, loaded: LARGE, rejected: 0, duplicates: 0 });
      expect(told.length).toBeGreaterThan(2);
      for (const [index, step] of told.entries()) {
        const before = told[index - 1];
        if (before?.stage === step.stage) expect(step.rows).toBeGreaterThanOrEqual(before.rows);
      }
    });

    it('answers short calls while an import runs', async () => {
      const file = join(folder, 'beside.csv');
      writeFileSync(file, csvText(transactions(LARGE)));
      let isDone = false;
      const importing = client
        .invoke('import.csv', { file, workspace: join(folder, 'beside.veriscope') })
        .finally(() => (isDone = true));
      let answered = 0;
      while (!isDone) {
        valueOf(await client.invoke('workspace.info', { workspace: place.workspace }));
        if (!isDone) answered += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      expect(codeOf(await importing)).toBe('ok');
      expect(answered).toBeGreaterThan(3);
    });

    it('cancels an import, which leaves nothing behind', async () => {
      const workspace = join(folder, 'cancelled.veriscope');
      const cancel = new AbortController();
      const result = await client.invoke(
        'import.csv',
        { file: await largeFile(), workspace },
        { signal: cancel.signal, onProgress: ({ stage }) => stage !== 'survey' && cancel.abort() },
      );
      expect(codeOf(result)).toBe('CANCELLED');
      expect(existsSync(workspace)).toBe(false);
    });

    it('cancels a query, and goes on answering', async () => {
      const cancel = new AbortController();
      const endless = client.invoke(
        'query.run',
        { workspace: place.workspace, sql: 'SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b' },
        { signal: cancel.signal },
      );
      expect(codeOf(await client.invoke('grid.count', REQUESTS['grid.count'](place)))).toBe('ok');
      cancel.abort();
      expect(codeOf(await endless)).toBe('CANCELLED');
      expect(codeOf(await client.invoke('model.card', {}, { signal: cancel.signal }))).toBe('CANCELLED');
    });

    it('cancels what a window leaves open that goes away', async () => {
      const workspace = join(folder, 'left.veriscope');
      const leaving = await host.connect();
      const result = leaving.invoke(
        'import.csv',
        { file: await largeFile(), workspace },
        { onProgress: ({ stage }) => stage !== 'survey' && leaving.close() },
      );
      expect(codeOf(await result)).toBe('HOST_UNREACHABLE');
      await eventually('the workspace is gone', () => !existsSync(workspace));
      expect(codeOf(await leaving.invoke('model.card', {}))).toBe('HOST_UNREACHABLE');
    });

    it('tells every window of a workspace that has changed, once', async () => {
      const second = await host.connect();
      const heard: string[][] = [[], []];
      const stops = [client, second].map((window, index) =>
        window.on('workspace.changed', ({ workspace }) => heard[index]?.push(workspace)),
      );
      const file = join(folder, 'more.csv');
      writeFileSync(file, csvText(transactions(10, 5000)));
      const { workspace } = place;
      const before = valueOf(await client.invoke('grid.count', REQUESTS['grid.count'](place))).ofRows;
      valueOf(await client.invoke('import.csv', { file, workspace }));
      await eventually('both heard', () => heard.every((each) => each.includes(workspace)));
      expect(heard).toEqual([[workspace], [workspace]]);
      expect(valueOf(await second.invoke('grid.count', REQUESTS['grid.count'](place))).ofRows).toBeGreaterThan(before);
      const { tables } = valueOf(await second.invoke('workspace.info', { workspace }));
      expect(tables.staging).toBeGreaterThanOrEqual(LOADED + 10);
      for (const stop of stops) stop();
      second.close();
    });

    async function largeFile(): Promise<string> {
      const out = join(folder, 'large.csv');
      if (!existsSync(out)) valueOf(await client.invoke('sample.write', { rows: 25_000, out }));
      return out;
    }
  });
}
