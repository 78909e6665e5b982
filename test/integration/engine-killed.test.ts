import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WindowCallAnswer } from '../../src/shared/contract/calls.ts';
import type { EventPayload } from '../../src/shared/contract/events.ts';
import { MOST_RESTARTS } from '../../src/main/hosts/engine-supervisor.ts';
import type { Result } from '../../src/shared/result.ts';
import type { CallClient } from '../../src/shared/rpc/call-client.ts';
import { csvText, transactions } from '../helpers/transaction-csv.ts';
import { webClient } from '../helpers/web-client.ts';
import { eventually, isRunning, startWebHost, type RunningWebHost } from '../helpers/web-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'veriscope-killed-'));
const workspace = join(folder, 'kept.veriscope');
const states: EventPayload<'engine.state'>[] = [];
let host: RunningWebHost;
let client: CallClient;

beforeAll(async () => {
  host = await startWebHost(folder);
  client = await webClient(host.entrance());
  client.on('engine.state', (state) => states.push(state));
  const file = join(folder, 'kept.csv');
  writeFileSync(file, csvText(transactions(500)));
  valueOf(await client.invoke('import.csv', { file, workspace }));
  valueOf(await client.invoke('sample.write', { rows: 30_000, out: join(folder, 'more.csv') }));
});
afterAll(async () => {
  client.close();
  await host.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);
const describeHost = async (): Promise<WindowCallAnswer<'host.describe'>> =>
  valueOf(await client.invoke('host.describe', {}));

/** Kills the engine as the system does when memory runs out. */
async function killEngine(): Promise<number> {
  const { enginePid } = await describeHost();
  if (enginePid === undefined) throw new Error('the engine has no process');
  process.kill(enginePid, 'SIGKILL');
  return enginePid;
}

/** What the workspace holds; its books are compared with its tables on the way. */
async function rowsOf(): Promise<number> {
  return valueOf(await client.invoke('workspace.info', { workspace, check: true })).tables.transform;
}

async function killedInTheMidst(call: () => Promise<Result<unknown>>, until: () => Promise<void>): Promise<void> {
  states.length = 0;
  const answer = call();
  await until();
  const killed = await killEngine();
  expect(codeOf(await answer)).toBe('ENGINE_STOPPED');
  await eventually('the engine is ready again', () => states.at(-1)?.state === 'ready');
  expect(states.map(({ state }) => state)).toEqual(['restarting', 'ready']);
  const { enginePid, engine } = await describeHost();
  expect({ engine, isAnother: enginePid !== killed }).toEqual({ engine: 'ready', isAnother: true });
}

const page = (offset = 0): Promise<Result<WindowCallAnswer<'grid.rows'>>> =>
  client.invoke('grid.rows', {
    workspace,
    table: 'transform',
    columns: ['convenio', 'date', 'total_time_ms'],
    offset,
    limit: 100,
    order: [{ column: 'total_time_ms', direction: 'descending' }],
  });

const endlessQuery = (): Promise<Result<unknown>> =>
  client.invoke('query.run', {
    workspace,
    sql: 'SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b',
  });

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));

describe('an engine that is killed', () => {
  it('while nothing is asked of it is there for the next call', async () => {
    states.length = 0;
    await killEngine();
    await eventually('the engine is ready again', () => states.at(-1)?.state === 'ready');
    expect(valueOf(await page()).block.rows).toBe(100);
    expect(await rowsOf()).toBe(500);
  });

  it('while pages are fetched answers each of them, by rows or by saying that it stopped', async () => {
    states.length = 0;
    const answers = Array.from({ length: 40 }, (_, index) => page(index));
    await killEngine();
    const codes = (await Promise.all(answers)).map(codeOf);
    expect(new Set([...codes, 'ok', 'ENGINE_STOPPED'])).toEqual(new Set(['ok', 'ENGINE_STOPPED']));
    await eventually('the engine is ready again', () => states.at(-1)?.state === 'ready');
    expect(codeOf(await page())).toBe('ok');
  });

  it('during a query says so, and answers the next one', async () => {
    await killedInTheMidst(endlessQuery, soon);
    expect(await rowsOf()).toBe(500);
    expect(codeOf(await page())).toBe('ok');
  });

  it('during an import leaves the workspace as before or as after', async () => {
    const file = join(folder, 'more.csv');
    const before = await rowsOf();
    let stage = '';
    await killedInTheMidst(
      () => client.invoke('import.csv', { file, workspace }, { onProgress: (step) => (stage = step.stage) }),
      () => eventually('rows are written', () => stage === 'read' || stage === 'store'),
    );
    expect([before, before + 30_000]).toContain(await rowsOf());
    const again = valueOf(await client.invoke('import.csv', { file, workspace }));
    expect(again.ledger).toMatchObject({ read: 30_000, loaded: 30_000 });
    expect(await rowsOf()).toBe(before + 30_000);
    expect(codeOf(await page())).toBe('ok');
  });

  it('too often in a minute is given up, until a person asks for another', async () => {
    for (let count = 0; count <= MOST_RESTARTS + 1; count += 1) {
      const { engine } = await describeHost();
      if (engine === 'failed') break;
      states.length = 0;
      const killed = await killEngine();
      await eventually(`death ${count} was noticed`, () => ['ready', 'failed'].includes(states.at(-1)?.state ?? ''));
      expect(isRunning(killed)).toBe(false);
    }
    expect((await describeHost()).engine).toBe('failed');
    expect(codeOf(await page())).toBe('ENGINE_STOPPED');
    valueOf(await client.invoke('host.restartEngine', {}));
    expect((await describeHost()).engine).toBe('ready');
    expect(codeOf(await page())).toBe('ok');
  });

  it('that hangs can be started again', async () => {
    const before = (await describeHost()).enginePid;
    const hanging = endlessQuery();
    await soon();
    valueOf(await client.invoke('host.restartEngine', {}));
    expect(codeOf(await hanging)).toMatch(/^(ENGINE_STOPPED|CANCELLED)$/);
    await eventually('another engine is there', async () => (await describeHost()).enginePid !== before);
    expect(codeOf(await page())).toBe('ok');
  });
});

it('nothing of the data was printed in all of this', () => {
  expect(host.notes()).not.toMatch(/tok-|person_|process_|client_|Error:|at .*\.ts/);
});

it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const)(
  'a host that ends by %s leaves no engine behind',
  async (signal) => {
    const home = join(folder, signal);
    const other = await startWebHost(home);
    const window = await webClient(other.entrance());
    const { enginePid = 0 } = valueOf(await window.invoke('host.describe', {}));
    const out = join(folder, `${signal}.veriscope`);
    let stage = '';
    const importing = window.invoke(
      'import.csv',
      { file: join(folder, 'more.csv'), workspace: out },
      { onProgress: (step) => (stage = step.stage) },
    );
    await eventually('rows are read', () => stage === 'read' || stage === 'store');
    expect(isRunning(enginePid)).toBe(true);
    other.process.kill(signal);
    expect(codeOf(await importing)).toBe('HOST_UNREACHABLE');
    expect(await other.ended).toBe(signal === 'SIGKILL' ? null : 0);
    await eventually('the engine has gone', () => !isRunning(enginePid));
    // It had time to undo what it did.
    expect(existsSync(out)).toBe(false);
    expect(other.notes()).not.toMatch(/failed|Error/);
  },
);

it('a data folder that is not writable is no reason to fail', async () => {
  const home = join(folder, 'no-folder');
  writeFileSync(home, 'a file where the folder should be');
  const other = await startWebHost(home);
  const window = await webClient(other.entrance());
  const changed = valueOf(await window.invoke('settings.write', { language: 'es' }));
  expect(changed.language).toBe('es');
  expect(valueOf(await window.invoke('settings.read', {})).language).toBe('es');
  expect(valueOf(await window.invoke('state.read', { key: 'x' })).json).toBeNull();
  window.close();
  await other.stop();
  expect(readFileSync(home, 'utf8')).toBe('a file where the folder should be');
});
