import { describe, expect, test } from 'vitest';
import {
  limitAt,
  limitsNow,
  placeOf,
  withLimits,
} from '../../../src/renderer/features/dashboards/quality/explorer/moved-limits.ts';
import { QUALITY_MEASURES, type QualityMeasure } from '../../../src/shared/dashboards/quality-measures.ts';

const measureNamed = (name: string): QualityMeasure => {
  const found = QUALITY_MEASURES.find((measure) => measure.name === name);
  if (found === undefined) throw new Error(`no measure ${name}`);
  return found;
};
const topiq = measureNamed('topiq');
const contrast = measureNamed('contrast');
const KNOWN = { least: 0.41, most: null };

describe('moved limits', () => {
  test('are those of the catalogue until they are moved, and again when they are moved back', () => {
    expect(limitsNow({}, topiq, KNOWN)).toBe(KNOWN);
    const moved = withLimits({}, topiq, KNOWN, { least: 0.5, most: null });
    expect(moved).toEqual({ topiq_thr: { least: 0.5, most: null } });
    expect(limitsNow(moved, topiq, KNOWN)).toEqual({ least: 0.5, most: null });
    expect(withLimits(moved, topiq, KNOWN, { least: 0.41, most: null })).toEqual({});
  });

  test('do not touch each other', () => {
    const one = withLimits({}, topiq, KNOWN, { least: 0.5, most: null });
    const both = withLimits(one, contrast, { least: 12, most: 94 }, { least: 20, most: 94 });
    expect(Object.keys(both).toSorted()).toEqual(['contrast_range', 'topiq_thr']);
  });

  test('end at the end of the axis, where everything passes', () => {
    expect(limitAt(topiq.axis, 'least', 0)).toBeNull();
    expect(limitAt(topiq.axis, 'least', 1)).toBe(1);
    expect(limitAt(contrast.axis, 'most', 120)).toBeNull();
    expect(limitAt(contrast.axis, 'most', 400)).toBeNull();
    expect(placeOf(topiq.axis, 'least', null)).toBe(0);
    expect(placeOf(contrast.axis, 'most', null)).toBe(120);
  });

  test('have the decimals of the axis', () => {
    expect(limitAt(topiq.axis, 'least', 0.456_789)).toBe(0.46);
    expect(limitAt(contrast.axis, 'least', 12.345)).toBe(12.3);
  });
});
