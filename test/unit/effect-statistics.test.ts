import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/shared/statistics/benjamini-hochberg.ts';
import { chiSquareBeyond, chiSquareOfGroups } from '../../src/shared/statistics/chi-square.ts';
import { cliffsDelta } from '../../src/shared/statistics/cliffs-delta.ts';
import { cramersV, evenCramersV } from '../../src/shared/statistics/cramers-v.ts';
import { deltaOfCramersV, effectSize } from '../../src/shared/statistics/effect-strength.ts';
import { mannWhitney } from '../../src/shared/statistics/mann-whitney.ts';
import { normalCumulative, normalTwoSided } from '../../src/shared/statistics/normal-distribution.ts';

/** How far a value is from what is expected, as a share of it. Where no other source is named, expected values are those of SciPy 1.17.1. */
const offBy = (value: number | undefined, expected: number): number =>
  Math.abs((value ?? Number.NaN) - expected) / Math.abs(expected);
const HARDLY = 1e-12;

/** Values of two groups as counts per distinct value, ascending. */
function rankCounts(left: readonly number[], right: readonly number[]): readonly [number[], number[]] {
  const values = [...new Set([...left, ...right])].toSorted((one, other) => one - other);
  const count = (group: readonly number[]): number[] =>
    values.map((value) => group.filter((one) => one === value).length);
  return [count(left), count(right)];
}

describe('the normal distribution', () => {
  it.each([
    // 2 * scipy.stats.norm.sf(z)
    [0, 1],
    [0.5, 0.6170750774519738],
    [1, 0.31731050786291415],
    [1.959963984540054, 0.05],
    [3, 0.0026997960632601866],
    [5, 5.733031437583866e-7],
    [8, 1.244192114854348e-15],
    [20, 5.507248237212311e-89],
    [37, 1.1451142445047853e-299],
  ])('has beyond %d on both sides %d', (z, p) => {
    expect(offBy(normalTwoSided(z), p)).toBeLessThan(HARDLY);
    expect(offBy(normalTwoSided(-z), p)).toBeLessThan(HARDLY);
  });

  it('is symmetric, rises and passes its tabled values', () => {
    expect(offBy(normalCumulative(1), 0.8413447460685429)).toBeLessThan(HARDLY);
    expect(offBy(normalCumulative(-1.959963984540054), 0.025)).toBeLessThan(HARDLY);
    fc.assert(
      fc.property(
        fc.double({ min: -8, max: 8, noNaN: true }),
        fc.double({ min: 1e-3, max: 1, noNaN: true }),
        (z, step) => {
          expect(normalCumulative(z) + normalCumulative(-z)).toBeCloseTo(1, 14);
          expect(normalCumulative(z + step)).toBeGreaterThanOrEqual(normalCumulative(z));
        },
      ),
    );
  });
});

describe('the chi-square test', () => {
  it.each([
    // scipy.stats.chi2.sf(statistic, degrees)
    [3.841458820694124, 1, 0.04999999999999989],
    [0.1, 1, 0.7518296340458492],
    [5, 2, 0.0820849986238988],
    [9.487729036781154, 4, 0.05000000000000006],
    [20, 7, 0.005569683072945574],
    [0.5, 12, 0.9999997261864366],
    [150, 100, 0.0009039320423540184],
    [80, 59, 0.03577704426887221],
    [1000, 30, 5.131435321572562e-191],
    [700, 3, 2.0991308534204487e-151],
  ])('puts beyond %d with %d degrees of freedom %d', (statistic, degrees, p) => {
    expect(offBy(chiSquareBeyond(statistic, degrees), p)).toBeLessThan(HARDLY);
  });

  it('gives the published test of gender and party', () => {
    // Agresti 2007, An Introduction to Categorical Data Analysis, table 2.5: X² = 30.1 with 2 degrees; R's chisq.test prints 30.07, p = 2.954e-07.
    const test = chiSquareOfGroups([762, 327, 468], [484, 239, 477]);
    expect(test?.degrees).toBe(2);
    expect(offBy(test?.statistic, 30.070149095754672)).toBeLessThan(HARDLY);
    expect(offBy(test?.p, 2.9535891832117595e-7)).toBeLessThan(HARDLY);
  });

  it('counts no category that neither group has, and says nothing of an empty group', () => {
    expect(chiSquareOfGroups([10, 0, 20], [5, 0, 30])).toEqual(chiSquareOfGroups([10, 20], [5, 30]));
    expect(chiSquareOfGroups([0, 0], [5, 30])).toBeNull();
    expect(chiSquareOfGroups([7], [5])).toMatchObject({ statistic: 0, degrees: 0, p: 1 });
  });
});

describe("Cramér's V", () => {
  it('is corrected for bias', () => {
    // Bergsma's formula over scipy.stats.chi2_contingency: uncorrected these are 0.1044 and 0.2078.
    const of = (left: number[], right: number[]): number => cramersV(chiSquareOfGroups(left, right) ?? NOTHING);
    expect(offBy(of([762, 327, 468], [484, 239, 477]), 0.10091998278440886)).toBeLessThan(HARDLY);
    expect(offBy(of([10, 20, 5, 0], [100, 80, 30, 40]), 0.1808679549314691)).toBeLessThan(HARDLY);
    expect(of([1360, 0], [0, 999])).toBeCloseTo(1, 12);
    expect(of([10, 30], [20, 60])).toBe(0);
  });

  it('of even groups is that of equally large ones, and does not fall with the size of a group', () => {
    const large = chiSquareOfGroups([60_000, 40_000], [20_000, 80_000]) ?? NOTHING;
    expect(evenCramersV([60_000, 40_000], [20_000, 80_000])).toBeCloseTo(cramersV(large), 5);
    const few = evenCramersV([600, 400], [200_000, 800_000]);
    expect(few).toBeCloseTo(cramersV(large), 2);
    expect(cramersV(chiSquareOfGroups([600, 400], [200_000, 800_000]) ?? NOTHING)).toBeLessThan(0.04);
  });

  it('lies within 0..1 and is 1 for groups that share nothing', () => {
    const counts = fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(counts, (pairs) => {
        const v = evenCramersV(
          pairs.map(([left]) => left),
          pairs.map(([, right]) => right),
        );
        expect(v).toBeGreaterThanOrEqual(0);
        expect(v).toBeLessThanOrEqual(1);
      }),
    );
    expect(evenCramersV([1e9, 0], [0, 1e9])).toBeCloseTo(1, 8);
    expect(evenCramersV([0, 0], [3, 4])).toBe(0);
  });
});

const NOTHING = { statistic: 0, degrees: 0, p: 1, n: 0 };

describe('the Mann-Whitney test', () => {
  it('gives the published test of permeability', () => {
    // Hollander & Wolfe 1973, p. 69; R's wilcox.test(exact = FALSE): W = 35, p-value = 0.2446.
    const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    const test = mannWhitney(...rankCounts(term, [1.15, 0.88, 0.9, 0.74, 1.21]));
    expect(test?.u).toBe(35);
    expect(offBy(test?.p, 0.24462360512698333)).toBeLessThan(HARDLY);
  });

  it('corrects for ties', () => {
    const tied = mannWhitney([40, 25, 10, 3], [300, 90, 60, 50]);
    expect(tied?.u).toBe(20_250);
    expect(offBy(tied?.p, 0.5377181659982568)).toBeLessThan(HARDLY);
    const apart = mannWhitney([0, 0, 3], [4, 3, 0]);
    expect(apart?.u).toBe(21);
    expect(offBy(apart?.p, 0.015747031424990864)).toBeLessThan(HARDLY);
  });

  it('sees no difference where all values are the same, and nothing in an empty group', () => {
    expect(mannWhitney([5], [9])).toMatchObject({ u: 22.5, p: 1 });
    expect(mannWhitney([0, 0], [1, 2])).toBeNull();
  });

  it('counts what comparing every pair counts, and so does delta', () => {
    const values = fc.array(fc.integer({ min: -3, max: 6 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, values, (left, right) => {
        const test = mannWhitney(...rankCounts(left, right));
        let greater = 0;
        let smaller = 0;
        for (const one of left)
          for (const other of right) {
            greater += one > other ? 1 : 0;
            smaller += one < other ? 1 : 0;
          }
        const pairs = left.length * right.length;
        expect(test?.u).toBe(greater + (pairs - greater - smaller) / 2);
        if (test !== null) expect(cliffsDelta(test)).toBeCloseTo((greater - smaller) / pairs, 12);
      }),
    );
  });
});

describe("Cliff's delta", () => {
  it('gives the published example', () => {
    // The manual of R's package effsize 0.8.1, cliff.delta: -0.25.
    const test = mannWhitney(...rankCounts([10, 10, 20, 20, 20, 30, 30, 30, 40, 50], [10, 20, 30, 40, 40, 50]));
    expect(test === null ? null : cliffsDelta(test)).toBe(-0.25);
    expect(offBy(test?.p, 0.4377586729619217)).toBeLessThan(HARDLY);
  });
});

describe('the adjustment of Benjamini and Hochberg', () => {
  it('refuses the four hypotheses of the published example', () => {
    // Benjamini & Hochberg 1995, section 4: fifteen p values; at 0.05 four are refused. Adjusted: scipy.stats.false_discovery_control.
    const published = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    const adjusted = benjaminiHochberg(published);
    expect(adjusted.filter((p) => p < 0.05)).toHaveLength(4);
    for (const [at, p] of [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286, 0.0645, 0.0765, 0.486,
      0.5811818181818181, 0.7148749999999999, 0.7532307692307693, 0.8132142857142857, 1,
    ].entries())
      expect(offBy(adjusted[at], p)).toBeLessThan(HARDLY);
  });

  it('keeps the order given, and never lowers a value', () => {
    expect(benjaminiHochberg([])).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (values) => {
        const adjusted = benjaminiHochberg(values);
        for (const [at, p] of values.entries()) expect(adjusted[at]).toBeGreaterThanOrEqual(p);
        const place = (list: readonly number[]): number => list.indexOf(Math.min(...list));
        if (values.length > 0) expect(adjusted[place(values)]).toBe(Math.min(...adjusted));
      }),
    );
  });
});

describe('the strength of an effect', () => {
  it('takes Cohen’s limits of 0.2, 0.5 and 0.8 as small, medium and large, of either measure', () => {
    // v = d / √(d² + 4) for equally large groups.
    const ofD = (d: number): number => deltaOfCramersV(d / Math.sqrt(d * d + 4));
    expect(offBy(ofD(0.2), 0.11246291601828484)).toBeLessThan(HARDLY);
    expect(offBy(ofD(0.5), 0.2763263901682369)).toBeLessThan(HARDLY);
    expect(offBy(ofD(0.8), 0.4283923550466744)).toBeLessThan(HARDLY);
    expect([0.1, -0.12, 0.3, -0.9].map(effectSize)).toEqual(['negligible', 'small', 'medium', 'large']);
    expect([deltaOfCramersV(0), deltaOfCramersV(1)]).toEqual([0, 1]);
  });
});
