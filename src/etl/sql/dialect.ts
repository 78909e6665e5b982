import type { ColumnKind } from '../model/column.ts';
import type { ClockField } from './expression.ts';

/** What an engine must tell the code generator. A capability that an engine lacks is a missing implementation here, never a silent fallback. */
export interface Dialect {
  readonly name: 'duckdb' | 'sqlite';
  /** A quoted identifier, safe for any name. */
  identifier(name: string): string;
  /** A quoted text literal. */
  text(value: string): string;
  /** A literal of the engine's 64-bit binary floating-point type. */
  real(value: number): string;
  /** The storage type of a column kind. */
  type(kind: ColumnKind): string;
  /** Casts an SQL text to a 64-bit whole number. */
  toInteger(sql: string): string;
  /** Day of the week, Sunday = 0, of an SQL text `YYYY-MM-DD`. */
  weekday(sql: string): string;
}

/** Where each field stands in `YYYY-MM-DD HH:MM:SS.ffffff±HH:MM`: first character (from 1) and length. */
export const CLOCK_POSITIONS: Readonly<Record<Exclude<ClockField, 'weekday'>, readonly [number, number]>> = {
  year: [1, 4],
  month: [6, 2],
  day: [9, 2],
  hour: [12, 2],
  minute: [15, 2],
};

/** Doubles every `quote` inside `name` and wraps it. */
export function quoted(name: string, quote: string): string {
  return quote + name.replaceAll(quote, quote + quote) + quote;
}

/** A decimal literal with a point, so that no engine takes it for a whole number or a decimal of limited precision. */
export function decimalPointed(value: number): string {
  const digits = String(value);
  return /[.e]/.test(digits) ? digits : `${digits}.0`;
}
