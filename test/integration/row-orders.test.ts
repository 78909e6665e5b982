import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookStamp } from '../../src/main/engine/book/book-rows.ts';
import { KeptByUse } from '../../src/main/engine/grid/kept-by-use.ts';
import type { RowOrderQuery } from '../../src/main/engine/grid/row-order.ts';
import { RowOrders, type RowOrderRequest } from '../../src/main/engine/grid/row-orders.ts';
import { keepOpenAccess } from '../../src/main/engine/keep-open-access.ts';
import type { WorkspaceAccess } from '../../src/main/engine/workspace-access.ts';
import { importFile } from '../helpers/import-fixture.ts';
import { folderOfFile } from '../helpers/temporary-folder.ts';
import { csvText, transactions } from '../helpers/transaction-csv.ts';

const ROWS = 200;
const root = folderOfFile();
const workspace = join(root, 'w.veriscope');
const kept = keepOpenAccess();
let stamp = '';
beforeAll(async () => {
  writeFileSync(join(root, 'rows.csv'), csvText(transactions(ROWS)));
  await importFile(workspace, join(root, 'rows.csv'));
  stamp = await kept.withBook(workspace, bookStamp);
});
afterAll(() => kept.dispose());

const by = (order: string, rows = 'FROM staging'): RowOrderRequest => {
  const query: RowOrderQuery = { rows, order, parameters: [] };
  return { workspace, stamp, query };
};
const FORWARD = '"id" ASC';
const BACKWARD = '"id" DESC';
/** A cross join takes longer than any test waits. */
const ENDLESS = by(FORWARD, 'FROM staging, range(100000000) AS a, range(100000000) AS b WHERE random() < 2');

/** The same access, which tells how often the lens was asked and how those questions ended. */
function watched(): { readonly access: WorkspaceAccess; readonly ends: ('pending' | 'answered' | 'stopped')[] } {
  const ends: ('pending' | 'answered' | 'stopped')[] = [];
  const access: WorkspaceAccess = {
    withBook: (folder, use) => kept.withBook(folder, use),
    withLens: async (folder, use, reading) => {
      const index = ends.push('pending') - 1;
      try {
        const answer = await kept.withLens(folder, use, reading);
        ends[index] = 'answered';
        return answer;
      } catch (error) {
        ends[index] = 'stopped';
        throw error;
      }
    },
  };
  return { access, ends };
}

const never = new AbortController().signal;
const soon = async (condition: () => boolean): Promise<void> => {
  const patience = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > patience) throw new Error('it did not happen');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

describe('RowOrders', () => {
  it('computes an order once for all who want it, and keeps it', async () => {
    const { access, ends } = watched();
    const orders = new RowOrders(access);
    const [first, second] = await Promise.all([orders.wanted(by(BACKWARD), never), orders.wanted(by(BACKWARD), never)]);
    expect([...first.ids]).toEqual(Array.from({ length: ROWS }, (_, index) => ROWS - index));
    expect(second.ids).toBe(first.ids);
    expect((await orders.wanted(by(BACKWARD), never)).ids).toBe(first.ids);
    expect(orders.kept(by(BACKWARD))?.ids).toBe(first.ids);
    expect(ends).toEqual(['answered']);
  });

  it('begins one ahead, which whoever wants it next waits for', async () => {
    const { access, ends } = watched();
    const orders = new RowOrders(access);
    orders.begin(by(FORWARD));
    orders.begin(by(FORWARD));
    expect((await orders.wanted(by(FORWARD), never)).ids).toHaveLength(ROWS);
    expect(ends).toEqual(['answered']);
  });

  it('goes on where one of two gives up, and stops where both do', async () => {
    const { access, ends } = watched();
    const orders = new RowOrders(access);
    const [one, other] = [new AbortController(), new AbortController()];
    const waits = [orders.wanted(ENDLESS, one.signal), orders.wanted(ENDLESS, other.signal)].map((wait) =>
      wait.then(
        () => 'answered',
        (error: unknown) => (error as { error?: { code?: string } }).error?.code,
      ),
    );
    one.abort();
    expect(await waits[0]).toBe('CANCELLED');
    expect(ends).toEqual(['pending']);
    other.abort();
    expect(await waits[1]).toBe('CANCELLED');
    await soon(() => ends[0] === 'stopped');
  });

  it('stops one that was begun ahead for another of the same workspace, unless somebody waits for it', async () => {
    const { access, ends } = watched();
    const orders = new RowOrders(access);
    orders.begin(ENDLESS);
    const waiting = new AbortController();
    const wait = orders.wanted(ENDLESS, waiting.signal).catch(() => undefined);
    orders.begin(by(FORWARD));
    await orders.wanted(by(FORWARD), never);
    expect(ends).toEqual(['pending', 'answered']);
    waiting.abort();
    await wait;
    await soon(() => ends[0] === 'stopped');
    orders.begin(ENDLESS);
    orders.begin(by(BACKWARD));
    await soon(() => ends[2] === 'stopped');
    expect((await orders.wanted(by(BACKWARD), never)).ids).toHaveLength(ROWS);
  });

  it('can be asked again after it was stopped or has failed', async () => {
    const { access } = watched();
    const orders = new RowOrders(access);
    const stop = new AbortController();
    const stopped = orders.wanted(by(FORWARD), stop.signal).catch(() => 'stopped');
    stop.abort();
    expect(await stopped).toBe('stopped');
    expect((await orders.wanted(by(FORWARD), never)).ids).toHaveLength(ROWS);
    await expect(orders.wanted(by('"no such column"'), never)).rejects.toThrow(/no such column/);
    orders.begin(by('"no such column"'));
    await expect(orders.wanted(by('"no such column"'), never)).rejects.toThrow(/no such column/);
  });

  it('tells the number of rows of a selection in any order, where it has one', async () => {
    const { access, ends } = watched();
    const orders = new RowOrders(access);
    expect(await orders.rowCount(by(FORWARD), never)).toBeNull();
    orders.begin(by(BACKWARD));
    expect(await orders.rowCount(by(FORWARD), never)).toBe(ROWS);
    expect(await orders.rowCount(by(FORWARD), never)).toBe(ROWS);
    expect(await orders.rowCount(by(FORWARD, 'FROM staging WHERE id > 5'), never)).toBeNull();
    expect(ends).toEqual(['answered']);
  });

  it('keeps no more bytes than it may, the last used longest', async () => {
    const orders = new RowOrders(kept, 2 * ROWS * Int32Array.BYTES_PER_ELEMENT);
    const three = ['"id" ASC', '"id" DESC', '"date" ASC'].map((order) => by(order));
    for (const request of three) {
      await orders.wanted(request, never);
      expect(orders.kept(by('"id" ASC'))).toBeDefined();
    }
    expect(three.map((request) => orders.kept(request) !== undefined)).toEqual([true, false, true]);
  });
});

describe('KeptByUse', () => {
  it('keeps the newest even where it alone is too heavy, and counts a replaced value once', () => {
    const values = new KeptByUse<string>(10);
    values.set('a', 'A', 4);
    values.set('a', 'B', 6);
    values.set('b', 'C', 4);
    expect([values.get('a'), values.get('b')]).toEqual(['B', 'C']);
    values.set('c', 'D', 50);
    expect([...values.keys()]).toEqual(['c']);
    values.set('d', 'E', 1);
    expect([...values.keys()]).toEqual(['d']);
  });
});
