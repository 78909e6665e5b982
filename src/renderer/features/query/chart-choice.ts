import type { QueryAnswer } from '../../../shared/contract/calls.ts';

export const CHART_KINDS = ['bars', 'line', 'points'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** What a quick chart draws: columns by their position in the answer. */
export interface ChartChoice {
  readonly kind: ChartKind;
  readonly x: number;
  readonly y: number;
}

const NUMBER = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL\b.*)$/;
const TIME = /^(DATE|TIME|TIMESTAMP)/;
/** Numbers of these columns are names, not amounts. */
const NAMED_BY_NUMBER = /(^|_)(id|code|year|line)$/i;

export function isNamedByNumber(columnName: string): boolean {
  return NAMED_BY_NUMBER.test(columnName);
}

export function isNumberType(type: string): boolean {
  return NUMBER.test(type);
}

/** The chart that an answer asks for, or null where it has no number to draw. */
export function suggestedChart(columns: QueryAnswer['columns'], rows: number): ChartChoice | null {
  const numeric = columns.flatMap(({ type }, index) => (isNumberType(type) ? [index] : []));
  const amounts = numeric.filter((index) => !isNamedByNumber(columns[index]?.name ?? ''));
  const numbers = amounts.length > 0 ? amounts : numeric;
  const time = columns.findIndex(({ type }) => TIME.test(type));
  const text = columns.findIndex(({ type }) => !isNumberType(type) && !TIME.test(type));
  const [first, second] = numbers;
  if (first === undefined) return null;
  if (time >= 0) return { kind: 'line', x: time, y: first };
  if (text >= 0) return { kind: 'bars', x: text, y: first };
  if (second === undefined) return { kind: 'bars', x: first, y: first };
  return { kind: rows > 60 ? 'points' : 'bars', x: first, y: second };
}
