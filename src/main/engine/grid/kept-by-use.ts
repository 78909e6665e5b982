/** Keeps values up to a total weight; what was not used for longest goes first. The newest is kept whatever its weight. */
export class KeptByUse<Value> {
  readonly #values = new Map<string, { readonly value: Value; readonly weight: number }>();
  readonly #most: number;
  #weight = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Value | undefined {
    const found = this.#values.get(key);
    if (found === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, found);
    return found.value;
  }

  set(key: string, value: Value, weight: number): void {
    this.delete(key);
    this.#values.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#values.keys()) {
      if (this.#weight <= this.#most || oldest === key) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const found = this.#values.get(key);
    if (found === undefined) return;
    this.#values.delete(key);
    this.#weight -= found.weight;
  }

  keys(): IterableIterator<string> {
    return this.#values.keys();
  }

  values(): readonly Value[] {
    return [...this.#values.values()].map(({ value }) => value);
  }
}
