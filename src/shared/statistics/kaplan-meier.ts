import type { Interval } from './wilson-interval.ts';

/** The quantile of the standard normal distribution that leaves 2.5 % on each side. */
const Z = 1.959963984540054;

/** How far an estimate has come. */
export interface SurvivalState {
  /** Share without the event by now. */
  readonly survival: number;
  /** Greenwood's sum: the variance of the survival over its square. Infinite where nobody is left. */
  readonly sum: number;
}

/**
 * Kaplan and Meier's estimate of the share that has not yet met the event, step by step in the order of time. Those censored at
 * the time of an event were still at risk then. Source: Kaplan and Meier 1958; the variance is Greenwood's (1926).
 */
export class KaplanMeier implements SurvivalState {
  /** Under observation just before the next step. */
  atRisk: number;
  survival = 1;
  sum = 0;

  constructor(n: number) {
    this.atRisk = n;
  }

  /** `events` and `censored` of one time, later than all before. */
  step(events: number, censored: number): void {
    if (events > 0) {
      const staying = this.atRisk - events;
      this.survival *= staying / this.atRisk;
      this.sum += events / (this.atRisk * staying);
    }
    this.atRisk -= events + censored;
  }
}

/** Greenwood's standard error of the survival; `null` where nobody is left. */
export function survivalError({ survival, sum }: SurvivalState): number | null {
  return survival === 0 ? null : survival * Math.sqrt(sum);
}

/**
 * The 95 % interval of the survival, pointwise, on the log-log scale: within 0..1, and truer to its level in small samples than the
 * plain one. `null` where nobody is left. Source: Kalbfleisch and Prentice 2002, section 1.4.
 */
export function survivalInterval({ survival, sum }: SurvivalState): Interval | null {
  if (survival === 0) return null;
  if (sum === 0) return { low: 1, high: 1 };
  const spread = Math.exp((Z * Math.sqrt(sum)) / Math.abs(Math.log(survival)));
  return { low: survival ** spread, high: survival ** (1 / spread) };
}
