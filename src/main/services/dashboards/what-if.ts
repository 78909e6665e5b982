import { setImmediate as otherCalls } from 'node:timers/promises';
import { isTooFarOut, valueSql } from '../../../etl/dashboards/measure-sql.ts';
import { MICROSERVICES, type MicroserviceName } from '../../../etl/model/microservices.ts';
import { microserviceTotalColumn } from '../../../etl/model/transform-columns.ts';
import type { WhatIfAnswer, WhatIfRequest } from '../../../shared/contract/aggregate.ts';
import { nearestName } from '../../../shared/nearest-name.ts';
import { AppException, valueOrThrow } from '../../../shared/result.ts';
import { exactPercentiles } from '../../../shared/statistics/exact-percentiles.ts';
import { steady } from '../../../shared/statistics/steady.ts';
import type { CodedColumn } from '../../engine/columns/coded-column.ts';
import type { RowMask } from '../../engine/columns/row-mask.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';

/**
 * `total_time_ms` of the selected transactions as it is, and as it would be if the time of each microservice named were
 * its factor of what it is: from every transaction, the total less (1 - factor) of the microservice's time. Transactions
 * whose total is not known are left out. Nothing is clipped: near and far images run side by side in part, so that less than
 * nothing can be left when all the time of the microservices is taken away. `USAGE` for an unknown microservice.
 */
export async function whatIf(columns: WorkspaceColumns, request: WhatIfRequest): Promise<WhatIfAnswer> {
  const changed = Object.entries(request.factors).map(([name, factor]) => ({ name: knownService(name), factor }));
  const names = ['total_time_ms', ...changed.map(({ name }) => microserviceTotalColumn(name))];
  const expressions = names.map((name) => valueOrThrow(valueSql(name, true)));
  // One after the other: a connection has one result under way.
  const mask = await columns.mask(request);
  const [total, ...services] = await columns.coded(expressions);
  if (total === undefined) throw new Error('a column that was asked for is not there');
  const rows = timedRows(total, mask);
  const before = new Float64Array(rows.length);
  addTo(before, rows, total, 1);
  const after = before.slice();
  for (const [index, service] of services.entries()) {
    addTo(after, rows, service, (changed[index]?.factor ?? 1) - 1);
    await otherCalls();
    columns.signal.throwIfAborted();
  }
  return { before: summary(before), after: summary(after) };
}

function knownService(wanted: string): MicroserviceName {
  const names = MICROSERVICES.map(({ name }) => name);
  const known = names.find((name) => name === wanted);
  if (known !== undefined) return known;
  const nearest = nearestName(wanted, names);
  throw new AppException(
    'USAGE',
    `No microservice has this name: ${JSON.stringify(wanted.slice(0, 80))}.`,
    nearest === null ? 'The model card lists them.' : `Write the name exactly: ${nearest}`,
  );
}

/** The selected rows whose total is known. */
function timedRows({ codes, missing }: CodedColumn, { bits, count }: RowMask): Uint32Array {
  const rows = new Uint32Array(count);
  let found = 0;
  for (let row = 0; row < bits.length; row += 1)
    if (bits[row] === 1 && codes[row] !== missing) {
      rows[found] = row;
      found += 1;
    }
  return rows.subarray(0, found);
}

/** Adds so many times the values of a column, a missing one as 0. */
function addTo(sums: Float64Array, rows: Uint32Array, { codes, values, missing }: CodedColumn, times: number): void {
  const added = new Float64Array(missing + 1);
  for (let code = 0; code < missing; code += 1) added[code] = times * Number(values[code]);
  for (let place = 0; place < rows.length; place += 1)
    sums[place] = (sums[place] ?? 0) + (added[codes[rows[place] ?? 0] ?? missing] ?? 0);
}

function summary(values: Float64Array): WhatIfAnswer['before'] {
  const n = values.length;
  let sum = 0;
  for (const value of values) sum += value;
  const [p50 = null, p95 = null, p99 = null] = exactPercentiles(values, [0.5, 0.95, 0.99]).map(steady);
  return { n, mean: n === 0 ? null : steady(sum / n), p50, p95, p99: isTooFarOut(0.99, n) ? null : p99 };
}
