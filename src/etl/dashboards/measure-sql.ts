import { LEAST_FOR_P99 } from '../../shared/contract/figures.ts';
import type { Measure } from '../../shared/contract/aggregate.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { presentValue } from '../sql/column-predicate.ts';
import { decimalPointed } from '../sql/dialect.ts';
import { knownColumn } from '../sql/known-column.ts';
import { selectionColumns } from '../sql/selection-columns.ts';
import { conditionSql } from './condition-sql.ts';
import { scoreGapSql } from './score-gap-sql.ts';

const NOT_NUMBERS: readonly string[] = ['text', 'timestamp', 'boolean'];

/** From this share of the values on a percentile needs `LEAST_FOR_P99` of them. */
const FAR_TAIL = 0.99;

/** Whether a percentile rests on too few values to be given. */
export function isTooFarOut(at: number, values: number): boolean {
  return at >= FAR_TAIL && values < LEAST_FOR_P99;
}

/** The value of a column of `transform` or of the lens, or of `gap:MEASURE`; NULL where it is missing or a sentinel. */
export function valueSql(column: string, mustBeNumber: boolean): Result<string> {
  const gap = scoreGapSql(column);
  if (gap !== undefined) return ok(gap);
  const known = knownColumn(column, 'transform', selectionColumns('transform'));
  if (!known.ok) return known;
  if (mustBeNumber && NOT_NUMBERS.includes(known.value.kind))
    return err(
      'USAGE',
      `${known.value.name} does not hold numbers.`,
      'Choose a column of numbers, or count its values.',
    );
  return ok(presentValue(known.value));
}

/** The column of a measure as SQL; null for the measure that counts transactions. */
export function measuredValue(measure: Measure): Result<string | null> {
  switch (measure.kind) {
    case 'count':
      return ok(null);
    case 'present':
    case 'distinct':
      return valueSql(measure.column, false);
    default:
      return valueSql(measure.column, true);
  }
}

/** A measure as an aggregate over `transform`, without its name. */
export function measureSql(measure: Measure): Result<string> {
  const value = measuredValue(measure);
  if (!value.ok) return value;
  const where = measure.where === null ? ok(null) : conditionSql(measure.where);
  if (!where.ok) return where;
  return ok(aggregate(measure, value.value ?? '*', where.value === null ? '' : ` FILTER (WHERE ${where.value})`));
}

function aggregate(measure: Measure, value: string, filter: string): string {
  switch (measure.kind) {
    case 'count':
    case 'present':
      return `count(${value})${filter}`;
    case 'distinct':
      return `count(DISTINCT ${value})${filter}`;
    // Compensated sums, so that the order in which threads finish shows in the last digit at most.
    case 'mean':
      return `favg(${value})${filter}`;
    case 'sum':
      return `fsum(${value})${filter}`;
    case 'minimum':
      return `min(${value})${filter}`;
    case 'maximum':
      return `max(${value})${filter}`;
    case 'deviation':
      return `stddev_samp(${value})${filter}`;
    case 'percentile': {
      const quantile = `quantile_cont(CAST(${value} AS DOUBLE), ${decimalPointed(measure.at)})${filter}`;
      return measure.at < FAR_TAIL
        ? quantile
        : `CASE WHEN count(${value})${filter} >= ${LEAST_FOR_P99} THEN ${quantile} END`;
    }
  }
}
