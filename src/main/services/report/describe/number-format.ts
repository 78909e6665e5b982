import type { Proportion } from '../../../../shared/contract/figures.ts';
import type { Language } from '../../../../shared/language.ts';

/** What stands where there is no number. */
export const NOTHING = '–';

/** Numbers as a reader of the language writes them. */
export interface NumberFormat {
  count(value: number): string;
  /** Milliseconds without a fraction, from 100 on; else to one decimal. */
  ms(value: number | null): string;
  /** To two decimals. */
  decimal(value: number | null): string;
  /** A share 0..1 to one decimal of a percent. */
  percent(share: number | null): string;
  /** The bounds of an interval: `65.7–67.2 %`. */
  interval(proportion: Proportion): string;
  /** Any measured value, to four significant digits; whole numbers in full. */
  measured(value: number): string;
  bytes(bytes: number): string;
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

function byteText(language: Language, bytes: number): string {
  const step = Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const unit = BYTE_UNITS[step] ?? 'byte';
  const digits = step === 0 ? 0 : 1;
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits }).format(bytes / 1000 ** step);
}

export function numberFormat(language: Language): NumberFormat {
  const fixed = (digits: number, style: 'decimal' | 'percent' = 'decimal'): Intl.NumberFormat =>
    new Intl.NumberFormat(language, { style, minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: 'always' });
  const [whole, one, two, percent] = [fixed(0), fixed(1), fixed(2), fixed(1, 'percent')];
  const significant = new Intl.NumberFormat(language, { maximumSignificantDigits: 4, useGrouping: 'always' });
  const scientific = new Intl.NumberFormat(language, { maximumSignificantDigits: 4, notation: 'scientific' });
  const shown = (format: Intl.NumberFormat, value: number | null): string => (value === null ? NOTHING : format.format(value).replace('-', '−'));
  return {
    count: (value) => shown(whole, value),
    ms: (value) => shown(value !== null && Math.abs(value) >= 100 ? whole : one, value),
    decimal: (value) => shown(two, value),
    percent: (share) => shown(percent, share),
    interval: ({ low, high }) => (low === null || high === null ? NOTHING : `${one.format(low * 100)}–${percent.format(high)}`),
    measured: (value) => {
      const size = Math.abs(value);
      if (size >= 1e12 || (size > 0 && size < 1e-4)) return shown(scientific, value);
      return shown(Number.isInteger(value) || size >= 10_000 ? whole : significant, value);
    },
    bytes: (bytes) => byteText(language, bytes),
  };
}
