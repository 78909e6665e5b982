import { IS_ACCEPTED } from '../../../etl/dashboards/condition-sql.ts';
import { codesFor, type Codes } from '../../engine/columns/coded-column.ts';
import type { ProcessColumns } from '../../engine/columns/process-columns.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';

/** Bits of {@link ProcessFacts.accepted}. */
export const FIRST_ACCEPTED = 1;
export const LAST_ACCEPTED = 2;
export const EVER_ACCEPTED = 4;

/** What every question about processes needs, an entry for each process. */
export interface ProcessFacts extends ProcessColumns {
  /** Which attempts were accepted, as bits. */
  readonly accepted: Uint8Array;
  /** Row of the last attempt. */
  readonly last: Uint32Array;
  /** Different numbers of attempts, ascending, and which of them a process has. */
  readonly sizes: Uint32Array;
  readonly size: Codes;
}

/** When things happened in each process. */
export interface ProcessTimes {
  /** Seconds from the last attempt to the last instant of the workspace. */
  readonly quiet: Float64Array;
  /** Seconds from the first attempt to the last. */
  readonly span: Float64Array;
  /** Seconds from the first attempt to the first that was accepted, or to the last where none was. */
  readonly waited: Float64Array;
  /** Seconds from a failed attempt to the next: the longest, 0 where there is none. */
  readonly pause: Float64Array;
}

const INSTANT = '"x_epoch_us"';
const MICROSECONDS = 1e6;

/** Made once for a state of the workspace. */
export function processFacts(columns: WorkspaceColumns): Promise<ProcessFacts> {
  return columns.kept(
    'process facts',
    async () => {
      const [accepted = new Uint8Array()] = await columns.truths([IS_ACCEPTED]);
      return factsOf(await columns.processes(), accepted);
    },
    ({ accepted, last, sizes, size }) => accepted.byteLength + last.byteLength + sizes.byteLength + size.byteLength,
  );
}

function factsOf(processes: ProcessColumns, isAccepted: Uint8Array): ProcessFacts {
  const { count, order, starts } = processes;
  const accepted = new Uint8Array(count);
  const last = new Uint32Array(count);
  const places = new Map<number, number>();
  for (let process = 0; process < count; process += 1) {
    const [from, to] = [starts[process] ?? 0, starts[process + 1] ?? 0];
    last[process] = order[to - 1] ?? 0;
    let bits = 0;
    for (let place = from; place < to; place += 1) {
      if (isAccepted[order[place] ?? 0] !== 1) continue;
      bits |= EVER_ACCEPTED | (place === from ? FIRST_ACCEPTED : 0) | (place === to - 1 ? LAST_ACCEPTED : 0);
    }
    accepted[process] = bits;
    places.set(to - from, 0);
  }
  const sizes = Uint32Array.from(places.keys()).toSorted();
  for (const [place, attempts] of sizes.entries()) places.set(attempts, place);
  const size = codesFor(count, sizes.length);
  for (let process = 0; process < count; process += 1)
    size[process] = places.get((starts[process + 1] ?? 0) - (starts[process] ?? 0)) ?? 0;
  return { ...processes, accepted, last, sizes, size };
}

/** Made once for a state of the workspace. */
export function processTimes(columns: WorkspaceColumns): Promise<ProcessTimes> {
  return columns.kept(
    'process times',
    async () => {
      const facts = await processFacts(columns);
      const [accepted = new Uint8Array()] = await columns.truths([IS_ACCEPTED]);
      const [instant] = await columns.coded([INSTANT]);
      if (instant?.kind !== 'numbers') throw new Error('instants are numbers');
      return timesOf(
        facts,
        accepted,
        (row) => instant.values[instant.codes[row] ?? 0] ?? 0,
        instant.values.at(-1) ?? 0,
      );
    },
    ({ quiet, span, waited, pause }) =>
      [quiet, span, waited, pause].reduce((bytes, { byteLength }) => bytes + byteLength, 0),
  );
}

function timesOf(
  { count, order, starts }: ProcessFacts,
  isAccepted: Uint8Array,
  instantOf: (row: number) => number,
  end: number,
): ProcessTimes {
  const quiet = new Float64Array(count);
  const span = new Float64Array(count);
  const waited = new Float64Array(count);
  const pause = new Float64Array(count);
  for (let process = 0; process < count; process += 1) {
    const [from, to] = [starts[process] ?? 0, starts[process + 1] ?? 0];
    const begun = instantOf(order[from] ?? 0);
    let before = begun;
    let failed = false;
    let acceptedAt: number | null = null;
    let longest = 0;
    for (let place = from; place < to; place += 1) {
      const row = order[place] ?? 0;
      const instant = instantOf(row);
      if (failed && instant - before > longest) longest = instant - before;
      failed = isAccepted[row] !== 1;
      if (!failed) acceptedAt ??= instant;
      before = instant;
    }
    quiet[process] = (end - before) / MICROSECONDS;
    span[process] = (before - begun) / MICROSECONDS;
    waited[process] = ((acceptedAt ?? before) - begun) / MICROSECONDS;
    pause[process] = longest / MICROSECONDS;
  }
  return { quiet, span, waited, pause };
}

/** A value of each process: codes into the values of a column, `missing` where there is none. */
export interface ProcessCodes {
  readonly codes: Codes;
  readonly values: readonly string[];
  readonly missing: number;
}

/** The text that an expression over `transform` has in the first or last attempt of each process. Made once for a state of the workspace. */
export function processTexts(
  columns: WorkspaceColumns,
  expression: string,
  attempt: 'first' | 'last',
): Promise<ProcessCodes> {
  return columns.kept(
    `process ${attempt} ${expression}`,
    async () => {
      const { count, order, starts } = await columns.processes();
      const [column] = await columns.coded([expression]);
      if (column?.kind !== 'texts') throw new Error('the expression does not give texts');
      const codes = codesFor(count, column.missing + 1);
      for (let process = 0; process < count; process += 1) {
        const place = attempt === 'first' ? (starts[process] ?? 0) : (starts[process + 1] ?? 1) - 1;
        codes[process] = column.codes[order[place] ?? 0] ?? column.missing;
      }
      return { codes, values: column.values, missing: column.missing };
    },
    ({ codes }) => codes.byteLength,
  );
}
