import type { TransactionDetail } from '../../../shared/contract/grid.ts';
import type { LensReader } from '../../engine/lens-reader.ts';
import { maybeNumber, maybeText, number } from '../figures/lens-cells.ts';

/** The attempts of a transaction's process, itself among them. */
export type ProcessAttempts = Pick<TransactionDetail, 'attempts' | 'attemptCount'>;

const MOST_ATTEMPTS = 1000;

/** The attempts of a process, oldest first: the first thousand, of which `id` takes the last place where it came later. */
export async function attemptsOfProcess(lens: LensReader, process: string, id: number): Promise<ProcessAttempts> {
  const rows = await lens.rows(
    `SELECT "id", "x_attempt_number" AS attempt, "x_attempts_in_process" AS attempts, "date", "summary_code" AS code,
      "summary_desc" AS description, "summary_status" AS status, "total_time_ms" AS milliseconds, "x_is_final_attempt" AS final
    FROM transform WHERE "procesoConvenioGuid" = ?
    QUALIFY row_number() OVER (ORDER BY "id" = ? DESC, "x_attempt_number") <= ${MOST_ATTEMPTS}
    ORDER BY "x_attempt_number"`,
    [process, id],
  );
  const attempts = rows.map((row) => ({
    id: number(row, 'id'),
    attempt: number(row, 'attempt'),
    date: maybeText(row, 'date'),
    code: maybeNumber(row, 'code'),
    description: maybeText(row, 'description'),
    status: maybeText(row, 'status'),
    totalMilliseconds: maybeNumber(row, 'milliseconds'),
    isFinal: row['final'] === true,
  }));
  return { attempts, attemptCount: Number(rows[0]?.['attempts'] ?? 0) };
}

/** A transaction without a process is the only attempt of one of its own. */
export function onlyAttempt(id: number, cells: TransactionDetail['staging']): ProcessAttempts {
  const text = (name: string): string | null => (typeof cells[name] === 'string' ? cells[name] : null);
  const amount = (name: string): number | null => (typeof cells[name] === 'number' ? cells[name] : null);
  return {
    attemptCount: 1,
    attempts: [
      {
        id,
        attempt: 1,
        date: text('date'),
        code: amount('summary_code'),
        description: text('summary_desc'),
        status: text('summary_status'),
        totalMilliseconds: amount('total_time_ms'),
        isFinal: true,
      },
    ],
  };
}
