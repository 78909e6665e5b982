import type { Proportion } from '../contract/figures.ts';
import type { RowBlock } from '../contract/row-block.ts';
import { proportion } from '../statistics/proportion.ts';
import { proportionDifference, type ProportionDifference } from '../statistics/proportion-difference.ts';
import { answerRows, countOf, numberOf, textOf, type AnswerRow } from './answer-rows.ts';
import { calendarOf } from './calendar-days.ts';
import type { Period, PeriodPair } from './period-pair.ts';

const NATURAL = new Intl.Collator('en', { numeric: true });

/** Names as people count, missing last. */
export function byName(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return NATURAL.compare(one, other);
}

/** Rates whose unit is the transaction. */
export interface TransactionRates {
  readonly n: number;
  readonly acceptance: Proportion;
  /** Of the transactions. */
  readonly technicalFailures: Proportion;
  /** Of the transactions that reached PAD. */
  readonly padRejects: Proportion;
  readonly persons: number;
}

export function transactionRates(row: AnswerRow | undefined): TransactionRates {
  const n = countOf(row, 'n');
  return {
    n,
    acceptance: proportion(countOf(row, 'accepted'), n),
    technicalFailures: proportion(countOf(row, 'technical_failures'), n),
    padRejects: proportion(countOf(row, 'pad_rejects'), countOf(row, 'reached_pad')),
    persons: countOf(row, 'persons'),
  };
}

export interface ClientRates extends TransactionRates {
  /** `null`: the transactions that name no client. */
  readonly client: string | null;
}

/** Largest client first. */
export function clientRates(block: RowBlock | undefined): readonly ClientRates[] {
  return answerRows(block)
    .map((row) => ({ client: textOf(row, 'client'), ...transactionRates(row) }))
    .toSorted((a, b) => b.n - a.n || byName(a.client, b.client));
}

/** Rates whose unit is the process. */
export interface ProcessRates {
  readonly client: string | null;
  readonly n: number;
  readonly firstTry: Proportion;
  readonly final: Proportion;
  /** Failed first and accepted later, of those that failed first. */
  readonly recovery: Proportion;
  /** Attempts per process. */
  readonly meanAttempts: number | null;
}

/** Largest client first; one row without a client where the question has no facet. */
export function processRates(block: RowBlock | undefined): readonly ProcessRates[] {
  return answerRows(block)
    .map((row) => {
      const n = countOf(row, 'n');
      return {
        client: textOf(row, 'client'),
        n,
        firstTry: proportion(countOf(row, 'first_accepted'), n),
        final: proportion(countOf(row, 'finally_accepted'), n),
        recovery: proportion(countOf(row, 'recovered'), countOf(row, 'failed_first')),
        meanAttempts: n === 0 ? null : countOf(row, 'attempts') / n,
      };
    })
    .toSorted((a, b) => b.n - a.n || byName(a.client, b.client));
}

export interface ResponseCount {
  readonly code: number | null;
  readonly description: string | null;
  readonly status: string | null;
  readonly n: number;
  /** Of all of the answer. */
  readonly share: number;
}

/** Most frequent first. */
export function responseCounts(block: RowBlock | undefined): readonly ResponseCount[] {
  const rows = answerRows(block);
  const all = rows.reduce((total, row) => total + countOf(row, 'n'), 0);
  return rows
    .map((row) => {
      const n = countOf(row, 'n');
      return {
        code: numberOf(row, 'code'),
        description: textOf(row, 'description'),
        status: textOf(row, 'status'),
        n,
        share: n / all,
      };
    })
    .toSorted((a, b) => b.n - a.n || (a.code ?? Infinity) - (b.code ?? Infinity));
}

/** Transactions per day of every client, days without any filled in. */
export interface DayClientCounts {
  /** `YYYY-MM-DD`, from the first to the last. */
  readonly days: readonly string[];
  /** As people count, missing last. */
  readonly clients: readonly {
    readonly client: string | null;
    readonly n: number;
    /** By day. */
    readonly counts: readonly number[];
    readonly accepted: readonly number[];
  }[];
  /** By day, of all clients. */
  readonly totals: readonly number[];
}

/** `edges`: days that the calendar begins and ends with at least. */
export function dayClientCounts(block: RowBlock | undefined, edges: readonly string[] = []): DayClientCounts {
  const rows = answerRows(block).filter((row) => textOf(row, 'day') !== null);
  const days = calendarOf(
    rows.map((row) => String(row['day'])),
    edges,
  );
  const at = new Map(days.map((day, index) => [day, index]));
  const clients = new Map<string | null, { counts: number[]; accepted: number[] }>();
  const totals = days.map(() => 0);
  for (const row of rows) {
    const client = textOf(row, 'client');
    const own = clients.get(client) ?? { counts: days.map(() => 0), accepted: days.map(() => 0) };
    clients.set(client, own);
    const index = at.get(String(row['day'])) ?? 0;
    own.counts[index] = countOf(row, 'n');
    own.accepted[index] = countOf(row, 'accepted');
    totals[index] = (totals[index] ?? 0) + countOf(row, 'n');
  }
  return {
    days,
    totals,
    clients: [...clients]
      .map(([client, { counts, accepted }]) => ({ client, n: sum(counts), counts, accepted }))
      .toSorted((a, b) => byName(a.client, b.client)),
  };
}

export interface HourCell {
  /** 1 Monday to 7. */
  readonly weekday: number;
  /** 0-23 on the clock of the log. */
  readonly hour: number;
  readonly acceptance: Proportion;
}

/** Cells with any transaction. */
export function hourCells(block: RowBlock | undefined): readonly HourCell[] {
  return answerRows(block).flatMap((row) => {
    const [weekday, hour] = [numberOf(row, 'weekday'), numberOf(row, 'hour')];
    if (weekday === null || hour === null) return [];
    return [{ weekday, hour, acceptance: proportion(countOf(row, 'accepted'), countOf(row, 'n')) }];
  });
}

/** Acceptance of a client in a period and in the one before. */
export interface ClientTrend {
  readonly client: string | null;
  readonly present: Proportion;
  readonly previous: Proportion;
  /** Present less previous; null where one of them is empty. */
  readonly change: ProportionDifference | null;
}

/** Client by client, largest in the present period first; those in neither are left out. */
export function clientTrends({ days, clients }: DayClientCounts, periods: PeriodPair): readonly ClientTrend[] {
  const within = ({ from, to }: Period, counts: readonly number[]): number =>
    sum(counts.filter((_, at) => (days[at] ?? '') >= from && (days[at] ?? '') <= to));
  return clients
    .map(({ client, counts, accepted }) => {
      const of = (period: Period): Proportion => proportion(within(period, accepted), within(period, counts));
      const [present, previous] = [of(periods.present), of(periods.previous)];
      return {
        client,
        present,
        previous,
        change: proportionDifference(present.k, present.n, previous.k, previous.n),
      };
    })
    .filter(({ present, previous }) => present.n + previous.n > 0)
    .toSorted((a, b) => b.present.n - a.present.n || byName(a.client, b.client));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
