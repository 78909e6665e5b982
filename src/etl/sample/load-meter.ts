import { MICROSECONDS } from './local-timestamp.ts';

/** Counts calls in a minute that slides, from the counts of two whole minutes: constant memory. */
export class LoadMeter {
  readonly #capacity: number;
  #minute = -1;
  #current = 0;
  #previous = 0;

  /** @param capacity calls a minute that the servers answer without a queue */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Counts a call and gives the load at that moment: 1 is as much as the servers can take. Calls come in order of time. */
  count(at: number): number {
    const minute = Math.floor(at / MICROSECONDS.minute);
    if (minute !== this.#minute) {
      this.#previous = minute === this.#minute + 1 ? this.#current : 0;
      this.#current = 0;
      this.#minute = minute;
    }
    this.#current++;
    const passed = at / MICROSECONDS.minute - minute;
    return (this.#current + this.#previous * (1 - passed)) / this.#capacity;
  }
}
