/** How many long calls each window has under way. */
export class WorkUnderWay {
  readonly #calls = new Map<number, number>();

  set(window: number, calls: number): void {
    if (calls === 0) this.#calls.delete(window);
    else this.#calls.set(window, calls);
  }

  /** The engine has gone, and all work with it. */
  clear(): void {
    this.#calls.clear();
  }

  of(window: number): number {
    return this.#calls.get(window) ?? 0;
  }

  get total(): number {
    return [...this.#calls.values()].reduce((sum, calls) => sum + calls, 0);
  }
}
