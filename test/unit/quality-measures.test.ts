import { describe, expect, it } from 'vitest';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import { limitsOf, THRESHOLDS_IN_ORDER } from '../../src/etl/model/threshold-limits.ts';
import { findTransformColumn } from '../../src/etl/model/transform-columns.ts';
import { describeModel } from '../../src/main/services/model/model-card.ts';
import { AggregateRequest } from '../../src/shared/contract/aggregate.ts';
import {
  gapColumn,
  measureOfColumn,
  measureOfGap,
  QUALITY_MEASURES,
} from '../../src/shared/dashboards/quality-measures.ts';
import { allQualityQueries, scoresQueries } from '../../src/shared/dashboards/quality-queries.ts';

const scores = STAGING_COLUMNS.filter(({ kind }) => kind === 'score' || kind === 'probability').map(({ name }) => name);
const judged = THRESHOLDS_IN_ORDER.filter(({ columns }) => columns.length > 0);

describe('QUALITY_MEASURES', () => {
  it('are the scores and probabilities of the model card, each with its threshold', () => {
    expect(QUALITY_MEASURES.flatMap(({ columns }) => [columns.near, columns.far]).toSorted()).toEqual(
      scores.toSorted(),
    );
    expect(QUALITY_MEASURES.map(({ threshold, columns }) => [threshold, [columns.near, columns.far]])).toEqual(
      judged.map(({ name, columns }) => [name, [...columns]]),
    );
  });

  it('bear the names of the catalogue', () => {
    expect(QUALITY_MEASURES.map(({ label }) => label)).toEqual(judged.map(({ label }) => label));
  });

  it.each(judged)('have an axis of which $name falls on edges of bins', ({ columns, accepts }) => {
    const axis = measureOfColumn(columns[0] ?? '')?.axis;
    if (axis === undefined) throw new Error('no measure');
    const { least, most } = limitsOf(accepts);
    for (const limit of [least, most].filter((one) => one !== null)) {
      const bin = ((limit - axis.from) / (axis.to - axis.from)) * axis.bins;
      // The upper end of colourfulness is beyond what images have.
      if (limit < 100) expect(Math.abs(bin - Math.round(bin))).toBeLessThan(1e-9);
      expect(Number(limit.toFixed(axis.digits))).toBe(limit);
    }
  });

  it('keep clear of the value that stands for missing', () => {
    for (const { columns, gaveUp, axis } of QUALITY_MEASURES) {
      const sentinel = findTransformColumn(columns.near)?.sentinel;
      expect(sentinel).toBeLessThan(axis.from);
      expect(gaveUp).not.toBe(sentinel);
    }
  });

  it('have a name for the distance of their scores', () => {
    for (const measure of QUALITY_MEASURES) expect(measureOfGap(gapColumn(measure))).toBe(measure);
    expect(measureOfGap('gap:nothing')).toBeUndefined();
    expect(measureOfGap('score_liqe_near_img')).toBeUndefined();
  });
});

describe('the questions of the page', () => {
  it('are as many as the engine answers at once, and well put', () => {
    const queries = { ...allQualityQueries(), ...scoresQueries('far') };
    const request = AggregateRequest.parse({
      workspace: 'w',
      scope: 'all',
      selection: {},
      queries: Object.entries(queries).map(([name, { query, without }]) => ({ name, query, without })),
    });
    expect(request.queries).toHaveLength(Object.keys(queries).length);
  });
});

describe('the thresholds that a window is told', () => {
  it('are those of the catalogue in pipeline order', () => {
    const told = describeModel().thresholds;
    expect(told.map(({ service }) => service).filter((service, at, all) => service !== all[at - 1])).toEqual([
      'iqa_heuristics',
      'geometry_check',
      'as_heuristics',
    ]);
    expect(told.find(({ name }) => name === 'contrast_range')).toMatchObject({ least: 12, most: 94, failsWith: 305 });
    expect(told.find(({ name }) => name === 'blur_score_thr')).toMatchObject({ least: null, most: 0.61 });
  });
});
