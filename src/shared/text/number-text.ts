import type { Proportion } from '../contract/figures.ts';
import type { Language } from '../language.ts';

/** What stands where there is no number. */
const NOTHING = '–';

/** Numbers as a reader of the language writes them. */
export interface NumberText {
  readonly count: (value: number) => string;
  /** Milliseconds to one decimal. */
  readonly ms: (value: number | null) => string;
  /** A number to two decimals. */
  readonly decimal: (value: number | null) => string;
  /** A share 0..1 as a percentage to one decimal, to two under 1 %. */
  readonly percent: (share: number | null) => string;
  /** `66.5% (65.7–67.2)`: the rate and its interval, to two decimals where all of it is under 1 %. */
  readonly rate: (proportion: Proportion) => string;
}

export function numberText(language: Language): NumberText {
  const format = (digits: number, style: 'decimal' | 'percent' = 'decimal'): Intl.NumberFormat =>
    new Intl.NumberFormat(language, {
      style,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: 'always',
    });
  const [whole, one, two] = [format(0), format(1), format(2)];
  const [percent, finePercent] = [format(1, 'percent'), format(2, 'percent')];
  const isFine = (share: number): boolean => share !== 0 && Math.abs(share) < 0.01;
  const shown = (with_: Intl.NumberFormat, value: number | null): string =>
    value === null ? NOTHING : with_.format(value);
  return {
    count: (value) => whole.format(value),
    ms: (value) => shown(one, value),
    decimal: (value) => shown(two, value),
    percent: (share) => shown(share !== null && isFine(share) ? finePercent : percent, share),
    rate: ({ rate, low, high }) => {
      if (rate === null || low === null || high === null) return NOTHING;
      const [rates, bounds] = isFine(high) ? [finePercent, two] : [percent, one];
      return `${rates.format(rate)} (${bounds.format(low * 100)}–${bounds.format(high * 100)})`;
    },
  };
}
