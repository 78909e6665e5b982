import { describe, expect, it } from 'vitest';
import type { AggregateAnswer, AggregateRequest } from '../../../src/shared/contract/aggregate.ts';
import type { ColumnFilter } from '../../../src/shared/contract/row-selection.ts';
import type { DeclaredQuery } from '../../../src/shared/dashboards/declared-query.ts';
import { err, ok, type Result } from '../../../src/shared/result.ts';
import {
  DashboardCoordinator,
  queryKey,
  type DashboardQuestion,
} from '../../../src/renderer/features/dashboards/coordinator/coordinator.ts';
import { BoundedMap } from '../../../src/renderer/features/dashboards/coordinator/bounded-map.ts';

const byClient: DeclaredQuery = {
  query: { kind: 'group', by: ['client'], measures: [{ kind: 'count', name: 'n' }] },
  without: ['convenio'],
};
const byCode: DeclaredQuery = { query: { kind: 'group', by: ['code'], measures: [{ kind: 'count', name: 'n' }] } };

const client = (value: string): ColumnFilter => ({
  kind: 'values',
  column: 'convenio',
  values: [value],
  exclude: false,
});
const hours = (to: number): ColumnFilter => ({ kind: 'range', column: 'date_hour', from: 0, to });
const question = (filters: ColumnFilter[] = [], brushing: string | null = null): DashboardQuestion => ({
  workspace: 'w',
  scope: 'all',
  selection: { filters, search: '' },
  brushing,
});

/** An engine that answers when it is told to, with blocks of as many rows as the number of its request. */
class WaitingEngine {
  readonly requests: AggregateRequest[] = [];
  readonly signals: AbortSignal[] = [];
  readonly #settle: ((result: Result<AggregateAnswer>) => void)[] = [];
  stamp = 'one';

  readonly ask = (
    request: AggregateRequest,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<Result<AggregateAnswer>> => {
    this.requests.push(request);
    this.signals.push(signal);
    return new Promise((resolve) => this.#settle.push(resolve));
  };

  async answer(at = this.requests.length - 1): Promise<void> {
    const answers = Object.fromEntries(
      (this.requests[at]?.queries ?? []).map(({ name }) => [name, { rows: at + 1, columns: [] }]),
    );
    this.#settle[at]?.(ok({ stamp: this.stamp, rows: 10 - at, ofRows: 10, answers, milliseconds: 1 }));
    await settled();
  }

  async fail(code: 'INTERNAL' | 'CANCELLED', at = this.requests.length - 1): Promise<void> {
    this.#settle[at]?.(err(code, 'It failed.', 'Try again.'));
    await settled();
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

async function begun(
  ...queries: DeclaredQuery[]
): Promise<{ engine: WaitingEngine; coordinator: DashboardCoordinator }> {
  const engine = new WaitingEngine();
  const coordinator = new DashboardCoordinator(engine.ask);
  for (const query of queries) coordinator.declare(query);
  coordinator.select(question());
  await settled();
  return { engine, coordinator };
}

const rowsOf = (coordinator: DashboardCoordinator, query: DeclaredQuery): number | undefined =>
  coordinator.answerOf(queryKey(query))?.block.rows;
const isStale = (coordinator: DashboardCoordinator, query: DeclaredQuery): boolean | undefined =>
  coordinator.answerOf(queryKey(query))?.isStale;

describe('the coordinator of dashboards', () => {
  it('asks for all widgets at once, and once for a question that two of them have', async () => {
    const { engine } = await begun(byClient, byCode, { ...byCode });
    expect(engine.requests).toHaveLength(1);
    expect(engine.requests[0]?.queries).toHaveLength(2);
  });

  it('shows the earlier answer as stale until the next is there', async () => {
    const { engine, coordinator } = await begun(byCode);
    await engine.answer();
    expect([rowsOf(coordinator, byCode), isStale(coordinator, byCode)]).toEqual([1, false]);
    coordinator.select(question([client('a')]));
    expect([rowsOf(coordinator, byCode), isStale(coordinator, byCode)]).toEqual([1, true]);
    await settled();
    await engine.answer();
    expect([rowsOf(coordinator, byCode), isStale(coordinator, byCode)]).toEqual([2, false]);
    expect(coordinator.counts).toEqual({ rows: 9, ofRows: 10 });
  });

  it('does not ask again what it knows, nor what the changed filter does not touch', async () => {
    const { engine, coordinator } = await begun(byClient, byCode);
    await engine.answer();
    coordinator.select(question([client('a')]));
    await settled();
    expect(engine.requests[1]?.queries.map(({ query }) => query)).toEqual([byCode.query]);
    expect(isStale(coordinator, byClient)).toBe(false);
    await engine.answer();
    coordinator.select(question());
    await settled();
    expect(engine.requests).toHaveLength(2);
    expect([rowsOf(coordinator, byCode), coordinator.counts?.rows]).toEqual([1, 10]);
  });

  it('asks for the number of rows even where every widget leaves the changed filter out', async () => {
    const { engine, coordinator } = await begun(byClient);
    await engine.answer();
    coordinator.select(question([client('a')]));
    await settled();
    expect(engine.requests).toHaveLength(2);
    await engine.answer();
    expect(coordinator.counts?.rows).toBe(9);
  });

  it('cancels what a newer selection makes worthless, and keeps no answer of it', async () => {
    const { engine, coordinator } = await begun(byCode);
    coordinator.select(question([client('a')]));
    await settled();
    expect(engine.signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    await engine.answer(0);
    expect(rowsOf(coordinator, byCode)).toBeUndefined();
    await engine.answer(1);
    expect(rowsOf(coordinator, byCode)).toBe(2);
  });

  it('waits for the answer under way while a range is dragged, then asks for the last place only', async () => {
    const { engine, coordinator } = await begun(byCode);
    await engine.answer();
    for (const to of [5, 6, 7, 8]) {
      coordinator.select(question([hours(to)], 'date_hour'));
      await settled();
    }
    expect(engine.requests).toHaveLength(2);
    expect(engine.signals[1]?.aborted).toBe(false);
    await engine.answer();
    expect(rowsOf(coordinator, byCode)).toBe(2);
    expect(engine.requests.at(-1)?.selection.filters).toEqual([hours(8)]);
    await engine.answer();
    expect(isStale(coordinator, byCode)).toBe(false);
    // The pointer is let go where it is: nothing is left to ask.
    coordinator.select(question([hours(8)]));
    await settled();
    expect(engine.requests).toHaveLength(3);
  });

  it('tells of a failure, and asks again when it is told to or the selection changes', async () => {
    const { engine, coordinator } = await begun(byCode);
    await engine.fail('INTERNAL');
    expect(coordinator.failure?.code).toBe('INTERNAL');
    expect(engine.requests).toHaveLength(1);
    coordinator.retry();
    await settled();
    await engine.answer();
    expect([coordinator.failure, rowsOf(coordinator, byCode)]).toEqual([null, 2]);
  });

  it('asks everything anew when rows came into the workspace', async () => {
    const { engine, coordinator } = await begun(byCode);
    await engine.answer();
    coordinator.forget();
    expect(isStale(coordinator, byCode)).toBe(true);
    await settled();
    await engine.answer();
    expect([rowsOf(coordinator, byCode), isStale(coordinator, byCode)]).toEqual([2, false]);
  });

  it('forgets answers of another state of the workspace', async () => {
    const { engine, coordinator } = await begun(byCode);
    await engine.answer();
    engine.stamp = 'two';
    coordinator.select(question([client('a')]));
    await settled();
    await engine.answer();
    coordinator.select(question());
    await settled();
    expect(engine.requests).toHaveLength(3);
  });

  it('asks no more for a widget that is gone', async () => {
    const { engine, coordinator } = await begun(byCode);
    const end = coordinator.declare(byClient);
    await settled();
    expect(engine.requests[1]?.queries.map(({ query }) => query)).toEqual([byClient.query]);
    end();
    coordinator.select(question([hours(3)]));
    await settled();
    expect(engine.requests.at(-1)?.queries.map(({ query }) => query)).toEqual([byCode.query]);
  });
});

describe('a bounded map', () => {
  it('lets go of what was not asked for longest', () => {
    const map = new BoundedMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.get('a');
    map.set('c', 3);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3]);
  });
});
