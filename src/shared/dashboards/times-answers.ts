import type { RowBlock } from '../contract/row-block.ts';
import { countIn, numberIn, onlyRow, rowsOf, textIn } from './block-row.ts';
import { TIME_PARTS, type ServiceCard, type TimePart } from './times-queries.ts';

/** Milliseconds; null where there is nothing to compute them from. */
type Time = number | null;

/** The time of whole transactions, and what is left when the microservices' is taken away. */
export interface Totals {
  readonly transactions: number;
  /** Those whose total is known: everything else here is of them. */
  readonly n: number;
  readonly mean: Time;
  readonly deviation: Time;
  readonly minimum: Time;
  readonly p25: Time;
  readonly p50: Time;
  readonly p75: Time;
  readonly p95: Time;
  readonly p99: Time;
  readonly maximum: Time;
  readonly other: {
    readonly n: number;
    readonly mean: Time;
    /** Transactions in which the microservices' times add up to more than the total. */
    readonly negative: number;
    readonly minimum: Time;
    readonly p50: Time;
    readonly p95: Time;
    readonly p99: Time;
  };
}

export function totalsOf(block: RowBlock | undefined): Totals {
  const row = onlyRow(block);
  const time = (name: string): Time => numberIn(row, name);
  return {
    transactions: countIn(row, 'n'),
    n: countIn(row, 'timed'),
    mean: time('mean'),
    deviation: time('deviation'),
    minimum: time('minimum'),
    p25: time('p25'),
    p50: time('p50'),
    p75: time('p75'),
    p95: time('p95'),
    p99: time('p99'),
    maximum: time('maximum'),
    other: {
      n: countIn(row, 'other_n'),
      mean: time('other_mean'),
      negative: countIn(row, 'other_negative'),
      minimum: time('other_minimum'),
      p50: time('other_p50'),
      p95: time('other_p95'),
      p99: time('other_p99'),
    },
  };
}

/** Time of one microservice; percentiles where it was executed. */
export interface ServiceTime {
  readonly name: string;
  /** Mean, not executed counted as 0, as published. */
  readonly perTransaction: Time;
  /** The same over the transactions whose total is known: with those of the others and of `other` it adds up to the mean total. */
  readonly perTimed: Time;
  /** `perTimed` of the mean total, 0..1. */
  readonly share: number | null;
  readonly perExecuted: Time;
  /** Transactions in which it was executed for at least one image. */
  readonly executed: number;
  readonly p5: Time;
  readonly p25: Time;
  readonly p50: Time;
  readonly p75: Time;
  readonly p95: Time;
  readonly p99: Time;
}

/** The microservices' times, in pipeline order. */
export function serviceTimesOf(
  services: readonly ServiceCard[],
  block: RowBlock | undefined,
  totals: Totals,
): readonly ServiceTime[] {
  const row = onlyRow(block);
  return services.map(({ name }) => {
    const time = (figure: string): Time => numberIn(row, `${name}:${figure}`);
    const perTimed = time('timed');
    return {
      name,
      perTransaction: time('mean'),
      perTimed,
      share: shareOf(perTimed, totals.mean),
      perExecuted: time('mean_executed'),
      executed: countIn(row, `${name}:executed`),
      p5: time('p5'),
      p25: time('p25'),
      p50: time('p50'),
      p75: time('p75'),
      p95: time('p95'),
      p99: time('p99'),
    };
  });
}

/** A time as a share of another; null where either is missing or there is no other. */
export function shareOf(part: Time, whole: Time): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}

/** Mean times of the parts of a microservice, over the transactions that have the part; null where it has no such part. */
export interface ServiceParts extends Readonly<Record<TimePart, { readonly mean: Time; readonly n: number } | null>> {
  readonly name: string;
}

export function servicePartsOf(services: readonly ServiceCard[], block: RowBlock | undefined): readonly ServiceParts[] {
  const row = onlyRow(block);
  return services.map(({ name }) => {
    const part = (of: TimePart): ServiceParts[TimePart] =>
      row[`${name}:${of}_n`] === undefined
        ? null
        : { mean: numberIn(row, `${name}:${of}`), n: countIn(row, `${name}:${of}_n`) };
    const [execution = null, queue = null, near = null, far = null] = TIME_PARTS.map(part);
    return { name, execution, queue, near, far };
  });
}

/** How long a time was at a time of day or on a day. */
export interface TimeAt {
  /** `YYYY-MM-DD`; null where the answer is not by day. */
  readonly day: string | null;
  /** 0-23; null where the answer is not by hour. */
  readonly hour: number | null;
  readonly n: number;
  readonly p50: Time;
  readonly p95: Time;
}

/** In order of time. */
export function timesAtOf(block: RowBlock | undefined): readonly TimeAt[] {
  return rowsOf(block)
    .map((row) => ({
      day: textIn(row, 'day'),
      hour: numberIn(row, 'hour'),
      n: countIn(row, 'n'),
      p50: numberIn(row, 'p50'),
      p95: numberIn(row, 'p95'),
    }))
    .toSorted((a, b) => (a.day ?? '').localeCompare(b.day ?? '') || (a.hour ?? -1) - (b.hour ?? -1));
}

/** Mean time per transaction of each microservice and of `other` on a day. */
export interface ServiceDay {
  readonly day: string;
  readonly n: number;
  readonly means: ReadonlyMap<string, number>;
}

export function serviceDaysOf(services: readonly ServiceCard[], block: RowBlock | undefined): readonly ServiceDay[] {
  const names = [...services.map(({ name }) => name), 'other'];
  return rowsOf(block).flatMap((row) => {
    const day = textIn(row, 'day');
    const means = names.flatMap((name) => {
      const mean = numberIn(row, name);
      return mean === null ? [] : [[name, mean] as const];
    });
    return day === null ? [] : [{ day, n: countIn(row, 'n'), means: new Map(means) }];
  });
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
}

export function binsOf(block: RowBlock | undefined): readonly Bin[] {
  return rowsOf(block)
    .map((row) => ({ from: countIn(row, 'from'), to: countIn(row, 'to'), n: countIn(row, 'n') }))
    .toSorted((a, b) => a.from - b.from);
}

/** Transactions with an answer, by class of an image. */
export interface AnswerClasses {
  readonly code: number | null;
  readonly description: string | null;
  readonly n: number;
  /** Most frequent first; a class is null where the size of the image is missing. */
  readonly classes: readonly { readonly name: string | null; readonly n: number }[];
}

/** Most frequent answer first. */
export function answerClassesOf(block: RowBlock | undefined, facet: string): readonly AnswerClasses[] {
  const answers = new Map<
    string,
    { code: number | null; description: string | null; classes: Map<string | null, number> }
  >();
  for (const row of rowsOf(block)) {
    const [code, description] = [numberIn(row, 'code'), textIn(row, 'description')];
    const key = JSON.stringify([code, description]);
    const known = answers.get(key) ?? { code, description, classes: new Map() };
    answers.set(key, known);
    const name = textIn(row, facet);
    known.classes.set(name, (known.classes.get(name) ?? 0) + countIn(row, 'n'));
  }
  return [...answers.values()]
    .map(({ code, description, classes }) => {
      const counted = [...classes].map(([name, n]) => ({ name, n })).toSorted((a, b) => b.n - a.n);
      return { code, description, n: counted.reduce((sum, { n }) => sum + n, 0), classes: counted };
    })
    .toSorted((a, b) => b.n - a.n || (a.code ?? 0) - (b.code ?? 0));
}
