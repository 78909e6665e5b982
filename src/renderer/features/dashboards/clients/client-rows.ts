import type { Proportion } from '../../../../shared/contract/figures.ts';
import type { RowBlock } from '../../../../shared/contract/row-block.ts';
import {
  byName,
  clientRates,
  dayClientCounts,
  processRates,
  type ClientRates,
  type ProcessRates,
} from '../../../../shared/dashboards/clients-figures.ts';

/** Everything that is told of a client. */
export interface ClientRow extends ClientRates {
  /** Of all transactions. */
  readonly share: number;
  /** Null where none of its transactions is the last of a process. */
  readonly processes: ProcessRates | null;
  /** Transactions by day. */
  readonly course: readonly number[];
}

/** What a table of clients can be ordered by. */
export type ClientColumn =
  | 'n'
  | 'share'
  | 'persons'
  | 'acceptance'
  | 'processes'
  | 'firstTry'
  | 'final'
  | 'attempts'
  | 'padRejects'
  | 'technicalFailures';

interface ColumnOfClients {
  readonly id: ClientColumn;
  readonly value: (row: ClientRow) => number | null;
  /** With its interval, for columns of rates. */
  readonly rate?: (row: ClientRow) => Proportion | undefined;
  readonly unit?: string;
  readonly digits?: number;
}

const rates = (id: ClientColumn, rate: (row: ClientRow) => Proportion | undefined): ColumnOfClients => ({
  id,
  value: (row) => rate(row)?.rate ?? null,
  rate,
  unit: '%',
});

/** The columns of the table, from left to right. */
export const CLIENT_COLUMNS: readonly ColumnOfClients[] = [
  { id: 'n', value: ({ n }) => n },
  { id: 'share', value: ({ share }) => share, unit: '%' },
  { id: 'persons', value: ({ persons }) => persons },
  rates('acceptance', ({ acceptance }) => acceptance),
  { id: 'processes', value: ({ processes }) => processes?.n ?? null },
  rates('firstTry', ({ processes }) => processes?.firstTry),
  rates('final', ({ processes }) => processes?.final),
  { id: 'attempts', value: ({ processes }) => processes?.meanAttempts ?? null, digits: 2 },
  rates('padRejects', ({ padRejects }) => padRejects),
  rates('technicalFailures', ({ technicalFailures }) => technicalFailures),
];

/** Largest client first; `edges`: the days that its course begins and ends with at least. */
export function clientRows(
  byClient: RowBlock,
  processesByClient: RowBlock,
  byDayAndClient: RowBlock,
  edges: readonly string[],
): readonly ClientRow[] {
  const clients = clientRates(byClient);
  const all = clients.reduce((sum, { n }) => sum + n, 0);
  const processes = new Map(processRates(processesByClient).map((row) => [row.client, row]));
  const courses = new Map(dayClientCounts(byDayAndClient, edges).clients.map(({ client, counts }) => [client, counts]));
  return clients.map((row) => ({
    ...row,
    share: row.n / all,
    processes: processes.get(row.client) ?? null,
    course: courses.get(row.client) ?? [],
  }));
}

/** By a column, rows without a value last in both directions. */
export function orderedRows(
  rows: readonly ClientRow[],
  column: ClientColumn,
  isDescending: boolean,
): readonly ClientRow[] {
  const value = CLIENT_COLUMNS.find(({ id }) => id === column)?.value ?? (() => null);
  return rows.toSorted((a, b) => {
    const [one, other] = [value(a), value(b)];
    if (one === null || other === null)
      return Number(one === null) - Number(other === null) || byName(a.client, b.client);
    return (isDescending ? other - one : one - other) || byName(a.client, b.client);
  });
}
