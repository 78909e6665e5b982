/** Which rows belong to which process. Rows and processes are counted from 0, rows in order of id. */
export interface ProcessColumns {
  /** Processes; a transaction without a process id is one of its own. */
  readonly count: number;
  /** Process of each row. */
  readonly of: Uint32Array;
  /** Rows by process, in each from the first attempt to the last. */
  readonly order: Uint32Array;
  /** Where each process begins in `order`, and at last its length. */
  readonly starts: Uint32Array;
}

/**
 * Groups rows by process. `first` names the process of each row by any number that its rows share, and `attempts` is the
 * position of each row in it, from 1.
 */
export function processColumns(first: Float64Array, attempts: Float64Array): ProcessColumns {
  const rows = first.length;
  const of = new Uint32Array(rows);
  const numbers = new Map<number, number>();
  for (let row = 0; row < rows; row += 1) {
    const name = first[row] ?? 0;
    let process = numbers.get(name);
    if (process === undefined) numbers.set(name, (process = numbers.size));
    of[row] = process;
  }
  const count = numbers.size;
  const starts = new Uint32Array(count + 1);
  for (let row = 0; row < rows; row += 1) starts[(of[row] ?? 0) + 1] = (starts[(of[row] ?? 0) + 1] ?? 0) + 1;
  for (let process = 0; process < count; process += 1)
    starts[process + 1] = (starts[process + 1] ?? 0) + (starts[process] ?? 0);
  const order = new Uint32Array(rows);
  for (let row = 0; row < rows; row += 1) order[(starts[of[row] ?? 0] ?? 0) + (attempts[row] ?? 1) - 1] = row;
  return { count, of, order, starts };
}
