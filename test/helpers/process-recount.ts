import type { AggregateQuery } from '../../src/shared/contract/aggregate.ts';
import type { BlockCell } from '../../src/shared/row-block-cells.ts';
import { RESPONSE_CODES } from '../../src/etl/model/response-codes.ts';
import type { StagingRow } from './lens-fixture.ts';

type QueryOf<Kind extends AggregateQuery['kind']> = Extract<AggregateQuery, { readonly kind: Kind }>;
export type Answered = Record<string, BlockCell>;

/** A transaction with its place in its process, told in plain code. */
export interface CountedAttempt {
  readonly id: number;
  readonly row: StagingRow;
  /** Milliseconds since 1970. */
  readonly instant: number;
  readonly number: number;
  readonly isLast: boolean;
}

type Process = readonly CountedAttempt[];

const text = (attempt: CountedAttempt | undefined, name: string): string | null =>
  (attempt?.row[name] ?? null) as string | null;
const isOk = (attempt: CountedAttempt | undefined): boolean => attempt?.row['summary_status'] === 'ok';

function outcomeOf(attempt: CountedAttempt): string | null {
  if (isOk(attempt)) return 'accepted';
  return RESPONSE_CODES.find(({ code }) => code === attempt.row['summary_code'])?.outcome ?? null;
}

/** All processes, their attempts by instant and then by row. */
export function processesOf(rows: readonly StagingRow[]): readonly Process[] {
  const named = rows.map((row, index) => ({
    id: index + 1,
    row,
    instant: Date.parse(String(row['date']).replace(' ', 'T')),
  }));
  const groups = Object.values(
    Object.groupBy(named, ({ id, row }) => String(row['procesoConvenioGuid'] ?? `row ${id}`)),
  );
  return groups.map((group = []) =>
    group
      .toSorted((a, b) => a.instant - b.instant || a.id - b.id)
      .map((one, index) => ({ ...one, number: index + 1, isLast: index === group.length - 1 })),
  );
}

function quantile(values: readonly number[], at: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const place = at * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low === undefined || high === undefined ? null : low + (high - low) * (place - Math.floor(place));
}

const first = (process: Process): CountedAttempt | undefined => process[0];
const last = (process: Process): CountedAttempt | undefined => process.at(-1);
const instantOf = (attempt: CountedAttempt | undefined): number => attempt?.instant ?? Number.NaN;
const secondsFrom = (from: CountedAttempt | undefined, to: CountedAttempt | undefined): number =>
  (instantOf(to) - instantOf(from)) / 1000;

function grouped<T>(items: readonly T[], keyOf: (item: T) => Answered): readonly { key: Answered; of: readonly T[] }[] {
  const found = new Map<string, { key: Answered; of: T[] }>();
  for (const item of items) {
    const key = keyOf(item);
    const group = found.get(JSON.stringify(key)) ?? { key, of: [] };
    group.of.push(item);
    found.set(JSON.stringify(key), group);
  }
  return [...found.values()];
}

const FACETS = {
  client: (process: Process) => ({ client: text(last(process), 'convenio') }),
  attempts: (process: Process) => ({ size: Math.min(process.length, 10) }),
  first_description: (process: Process) => ({ first_description: text(first(process), 'summary_desc') }),
  last_description: (process: Process) => ({ last_description: text(last(process), 'summary_desc') }),
};

function countProcesses(
  { by, abandonedAfterSeconds: timeout }: QueryOf<'processes'>,
  processes: readonly Process[],
  end: number,
): readonly Answered[] {
  const keyOf = (process: Process): Answered =>
    Object.assign({}, ...by.map((facet) => FACETS[facet](process))) as Answered;
  const groups = by.length === 0 ? [{ key: {}, of: processes }] : grouped(processes, keyOf);
  return groups.map(({ key, of }) => {
    const many = (is: (process: Process) => boolean): number => of.filter(is).length;
    const sizes = of.map((process) => process.length);
    const isClosed = (process: Process): boolean => (end - instantOf(last(process))) / 1000 >= timeout;
    return {
      ...key,
      n: of.length,
      first_accepted: many((process) => isOk(first(process))),
      finally_accepted: many((process) => isOk(last(process))),
      ever_accepted: many((process) => process.some(isOk)),
      recovered: many((process) => !isOk(first(process)) && process.some(isOk)),
      failed_first: many((process) => !isOk(first(process))),
      abandoned: many((process) => isClosed(process) && !isOk(last(process))),
      closed: many(isClosed),
      returned_late: many((process) =>
        process.some((one, index) => {
          const before = process[index - 1];
          return before !== undefined && !isOk(before) && secondsFrom(before, one) > timeout;
        }),
      ),
      attempts: sizes.reduce((sum, size) => sum + size, 0),
      attempts_p50: quantile(sizes, 0.5),
      attempts_p95: quantile(sizes, 0.95),
      attempts_max: quantile(sizes, 1),
    };
  });
}

function countTransitions(
  { attempts, together }: QueryOf<'transitions'>,
  processes: readonly Process[],
): readonly Answered[] {
  const steps = processes.flatMap((process) =>
    process.filter(({ number }) => together || number <= attempts).map((from) => ({ from, to: process[from.number] })),
  );
  return grouped(steps, ({ from, to }) => ({
    ...(together ? {} : { attempt: from.number }),
    from: text(from, 'summary_desc'),
    from_outcome: outcomeOf(from),
    to: text(to, 'summary_desc'),
    to_outcome: to === undefined ? null : outcomeOf(to),
    last: to === undefined,
  })).map(({ key, of }) => ({ ...key, n: of.length }));
}

/** The textbook's table: every time, those at risk then, and the product. Every step, not only those that an answer keeps. */
function estimate(processes: readonly Process[]): readonly Answered[] {
  const observed = processes.map((process) => {
    const accepted = process.find(isOk);
    return { event: accepted !== undefined, time: secondsFrom(first(process), accepted ?? last(process)) };
  });
  const times = [...new Set(observed.filter(({ event }) => event).map(({ time }) => time))].toSorted((a, b) => a - b);
  let survival = 1;
  let greenwood = 0;
  let accepted = 0;
  return times.map((time) => {
    const atRisk = observed.filter((one) => one.time >= time).length;
    const events = observed.filter((one) => one.event && one.time === time).length;
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    accepted += events;
    // The interval of log(-log S), turned back.
    const [centre, spread] = [
      Math.log(-Math.log(survival)),
      (1.959963984540054 * Math.sqrt(greenwood)) / Math.log(survival),
    ];
    const back = (value: number): number | null => (events === atRisk ? null : 1 - Math.exp(-Math.exp(value)));
    return {
      seconds: time,
      accepted: 1 - survival,
      low: back(centre + spread),
      high: back(centre - spread),
      at_risk: atRisk,
      of_all: accepted / observed.length,
    };
  });
}

function longest(processes: readonly Process[]): readonly Answered[] {
  return processes.map((process) => ({
    process: text(last(process), 'procesoConvenioGuid'),
    client: text(last(process), 'convenio'),
    attempts: process.length,
    row: last(process)?.id ?? null,
    first_date: text(first(process), 'date'),
    seconds: secondsFrom(first(process), last(process)),
    last_description: text(last(process), 'summary_desc'),
    accepted: isOk(last(process)),
  }));
}

function persons(processes: readonly Process[]): readonly Answered[] {
  const known = processes.filter((process) => (text(last(process), 'documento') ?? '') !== '');
  return grouped(known, (process) => ({ person: text(last(process), 'documento') })).map(({ key, of }) => ({
    ...key,
    processes: of.length,
    attempts: of.reduce((sum, process) => sum + process.length, 0),
    accepted: of.filter((process) => isOk(last(process))).length,
    clients: new Set(of.map((process) => text(last(process), 'convenio')).filter((client) => client !== null)).size,
    row: of.map(last).toSorted((a, b) => instantOf(b) - instantOf(a) || (b?.id ?? 0) - (a?.id ?? 0))[0]?.id ?? null,
  }));
}

/** Answers a question about processes, in no particular order and without regard to its limit. `all`: those of the workspace. */
export function recountProcesses(
  query: AggregateQuery,
  all: readonly Process[],
  isSelected: (attempt: CountedAttempt) => boolean,
): readonly Answered[] {
  const inScope = all.filter((process) => process.some(isSelected));
  switch (query.kind) {
    case 'processes':
      return countProcesses(query, inScope, Math.max(...all.map((process) => instantOf(last(process)))));
    case 'transitions':
      return countTransitions(query, inScope);
    case 'time-to-acceptance': {
      if (query.split === null) return estimate(inScope);
      return grouped(inScope, FACETS.client).flatMap(({ key, of }) =>
        estimate(of).map((step) => ({ ...key, ...step })),
      );
    }
    case 'longest-processes':
      return longest(inScope);
    case 'busiest-persons':
      return persons(inScope);
    default:
      throw new Error(`${query.kind} is not about processes`);
  }
}
