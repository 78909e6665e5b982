import type { Figures } from '../../../shared/contract/figures.ts';
import type { LensReader } from '../../engine/lens-reader.ts';
import { maybeText, number, only } from './lens-cells.ts';
import type { Selection } from './selection.ts';

/** What of the scope a scan over its transactions tells. Of several at the same instant, the lowest row is the first and the highest the last. */
export type ScannedScope = Omit<Figures['scope'], 'table' | 'filters' | 'filterWords' | 'processes'>;

const SELECT = `SELECT count(*) AS transactions,
  count(DISTINCT "documento") AS persons,
  count(DISTINCT "convenio") AS clients,
  count(DISTINCT substr("date", 1, 10)) AS days,
  arg_min("date", ("x_epoch_us", "id")) AS first_date,
  arg_max("date", ("x_epoch_us", "id")) AS last_date`;

export async function scopeFigures(lens: LensReader, { from, parameters }: Selection): Promise<ScannedScope> {
  const row = only(await lens.rows(`${SELECT} ${from}`, parameters));
  return {
    transactions: number(row, 'transactions'),
    persons: number(row, 'persons'),
    clients: number(row, 'clients'),
    localDays: number(row, 'days'),
    firstDate: maybeText(row, 'first_date'),
    lastDate: maybeText(row, 'last_date'),
  };
}
