import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { messagePort } from '../../../src/main/rpc/worker-port.ts';
import { serveCalls } from '../../../src/main/rpc/serve-calls.ts';
import { RowSource, type PageWish } from '../../../src/renderer/features/tables/grid/row-source.ts';
import type { PageRow } from '../../../src/renderer/features/tables/grid/page-row.ts';
import type { WindowCallRequest } from '../../../src/shared/contract/calls.ts';
import { ok } from '../../../src/shared/result.ts';
import { numberColumn } from '../../../src/shared/row-block-cells.ts';
import { CallClient } from '../../../src/shared/rpc/call-client.ts';

type PageRequest = WindowCallRequest<'grid.rows'>;
interface Page {
  readonly ids: readonly number[];
  readonly rowCount: number | undefined;
}

const SELECTION = { filters: [], search: '' };
const WISH = { workspace: '/w', table: 'transform', selection: SELECTION, columns: ['date'] } as const;

let close = (): void => undefined;
afterEach(() => close());

/** A source over a real line to an engine whose rows bear the number of the page that they were asked for with. */
function rowSource(rowCount: number | null = null): { readonly source: RowSource; readonly asked: PageRequest[] } {
  const { port1, port2 } = new MessageChannel();
  const asked: PageRequest[] = [];
  serveCalls(messagePort(port1), (_name, request) => {
    const { limit = 0 } = request as PageRequest;
    asked.push(request as PageRequest);
    const ids = Array.from({ length: limit }, () => asked.length);
    return Promise.resolve(
      ok({ block: { rows: limit, columns: [numberColumn('id', ids)] }, rowCount, stamp: 'stamp' }),
    );
  });
  const client = new CallClient(messagePort(port2));
  close = () => client.close();
  const source = new RowSource(client, () => undefined);
  source.wish(WISH);
  return { source, asked };
}

function firstPage(source: RowSource, sortModel: PageWish['sortModel'] = []): Promise<Page> {
  return new Promise((resolve, reject) => {
    source.getRows({
      startRow: 0,
      endRow: 2,
      sortModel,
      successCallback: (rows: PageRow[], known?: number) => resolve({ ids: rows.map(({ id }) => id), rowCount: known }),
      failCallback: () => reject(new Error('no page')),
    });
  });
}

describe('RowSource', () => {
  test('gives the grid the page that was asked for before the grid was there, and asks once', async () => {
    const { source, asked } = rowSource();
    source.begin([], 2);
    expect(source.hasRows).toBe(false);
    expect((await firstPage(source)).ids).toEqual([1, 1]);
    expect(asked).toHaveLength(1);
    expect(source.hasRows).toBe(true);
  });

  test('asks anew for every page after that', async () => {
    const { source } = rowSource();
    source.begin([], 2);
    await firstPage(source);
    expect((await firstPage(source)).ids).toEqual([2, 2]);
  });

  test('does not give a page that was asked for in another order', async () => {
    const { source, asked } = rowSource();
    source.begin([], 2);
    expect((await firstPage(source, [{ colId: 'date', sort: 'desc', type: 'default' }])).ids).toEqual([2, 2]);
    expect(asked.at(-1)?.order).toEqual([{ column: 'date', direction: 'descending' }]);
  });

  test('does not give a page that was given up', async () => {
    const { source } = rowSource();
    source.begin([], 2);
    source.cancel();
    expect((await firstPage(source)).ids).toEqual([2, 2]);
  });

  test('tells how many rows there are: as the page says, else as they were counted', async () => {
    const counted = rowSource();
    counted.source.count(500);
    expect((await firstPage(counted.source)).rowCount).toBe(500);
    counted.source.count(null);
    expect((await firstPage(counted.source)).rowCount).toBeUndefined();
    const told = rowSource(1000);
    told.source.count(500);
    expect((await firstPage(told.source)).rowCount).toBe(1000);
  });
});
