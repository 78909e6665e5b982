import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { itemAt } from './item-at.ts';

const WARM_UP = 32;
const TWO_TO_32 = 4_294_967_296;

type Generator = ReturnType<typeof xoroshiro128plus>;

/** Random numbers that are the same on every machine: whole-number arithmetic and one exact division. */
export class Random {
  readonly #generator: Generator;

  constructor(seed: number | Generator) {
    if (typeof seed !== 'number') {
      this.#generator = seed;
      return;
    }
    this.#generator = xoroshiro128plus(seed);
    // Small seeds start in almost the same state: their first numbers would be alike.
    for (let skipped = 0; skipped < WARM_UP; skipped++) this.#generator.next();
  }

  /** A sequence of its own, so that one part of the sample may draw more without shifting the others. */
  fork(): Random {
    const own = this.#generator.clone();
    this.#generator.jump();
    return new Random(own);
  }

  /** 32 random bits, as a number from 0. */
  bits(): number {
    return this.#generator.next() >>> 0;
  }

  /** A number from 0 up to, not including, 1. */
  unit(): number {
    return (this.#generator.next() >>> 0) / TWO_TO_32;
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.unit() * limit);
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return itemAt(items, this.below(items.length));
  }

  /** The same items in random order. */
  shuffled<T>(items: readonly T[]): T[] {
    const mixed = [...items];
    for (let last = mixed.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      const kept = itemAt(mixed, last);
      mixed[last] = itemAt(mixed, other);
      mixed[other] = kept;
    }
    return mixed;
  }
}
