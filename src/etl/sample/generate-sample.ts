import type { Attempt } from './attempt.ts';
import { Random } from './chance/random.ts';
import { FirstSightBook } from './first-sight-book.ts';
import { januaryTransactions } from './january/january-transactions.ts';
import { liveAttempts } from './live/live-attempts.ts';
import { measureAttempt } from './measures/measure-attempt.ts';
import type { Cell } from './measures/row.ts';

/** Samples with a fixed number of rows and fixed counts; the seed varies the details only. */
export const SAMPLE_PRESETS = ['january-2025'] as const;
export type SamplePreset = (typeof SAMPLE_PRESETS)[number];

/** What is to be generated. A preset decides the number of rows itself. */
export interface SampleOptions {
  readonly rows: number;
  /** A whole number of 32 bits. The same seed gives the same sample on every machine. */
  readonly seed: number;
  readonly preset?: SamplePreset | undefined;
}

/** One generated transaction. */
export interface SampleTransaction {
  /** One value a staging column, in their order; identities as pseudonyms, numbered in order of first sight. */
  readonly cells: readonly Cell[];
  readonly attempt: Attempt;
}

/** Invents transactions one by one, in order of time. Take them in order: later ones depend on earlier ones. */
export function* generateSample({ rows, seed, preset }: SampleOptions): Generator<SampleTransaction, void> {
  const random = new Random(seed);
  const book = new FirstSightBook();
  if (preset === 'january-2025') {
    for (const { row, attempt } of januaryTransactions(random)) {
      book.name(row, attempt);
      yield { cells: row, attempt };
    }
    return;
  }
  const measuring = random.fork();
  let left = rows;
  for (const attempt of liveAttempts(rows, random)) {
    if (left-- <= 0) return;
    const row = measureAttempt(attempt, measuring);
    book.name(row, attempt);
    yield { cells: row, attempt };
  }
}
