import type { Proportion } from '../../../../shared/contract/figures.ts';
import type { Language } from '../../../../shared/language.ts';

/** What stands where there is no number. */
export const NOTHING = '–';

/** Numbers as a reader of the language writes them. */
export interface NumberFormat {
  readonly count: (value: number) => string;
  /** Milliseconds without a fraction from 100 on; else to one decimal. */
  readonly ms: (value: number | null) => string;
  /** To two decimals. */
  readonly decimal: (value: number | null) => string;
  /** A share 0..1 to one decimal of a percent; never 0.0 or 100.0 for what is not nothing or not all. */
  readonly percent: (share: number | null) => string;
  /** The bounds of an interval: `65.7–67.2 %`. */
  readonly interval: (proportion: Proportion) => string;
  /** Any measured value in at most seven characters or so: four significant digits or decimals; whole numbers in full. */
  readonly measured: (value: number) => string;
  /** Like `measured`, without thousands separators. */
  readonly plain: (value: number) => string;
  readonly bytes: (bytes: number) => string;
}

/** Shares nearer to 0 or 1 than this would be rounded to it. */
const LEAST_SHOWN = 0.0005;

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

function byteText(language: Language, bytes: number): string {
  const step = Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const unit = BYTE_UNITS[step] ?? 'byte';
  const digits = step === 0 ? 0 : 1;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  }).format(bytes / 1000 ** step);
}

export function numberFormat(language: Language): NumberFormat {
  const fixed = (digits: number, style: 'decimal' | 'percent' = 'decimal'): Intl.NumberFormat =>
    new Intl.NumberFormat(language, {
      style,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: 'always',
    });
  const [whole, one, two, percent] = [fixed(0), fixed(1), fixed(2), fixed(1, 'percent')];
  const decimals = new Intl.NumberFormat(language, { maximumFractionDigits: 4 });
  const significant = new Intl.NumberFormat(language, { maximumSignificantDigits: 4, useGrouping: 'always' });
  const ungrouped = new Intl.NumberFormat(language, { maximumSignificantDigits: 4, useGrouping: false });
  const scientific = new Intl.NumberFormat(language, { maximumSignificantDigits: 2, notation: 'scientific' });
  const shown = (format: Intl.NumberFormat, value: number | null): string =>
    value === null ? NOTHING : format.format(value).replace('-', '−');
  return {
    count: (value) => shown(whole, value),
    ms: (value) => shown(value !== null && Math.abs(value) >= 100 ? whole : one, value),
    decimal: (value) => shown(two, value),
    percent: (share) => {
      if (share !== null && share > 0 && share < LEAST_SHOWN) return `<${percent.format(2 * LEAST_SHOWN)}`;
      if (share !== null && share < 1 && share >= 1 - LEAST_SHOWN) return `>${percent.format(1 - 2 * LEAST_SHOWN)}`;
      return shown(percent, share);
    },
    interval: ({ low, high }) =>
      low === null || high === null ? NOTHING : `${one.format(low * 100)}–${percent.format(high)}`,
    measured: (value) => {
      const size = Math.abs(value);
      if (size >= 1e12 || (size > 0 && size < 1e-3)) return shown(scientific, value);
      if (Number.isInteger(value) || size >= 10_000) return shown(whole, value);
      return shown(size < 1 ? decimals : significant, value);
    },
    plain: (value) => shown(ungrouped, value),
    bytes: (bytes) => byteText(language, bytes),
  };
}
