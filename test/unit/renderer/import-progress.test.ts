import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMPORT_STAGES, type ImportProgress } from '../../../src/shared/contract/import-progress.ts';
import { overallShare } from '../../../src/renderer/features/import/overall-progress.ts';
import { beginPace, nextPace, remainingMilliseconds, type Pace } from '../../../src/renderer/features/import/pace.ts';

const at = (stage: ImportProgress['stage'], rows: number, bytes = 1000): ImportProgress => ({
  stage,
  rows,
  totalRows: stage === 'survey' ? null : 1000,
  bytes,
  totalBytes: 1000,
});

describe('the overall share of an import', () => {
  it('begins at nothing and is below all until it is answered', () => {
    expect(overallShare(at('survey', 0, 0))).toBe(0);
    expect(overallShare(at('commit', 1000))).toBeLessThan(1);
    expect(overallShare(at('commit', 1000))).toBeGreaterThan(0.9);
  });

  it('never falls from one stage to the next while rows are stored', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }), (numbers) => {
        const rows = numbers.toSorted((left, right) => left - right);
        const shares = IMPORT_STAGES.map((stage, index) => overallShare(at(stage, rows[index] ?? 0)));
        expect(shares).toEqual(shares.toSorted((left, right) => left - right));
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
      }),
    );
  });

  it('follows the bytes of the survey and then the rows', () => {
    expect(overallShare(at('survey', 0, 500))).toBeCloseTo(0.025);
    expect(overallShare(at('read', 500))).toBeCloseTo(0.05 + 0.95 * 0.95 * 0.5);
  });

  it('goes by the stage where no rows are told yet', () => {
    expect(overallShare(at('store', 0))).toBeGreaterThan(overallShare(at('check', 0)));
    expect(overallShare({ ...at('read', 0), totalRows: 0 })).toBeCloseTo(0.05);
  });
});

describe('the time that is left', () => {
  const steady = (share: number, until: number, step = 100): Pace => {
    let pace = beginPace(0);
    for (let now = step; now <= until; now += step) pace = nextPace(pace, now, (share * now) / until);
    return pace;
  };

  it('is not told in the first moments', () => {
    expect(remainingMilliseconds(steady(0.5, 1000), 1000)).toBeNull();
    expect(remainingMilliseconds(steady(0.01, 5000), 5000)).toBeNull();
  });

  it('is what a steady pace comes to', () => {
    expect(remainingMilliseconds(steady(0.5, 10_000), 10_000)).toBe(10_000);
    expect(remainingMilliseconds(steady(0.25, 60_000), 60_000)).toBe(180_000);
  });

  it('goes down while nothing is heard, and never below nothing', () => {
    const pace = steady(0.5, 10_000);
    expect(remainingMilliseconds(pace, 14_000)).toBe(6000);
    expect(remainingMilliseconds(pace, 40_000)).toBe(0);
  });

  it('comes in steps of five seconds above half a minute and of thirty above five', () => {
    expect(Number(remainingMilliseconds(steady(0.1, 10_000), 10_000)) % 5000).toBe(0);
    expect(Number(remainingMilliseconds(steady(0.02, 10_000), 10_000)) % 30_000).toBe(0);
  });

  it('grows when the pace slackens, without jumping to it', () => {
    const fast = steady(0.5, 10_000);
    const before = remainingMilliseconds(fast, 10_000) ?? 0;
    const slower = nextPace(fast, 12_000, 0.51);
    const after = remainingMilliseconds(slower, 12_000) ?? 0;
    expect(after).toBeGreaterThan(before);
    expect(after).toBeLessThan(40_000);
  });

  it('counts a share that falls as standing still', () => {
    const pace = nextPace(nextPace(beginPace(0), 1000, 0.4), 2000, 0.3);
    expect(pace.share).toBe(0.4);
  });
});
