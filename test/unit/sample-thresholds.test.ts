import { describe, expect, it } from 'vitest';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import { isAccepted, thresholdOfColumn, THRESHOLDS } from '../../src/etl/model/thresholds.ts';
import published from '../fixtures/published-figures.json' with { type: 'json' };

describe('THRESHOLDS', () => {
  it('are the published ones', () => {
    const limits = THRESHOLDS.map(({ name, accepts }) => [
      name,
      accepts.kind === 'within' ? [accepts.least, accepts.most] : accepts.value,
    ]);
    expect(Object.fromEntries(limits)).toEqual(published.pad_and_quality_thresholds_seen_in_raw_documents);
  });

  it('judge every score and probability of the model card, on both images', () => {
    for (const { name, kind } of STAGING_COLUMNS) {
      expect(thresholdOfColumn(name) !== undefined).toBe(kind === 'score' || kind === 'probability');
    }
    for (const { columns, service } of THRESHOLDS) expect(columns).toHaveLength(service === 'geometry_check' ? 0 : 2);
  });

  it('accept their own limits', () => {
    expect(isAccepted({ kind: 'at-least', value: 0.82 }, 0.82)).toBe(true);
    expect(isAccepted({ kind: 'at-least', value: 0.82 }, 0.8199)).toBe(false);
    expect(isAccepted({ kind: 'at-most', value: 0.61 }, 0.61)).toBe(true);
    expect(isAccepted({ kind: 'at-most', value: 0.61 }, 0.6101)).toBe(false);
    expect([12, 94, 11.9, 94.1].map((score) => isAccepted({ kind: 'within', least: 12, most: 94 }, score))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
