/** A number of things, and how it is written. */
export interface Counted {
  readonly n: number;
  readonly text: string;
}

/** `1 row`, `2 rows`. Both languages have one form for one and one for all others. */
export function some({ n, text }: Counted, one: string, others: string): string {
  return `${text} ${n === 1 ? one : others}`;
}
