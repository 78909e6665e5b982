import { measureOfGap, type QualityMeasure } from '../../shared/dashboards/quality-measures.ts';
import { presentValue } from '../sql/column-predicate.ts';
import { DUCKDB } from '../sql/dialects.ts';
import { findTransformColumn } from '../model/transform-columns.ts';

/**
 * The distance between the scores of the near and the far image, for a column named `gap:MEASURE`; NULL unless both images
 * were judged, and where a service gave up on one. `undefined` for any other name.
 */
export function scoreGapSql(column: string): string | undefined {
  const measure = measureOfGap(column);
  return measure === undefined ? undefined : `abs(${score(measure, 'near')} - ${score(measure, 'far')})`;
}

function score(measure: QualityMeasure, side: 'near' | 'far'): string {
  const column = findTransformColumn(measure.columns[side]);
  if (column === undefined) throw new Error(`transform has no column ${measure.columns[side]}`);
  const value = presentValue(column);
  return measure.gaveUp === null ? value : `NULLIF(${value}, ${DUCKDB.real(measure.gaveUp)})`;
}
