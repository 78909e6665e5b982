import type { Measure } from '../../../shared/contract/aggregate.ts';

/** A measure with what it is over, as SQL. */
export interface MeasureParts {
  readonly measure: Measure;
  /** Null: transactions are counted. */
  readonly value: string | null;
  readonly where: string | null;
}

/** The different conditions of measures. */
export function conditionsOf(parts: readonly MeasureParts[]): readonly string[] {
  return [...new Set(parts.flatMap(({ where }) => (where === null ? [] : [where])))];
}
