import { LEAST_FOR_P99, type Figures, type Mean, type MicroserviceTime } from '../../../shared/contract/figures.ts';
import { MICROSERVICES, type Microservice } from '../../../etl/model/microservices.ts';
import type { LensReader, LensRow } from '../../engine/lens-reader.ts';
import { maybeNumber, maybeSteady, number, only } from './lens-cells.ts';
import type { Selection } from './selection.ts';
import { hasPart, timeQuery, type TimePart } from './time-query.ts';

function percentiles(row: LensRow, name: string, n: number): Pick<MicroserviceTime, 'p50' | 'p95' | 'p99'> {
  return {
    p50: maybeSteady(row, `${name}:p50`),
    p95: maybeSteady(row, `${name}:p95`),
    p99: n < LEAST_FOR_P99 ? null : maybeSteady(row, `${name}:p99`),
  };
}

function share(row: LensRow, name: string): number | null {
  const [part, whole] = [maybeSteady(row, `${name}:sum`), maybeSteady(row, 'total:sum')];
  return part === null || whole === null || whole === 0 ? null : part / whole;
}

function microserviceTime(row: LensRow, service: Microservice): MicroserviceTime {
  const { name } = service;
  const executed = number(row, `${name}:executed`);
  const mean = (part: TimePart): Mean => ({
    n: number(row, `${name}:${part}:n`),
    mean: maybeSteady(row, `${name}:${part}:mean`),
  });
  return {
    name,
    meanPerTransaction: maybeSteady(row, `${name}:mean`),
    share: share(row, name),
    executed,
    meanPerExecuted: maybeSteady(row, `${name}:mean_executed`),
    ...percentiles(row, name, executed),
    execution: mean('execution'),
    queue: hasPart(service, 'queue') ? mean('queue') : null,
    near: hasPart(service, 'near') ? mean('near') : null,
    far: hasPart(service, 'far') ? mean('far') : null,
  };
}

/** Times in milliseconds, from one scan of the transactions in scope. */
export async function timeFigures(lens: LensReader, { from, parameters }: Selection): Promise<Figures['times']> {
  const row = only(await lens.rows(timeQuery(from), parameters));
  const [n, others] = [number(row, 'total:n'), number(row, 'other:n')];
  return {
    microservices: MICROSERVICES.map((service) => microserviceTime(row, service)),
    other: {
      n: others,
      meanPerTransaction: maybeSteady(row, 'other:mean'),
      share: share(row, 'other'),
      ...percentiles(row, 'other', others),
      negative: number(row, 'other:negative'),
      min: maybeNumber(row, 'other:min'),
    },
    total: {
      n,
      mean: maybeSteady(row, 'total:mean'),
      std: maybeSteady(row, 'total:std'),
      min: maybeNumber(row, 'total:min'),
      p25: maybeSteady(row, 'total:p25'),
      ...percentiles(row, 'total', n),
      p75: maybeSteady(row, 'total:p75'),
      max: maybeNumber(row, 'total:max'),
    },
  };
}
