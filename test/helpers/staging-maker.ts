import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import type { CsvCells } from './transaction-csv.ts';
import { readDate } from './date-reference.ts';
import type { Staging } from './transform-reference.ts';

/** A small generator of repeatable chance (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const BIG = Number.MAX_SAFE_INTEGER;
/** Sizes on, just under and just over every class's limit, of every shape, and absurd ones. */
const SIZES: readonly (readonly [number, number])[] = [
  ...[33_177_600, 8_847_360, 8_294_400, 2_073_600, 921_600, 786_432, 307_200, 76_800].flatMap((pixels) => [
    [pixels, 1] as const,
    [1, pixels - 1] as const,
    [pixels + 1, 1] as const,
  ]),
  [590, 896],
  [736, 648],
  [480, 640],
  [4000, 4000],
  [1, 1],
  [0, 10],
  [-5, 7],
  [BIG, BIG],
  [BIG, 1],
  [-BIG, BIG],
];

const TEXTS: readonly (string | null)[] = [
  'main',
  'hat',
  'Bogotá, D.C.',
  'say "hi"',
  '日本語 🙂',
  " o'clock ",
  '-2',
  'NaN',
  '0',
  null,
];
const SCORES: readonly (number | null)[] = [
  4.25,
  -1,
  -2,
  0,
  0.1,
  0.30000000000000004,
  1e-300,
  1.7976931348623157e308,
  100,
  null,
  null,
];
const TIMES: readonly (number | null)[] = [0, 11, 12.5, 0.1, 0.2, 0.7, 1e15, -3, 480.00001, 1e308, null, null, null];
const CODES: readonly (number | null)[] = [1400, 1402, 203, 0, 9999, -1, 7777, BIG, null];
const OFFSETS = ['-05:00', '+00:00', '+05:45', '-03:30', '+14:00', '-18:59'];

/** One made-up transaction: its cells, and the typed row that they must become. */
export interface MadeRow {
  readonly cells: CsvCells;
  readonly staging: Staging;
}

/**
 * Rows with every kind of gap and edge value: sizes at the class limits, times that overflow, dates of two centuries,
 * processes of many attempts, some at the same instant, some rows without process. Keys do not repeat.
 */
export function madeRows(count: number, seed: number): readonly MadeRow[] {
  const random = chance(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const oneIn = (times: number): boolean => random() * times < 1;
  const two = (value: number): string => String(value).padStart(2, '0');
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const date = (): string => {
    // A quarter of the dates are of a few instants, so that attempts tie.
    if (oneIn(4))
      return pick([
        '2025-01-08T22:49:46.404009-05:00',
        '2025-01-09T03:49:46.404009Z',
        '2025-01-08T22:49:46.404010-05:00',
      ]);
    const day = `${whole(1900, 2100)}-${two(whole(1, 12))}-${two(whole(1, 28))}`;
    return `${day}T${two(whole(0, 23))}:${two(whole(0, 59))}:${two(whole(0, 59))}.${String(whole(0, 999_999)).padStart(6, '0')}${pick(OFFSETS)}`;
  };
  const valueOf = (kind: string, name: string): string | number | null => {
    if (kind === 'text') return pick(TEXTS);
    if (kind === 'integer') return pick(CODES);
    if (name === 'total_time_ms' && oneIn(2)) return whole(0, 30_000);
    return oneIn(3) ? random() * 1000 : pick(kind === 'duration' ? TIMES : SCORES);
  };
  return Array.from({ length: count }, (_, index) => {
    const sizes = { near: pick(SIZES), far: oneIn(3) ? null : pick(SIZES) };
    const raw = date();
    const staging: Record<string, string | number | null> = {};
    const cells: Record<string, string> = {};
    const emptyRow = oneIn(50);
    for (const { name, kind } of STAGING_COLUMNS) {
      const size = /^img_size_(near|far)_img_(width|height)$/.exec(name);
      const [side, dimension] = [size?.[1] as 'near' | 'far', size?.[2]];
      let value =
        size === null ? valueOf(kind, name) : oneIn(20) ? null : (sizes[side]?.[dimension === 'width' ? 0 : 1] ?? null);
      if (emptyRow) value = null;
      if (name === 'file_token') value = `tok-${index}`;
      if (name === 'procesoConvenioGuid') value = oneIn(12) ? null : `process_${whole(0, count / 3)}`;
      if (kind === 'timestamp') value = readDate(raw)?.canonical ?? null;
      staging[name] = value;
      cells[name] = kind === 'timestamp' ? raw : value === null ? pick(['', '', 'NULL', 'None']) : String(value);
    }
    return { cells, staging };
  });
}
