import type { Proportion } from '../contract/figures.ts';
import type { RowBlock } from '../contract/row-block.ts';
import { proportion } from '../statistics/proportion.ts';
import { calendarOf } from './calendar-days.ts';
import { answerRows, countOf, numberOf, textOf, type AnswerRow } from './answer-rows.ts';

/** What an answer comes to: that of its code in the catalogue, `accepted` where the transaction was. */
export const OUTCOMES = ['accepted', 'capture', 'attack', 'system', 'pass'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** An answer of the API; missing parts are null. */
export interface Answer {
  readonly description: string | null;
  readonly outcome: Outcome | null;
}

/** The figures of a group of processes. */
export interface ProcessFigures {
  readonly client: string | null;
  readonly n: number;
  readonly attempts: number;
  /** Attempts per process. */
  readonly mean: number | null;
  readonly p95: number | null;
  readonly most: number | null;
  /** Accepted at the first attempt; in the last attempt. */
  readonly firstTry: Proportion;
  readonly final: Proportion;
  /** Of those that failed first, accepted in any later attempt. */
  readonly recovery: Proportion;
  /** Of those whose end can be told, refused last and not seen again. */
  readonly abandonment: Proportion;
  /** Processes in which somebody came back after the time after which they are said to have given up. */
  readonly returnedLate: number;
}

function processFigures(row: AnswerRow): ProcessFigures {
  const [n, attempts] = [countOf(row, 'n'), countOf(row, 'attempts')];
  return {
    client: textOf(row, 'client'),
    n,
    attempts,
    mean: n === 0 ? null : attempts / n,
    p95: numberOf(row, 'attempts_p95'),
    most: numberOf(row, 'attempts_max'),
    firstTry: proportion(countOf(row, 'first_accepted'), n),
    final: proportion(countOf(row, 'finally_accepted'), n),
    recovery: proportion(countOf(row, 'recovered'), countOf(row, 'failed_first')),
    abandonment: proportion(countOf(row, 'abandoned'), countOf(row, 'closed')),
    returnedLate: countOf(row, 'returned_late'),
  };
}

/** The only group of an answer without facets. */
export function overallFigures(block: RowBlock): ProcessFigures {
  return processFigures(answerRows(block)[0] ?? {});
}

/** By client, most processes first. */
export function clientFigures(block: RowBlock): readonly ProcessFigures[] {
  return answerRows(block)
    .map(processFigures)
    .toSorted((a, b) => b.n - a.n);
}

/** Processes with the same number of attempts; the last size stands for itself and more. */
export interface SizeCount {
  readonly size: number;
  readonly n: number;
  /** Of them, accepted in the last attempt. */
  readonly accepted: number;
}

export const OPEN_SIZE = 10;

/** From one attempt to ten and more, none left out. */
export function sizeCounts(block: RowBlock): readonly SizeCount[] {
  const rows = new Map(answerRows(block).map((row) => [countOf(row, 'size'), row]));
  if (rows.size === 0) return [];
  return Array.from({ length: OPEN_SIZE }, (_, index) => {
    const row = rows.get(index + 1);
    return { size: index + 1, n: countOf(row, 'n'), accepted: countOf(row, 'finally_accepted') };
  });
}

/** Acceptance of the transactions that were the attempt of that number. */
export interface AttemptRate {
  readonly attempt: number;
  readonly rate: Proportion;
}

export function attemptRates(block: RowBlock): readonly AttemptRate[] {
  return answerRows(block)
    .map((row) => ({
      attempt: countOf(row, 'attempt'),
      rate: proportion(countOf(row, 'accepted'), countOf(row, 'n')),
    }))
    .toSorted((a, b) => a.attempt - b.attempt);
}

/** Processes that began on each day, and what share of them was accepted at once; days without any are there too. */
export interface DailyCourse {
  readonly begun: readonly number[];
  /** Null where none began. */
  readonly firstTry: readonly (number | null)[];
}

/** By day and attempt: the first attempts of a day are the processes that began on it. */
export function dailyCourse(block: RowBlock): DailyCourse {
  const firsts = new Map(
    answerRows(block)
      .filter((row) => row['attempt'] === 1)
      .map((row) => [textOf(row, 'day'), proportion(countOf(row, 'accepted'), countOf(row, 'n'))]),
  );
  const days = calendarOf([...firsts.keys()].filter((day) => day !== null));
  return {
    begun: days.map((day) => firsts.get(day)?.n ?? 0),
    firstTry: days.map((day) => firsts.get(day)?.rate ?? null),
  };
}

/** A step of a curve of acceptance. Shares 0..1. */
export interface CurvePoint {
  readonly seconds: number;
  /** Kaplan-Meier: what would be accepted by then if nobody gave up. */
  readonly accepted: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly atRisk: number;
  /** Of all processes, those that were accepted by then. */
  readonly ofAll: number;
}

export interface AcceptanceCurve {
  /** Null also for the curve of all processes. */
  readonly client: string | null;
  readonly points: readonly CurvePoint[];
}

/** One curve, or one for each client. */
export function acceptanceCurves(block: RowBlock): readonly AcceptanceCurve[] {
  const curves = new Map<string | null, CurvePoint[]>();
  for (const row of answerRows(block)) {
    const client = textOf(row, 'client');
    const points = curves.get(client) ?? [];
    curves.set(client, points);
    points.push({
      seconds: countOf(row, 'seconds'),
      accepted: countOf(row, 'accepted'),
      low: numberOf(row, 'low'),
      high: numberOf(row, 'high'),
      atRisk: countOf(row, 'at_risk'),
      ofAll: countOf(row, 'of_all'),
    });
  }
  return [...curves].map(([client, points]) => ({ client, points }));
}

/** When a share was accepted; null where it never was. */
export function timeToShare({ points }: AcceptanceCurve, share: number): number | null {
  // A curve has the step at which each whole percentage was reached; sums of floating point may miss it by a hair.
  return points.find(({ accepted }) => accepted >= share - 1e-9)?.seconds ?? null;
}

/** One process of many attempts. */
export interface LongProcess {
  /** Null: a transaction without a process id. */
  readonly process: string | null;
  readonly client: string | null;
  readonly attempts: number;
  /** Id of the last transaction. */
  readonly row: number;
  readonly firstDate: string | null;
  readonly seconds: number;
  readonly lastDescription: string | null;
  readonly isAccepted: boolean;
}

/** Most attempts first. Processes of a single attempt are not among them. */
export function longProcesses(block: RowBlock): readonly LongProcess[] {
  return answerRows(block)
    .map((row) => ({
      process: textOf(row, 'process'),
      client: textOf(row, 'client'),
      attempts: countOf(row, 'attempts'),
      row: countOf(row, 'row'),
      firstDate: textOf(row, 'first_date'),
      seconds: countOf(row, 'seconds'),
      lastDescription: textOf(row, 'last_description'),
      isAccepted: row['accepted'] === true,
    }))
    .filter(({ attempts }) => attempts > 1);
}

/** One person with several processes. */
export interface BusyPerson {
  readonly person: string;
  readonly processes: number;
  readonly attempts: number;
  /** Of the processes, accepted in the last attempt. */
  readonly accepted: Proportion;
  readonly clients: number;
  readonly row: number;
}

/** Most processes first. Persons with a single process are not among them. */
export function busyPersons(block: RowBlock): readonly BusyPerson[] {
  return answerRows(block)
    .map((row) => ({
      person: textOf(row, 'person') ?? '',
      processes: countOf(row, 'processes'),
      attempts: countOf(row, 'attempts'),
      accepted: proportion(countOf(row, 'accepted'), countOf(row, 'processes')),
      clients: countOf(row, 'clients'),
      row: countOf(row, 'row'),
    }))
    .filter(({ processes }) => processes > 1);
}
