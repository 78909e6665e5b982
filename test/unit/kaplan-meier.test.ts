import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KaplanMeier, survivalError, survivalInterval } from '../../src/shared/statistics/kaplan-meier.ts';

interface Observation {
  readonly time: number;
  readonly event: boolean;
}

interface Step {
  readonly time: number;
  readonly survival: number;
  readonly error: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly atRisk: number;
}

/** Every time with an event. */
function curve(observations: readonly Observation[]): readonly Step[] {
  const estimate = new KaplanMeier(observations.length);
  const times = [...new Set(observations.map(({ time }) => time))].toSorted((a, b) => a - b);
  return times.flatMap((time) => {
    const here = observations.filter((one) => one.time === time);
    const events = here.filter(({ event }) => event).length;
    const { atRisk } = estimate;
    estimate.step(events, here.length - events);
    const { survival } = estimate;
    const interval = survivalInterval(estimate);
    if (events === 0) return [];
    return [
      {
        time,
        survival,
        error: survivalError(estimate),
        low: interval?.low ?? null,
        high: interval?.high ?? null,
        atRisk,
      },
    ];
  });
}

const observed = (...times: readonly (number | `${number}+`)[]): readonly Observation[] =>
  times.map((time) => ({ time: Number.parseFloat(String(time)), event: typeof time === 'number' }));

// Remission of leukaemia in weeks, treated with 6-MP. Freireich et al. 1963, Blood 21:699-716.
const SIX_MP = observed(
  ...([6, 6, 6, '6+', 7, '9+', 10, '10+', '11+', 13, 16, '17+', '19+', '20+', 22, 23] as const),
  ...(['25+', '32+', '32+', '34+', '35+'] as const),
);
// Remission of acute myelogenous leukaemia in weeks, maintained. Miller 1981, Survival Analysis, section 3.
const MAINTAINED = observed(9, 13, '13+', 18, 23, '28+', 31, 34, '45+', 48, '161+');

describe('KaplanMeier', () => {
  it('gives the published estimate of the 6-MP trial', () => {
    // Kleinbaum and Klein 2012, Survival Analysis, table 2.3; standard errors as in Collett 2015.
    const published = [
      [6, 21, 0.8571, 0.0764],
      [7, 17, 0.8067, 0.0869],
      [10, 15, 0.7529, 0.0963],
      [13, 12, 0.6902, 0.1068],
      [16, 11, 0.6275, 0.1141],
      [22, 7, 0.5378, 0.1282],
      [23, 6, 0.4482, 0.1346],
    ];
    expect(
      curve(SIX_MP).map(({ time, atRisk, survival, error }) => [
        time,
        atRisk,
        Number(survival.toFixed(4)),
        Number((error ?? NaN).toFixed(4)),
      ]),
    ).toEqual(published);
  });

  it('gives the log-log interval that survival 3 for R prints for the maintained group', () => {
    const published = [
      [9, 0.909, 0.5081, 0.987],
      [13, 0.818, 0.4474, 0.951],
      [18, 0.716, 0.3502, 0.899],
      [23, 0.614, 0.2658, 0.835],
      [31, 0.491, 0.1673, 0.753],
      [34, 0.368, 0.0928, 0.657],
      [48, 0.184, 0.0117, 0.525],
    ] as const;
    const steps = curve(MAINTAINED);
    expect(steps.map(({ time }) => time)).toEqual(published.map(([time]) => time));
    for (const [index, [, survival, low, high]] of published.entries()) {
      expect(steps[index]?.survival).toBeCloseTo(survival, 3);
      expect(steps[index]?.low).toBeCloseTo(low, 4);
      expect(steps[index]?.high).toBeCloseTo(high, 3);
    }
  });

  it('has no interval where nobody is left, and a sure one where nothing has happened', () => {
    expect(curve(observed(1, 2)).at(-1)).toMatchObject({ survival: 0, error: null, low: null, high: null });
    expect(survivalInterval(new KaplanMeier(5))).toEqual({ low: 1, high: 1 });
    expect(survivalError(new KaplanMeier(5))).toBe(0);
  });

  const observations = fc.array(fc.record({ time: fc.nat(12), event: fc.boolean() }), { minLength: 1, maxLength: 60 });

  it('is one less the plain share where nothing is censored', () => {
    fc.assert(
      fc.property(observations, (some) => {
        const all = some.map(({ time }) => ({ time, event: true }));
        for (const { time, survival } of curve(all))
          expect(survival).toBeCloseTo(all.filter((one) => one.time > time).length / all.length, 9);
      }),
    );
  });

  it('never rises, and its interval holds it within 0..1', () => {
    fc.assert(
      fc.property(observations, (some) => {
        let before = 1;
        for (const { survival, low, high } of curve(some)) {
          expect(survival).toBeLessThanOrEqual(before);
          expect(low ?? 0).toBeLessThanOrEqual(survival + 1e-12);
          expect(high ?? 1).toBeGreaterThanOrEqual(survival - 1e-12);
          expect(low ?? 0).toBeGreaterThanOrEqual(0);
          expect(high ?? 1).toBeLessThanOrEqual(1);
          before = survival;
        }
      }),
    );
  });
});
