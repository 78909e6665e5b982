import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallName, CallRequest } from '../../src/shared/contract/calls.ts';
import { EVERY_ROW } from '../../src/shared/contract/row-selection.ts';
import type { CallClient } from '../../src/shared/rpc/call-client.ts';
import { csvText, transaction, transactions } from '../helpers/transaction-csv.ts';

/** A small workspace that was made by calls, and what requests need to know of it. */
export interface ContractPlace {
  readonly folder: string;
  readonly workspace: string;
  /** A reject that can be mended. */
  readonly reject: number;
}

export const LOADED = 300;

/** Imports 300 good rows and one with a cell that is no number. */
export async function makePlace(folder: string, client: CallClient): Promise<ContractPlace> {
  const file = join(folder, 'source.csv');
  writeFileSync(file, csvText([...transactions(LOADED), transaction(LOADED, { total_time_ms: 'soon' })]));
  const workspace = join(folder, 'contract.veriscope');
  const imported = await client.invoke('import.csv', { file, workspace });
  if (!imported.ok) throw new Error(imported.error.message);
  const rejects = await client.invoke('workspace.rejects', { workspace });
  const [first] = rejects.ok ? rejects.value.rejects : [];
  if (first === undefined) throw new Error('nothing was rejected');
  return { folder, workspace, reject: first.id };
}

const dashboardOf = (workspace: string) => ({ workspace, scope: 'all' as const, selection: EVERY_ROW });

/** A request for every call of the engine: a call that is missing here does not compile. They run in this order. */
export const REQUESTS: { readonly [Name in CallName]: (place: ContractPlace) => CallRequest<Name> } = {
  'model.card': () => ({}),
  'sample.write': ({ folder }) => ({ rows: 50, out: join(folder, 'sample.csv') }),
  'import.preview': ({ folder }) => ({ file: join(folder, 'source.csv') }),
  'workspace.create': ({ folder }) => ({ workspace: join(folder, 'empty.veriscope') }),
  'import.csv': ({ folder }) => ({ file: join(folder, 'source.csv'), workspace: join(folder, 'second.veriscope') }),
  'workspace.prepare': ({ workspace }) => ({ workspace }),
  'workspace.info': ({ workspace }) => ({ workspace, check: true }),
  'workspace.rejects': ({ workspace }) => ({ workspace }),
  'rejects.export': ({ workspace, folder }) => ({ workspace, out: join(folder, 'rejects.csv') }),
  'reject.cells': ({ workspace, reject }) => ({ workspace, id: reject }),
  'grid.rows': ({ workspace }) => ({
    workspace,
    table: 'transform',
    columns: ['convenio', 'total_time_ms', 'summary_code'],
    offset: 0,
    limit: 100,
    order: [{ column: 'total_time_ms', direction: 'descending' }],
  }),
  'grid.count': ({ workspace }) => ({ workspace, table: 'no_retries', selection: EVERY_ROW }),
  'grid.values': ({ workspace }) => ({ workspace, table: 'transform', column: 'convenio', selection: EVERY_ROW }),
  'grid.overview': ({ workspace }) => ({
    workspace,
    table: 'transform',
    columns: ['convenio', 'total_time_ms', 'date'],
    selection: EVERY_ROW,
  }),
  'transaction.read': ({ workspace }) => ({ workspace, id: 1 }),
  'figures.compute': ({ workspace }) => ({ workspace, table: 'transform', where: [] }),
  'dashboard.read': ({ workspace }) => ({
    ...dashboardOf(workspace),
    queries: [
      {
        name: 'acceptance',
        query: {
          kind: 'group',
          by: ['client'],
          measures: [
            { kind: 'count', name: 'n' },
            { kind: 'count', name: 'accepted', where: 'accepted' },
            { kind: 'percentile', name: 'p95', column: 'total_time_ms', at: 0.95 },
          ],
        },
      },
      { name: 'times', query: { kind: 'histogram', column: 'total_time_ms', bins: 20 } },
    ],
  }),
  'dashboard.sql': ({ workspace }) => ({
    ...dashboardOf(workspace),
    query: { name: 'days', query: { kind: 'group', by: ['day'], measures: [{ kind: 'count', name: 'n' }] } },
  }),
  'dashboard.what-if': ({ workspace }) => ({ ...dashboardOf(workspace), factors: { topiq: 0.7 } }),
  'dashboard.thresholds': ({ workspace }) => ({ ...dashboardOf(workspace), limits: {} }),
  'dashboard.explain': ({ workspace }) => ({
    ...dashboardOf(workspace),
    part: { filters: [{ kind: 'range', column: 'total_time_ms', from: 600, to: null }] },
  }),
  'views.read': ({ workspace }) => ({ workspace }),
  'views.change': ({ workspace }) => ({
    workspace,
    change: { kind: 'add', views: [{ name: 'All', page: 'clients', scope: 'all', selection: EVERY_ROW }] },
  }),
  'query.run': ({ workspace }) => ({ workspace, sql: 'SELECT convenio, count(*) AS n FROM transform GROUP BY ALL' }),
  'query.export': ({ workspace, folder }) => ({
    workspace,
    sql: 'SELECT 1 AS one',
    out: join(folder, 'query.parquet'),
  }),
  'table.export': ({ workspace, folder }) => ({ workspace, table: 'transform', out: join(folder, 'table.csv') }),
  'report.write': ({ workspace, folder }) => ({ workspace, out: join(folder, 'report.html') }),
  'reject.retry': ({ workspace, reject }) => ({ workspace, id: reject, corrections: { total_time_ms: '510' } }),
};
