import type { ClientProportion, Figures, Proportion, ResponseFigure } from '../../../shared/contract/figures.ts';
import { proportion } from '../../../shared/statistics/proportion.ts';
import { responseByCode } from '../../../etl/model/response-codes.ts';
import { WEEKDAY_NAMES } from '../../../etl/transform/derivation-expression.ts';
import type { LensRow } from '../../engine/lens-reader.ts';
import { inOrder } from './in-order.ts';
import { maybeNumber, maybeText, number, only, text } from './lens-cells.ts';
import type { TransactionCounts } from './transaction-counts.ts';

const accepted = (row: LensRow): Proportion => proportion(number(row, 'accepted'), number(row, 'n'));
const failed = (row: LensRow): Proportion => proportion(number(row, 'failures'), number(row, 'n'));
const padRejected = (row: LensRow): Proportion => proportion(number(row, 'pad_rejects'), number(row, 'reached_pad'));

/** Largest client first, by transactions in scope whatever the unit of the proportion. */
function byClient(counts: TransactionCounts, measure: (row: LensRow) => Proportion): readonly ClientProportion[] {
  const rows = inOrder(counts.byClient, (row) => [-number(row, 'n'), maybeText(row, 'client')]);
  return rows.map((row) => ({ client: maybeText(row, 'client'), ...measure(row) }));
}

/** Monday is 1, Sunday is 7. */
const isoWeekday = (name: string): number => WEEKDAY_NAMES.findIndex((weekday) => weekday === name) || 7;

function response(row: LensRow, total: number): ResponseFigure {
  const code = maybeNumber(row, 'code');
  const n = number(row, 'n');
  return {
    code,
    description: maybeText(row, 'description'),
    status: maybeText(row, 'status'),
    outcome: code === null ? null : (responseByCode(code)?.outcome ?? null),
    n,
    share: n / total,
  };
}

/** The figures whose unit is the transaction and that are counts or shares of counts. */
export function transactionFigures(
  counts: TransactionCounts,
): Pick<Figures, 'volume' | 'responses' | 'acceptance' | 'technicalFailures' | 'padRejects'> {
  const overall = only(counts.overall);
  const total = number(overall, 'n');
  const day = (row: LensRow): string => text(row, 'day');
  const client = (row: LensRow): string | null => maybeText(row, 'client');
  const responses = counts.byResponse.map((row) => response(row, total));
  const weekdays = counts.byWeekday.map((row) => ({ weekday: isoWeekday(text(row, 'weekday')), ...accepted(row) }));
  return {
    volume: {
      byDay: inOrder(counts.byDay, (row) => [day(row)]).map((row) => ({ day: day(row), ...accepted(row) })),
      byDayAndClient: inOrder(counts.byDayAndClient, (row) => [day(row), client(row)]).map((row) => ({
        day: day(row),
        client: client(row),
        ...accepted(row),
      })),
      byClient: byClient(counts, accepted).map(({ client: of, n }) => ({ client: of, n, share: n / total })),
    },
    responses: inOrder(responses, ({ n, code, description, status }) => [-n, code, description, status]),
    acceptance: {
      overall: accepted(overall),
      byClient: byClient(counts, accepted),
      byAttempt: inOrder(counts.byAttempt, (row) => [number(row, 'attempt')]).map((row) => ({
        attempt: number(row, 'attempt'),
        ...accepted(row),
      })),
      byHour: inOrder(counts.byHour, (row) => [number(row, 'hour')]).map((row) => ({
        hour: number(row, 'hour'),
        ...accepted(row),
      })),
      byWeekday: inOrder(weekdays, ({ weekday }) => [weekday]),
    },
    technicalFailures: { overall: failed(overall), byClient: byClient(counts, failed) },
    padRejects: { overall: padRejected(overall), byClient: byClient(counts, padRejected) },
  };
}
