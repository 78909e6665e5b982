import { setImmediate as otherCalls } from 'node:timers/promises';
import { IS_ACCEPTED } from '../../../../etl/dashboards/condition-sql.ts';
import { facetSql } from '../../../../etl/dashboards/facet-sql.ts';
import { valueSql } from '../../../../etl/dashboards/measure-sql.ts';
import { valueOrThrow } from '../../../../shared/result.ts';
import type { NumberColumn, TextColumn } from '../../../engine/columns/coded-column.ts';
import type { WorkspaceColumns } from '../../../engine/columns/workspace-columns.ts';
import { SCORE_COLUMNS, bitsOf, markFailing, type ScoreColumn } from './score-columns.ts';
import { isUnexplained } from './threshold-change.ts';

/** What the log and the catalogue's limits say of every row, whatever is moved. */
export interface JudgedRows {
  /** 1 where the log accepts. */
  readonly accepted: Uint8Array;
  /** Bits of the scores beyond the limits of the catalogue. */
  readonly fails: Int32Array;
  /** 1 where every check of the catalogue judged the transaction. */
  readonly whole: Uint8Array;
  /** Bits of the scores whose thresholds are answered with the code of the row: by place among the codes. */
  readonly reasons: Int32Array;
  /** Rows whose answer the limits of the catalogue do not explain, seen from some threshold or other. */
  readonly unexplained: Uint32Array;
  readonly code: NumberColumn;
  readonly client: TextColumn;
}

type Kept = Pick<JudgedRows, 'accepted' | 'fails' | 'whole' | 'reasons' | 'unexplained'>;
const BYTES_PER_ROW = Int32Array.BYTES_PER_ELEMENT + 2;

/** Judges all rows by the catalogue, once for a state of the workspace. */
export async function judgedRows(columns: WorkspaceColumns): Promise<JudgedRows> {
  const [code, client] = await columns.coded([facetSql('code').sql, facetSql('client').sql]);
  if (code?.kind !== 'numbers' || client?.kind !== 'texts')
    throw new Error('the answer or the client is not of the kind that the model card says');
  const kept = await columns.kept(
    'thresholds: judged rows',
    () => judge(columns, code),
    ({ unexplained }) => columns.rows * BYTES_PER_ROW + unexplained.byteLength,
  );
  return { ...kept, code, client };
}

async function judge(columns: WorkspaceColumns, code: NumberColumn): Promise<Kept> {
  const [accepted = new Uint8Array(columns.rows)] = await columns.truths([IS_ACCEPTED]);
  const fails = new Int32Array(columns.rows);
  const judged = new Int32Array(columns.rows);
  let present = 0;
  for (const { score, column } of await scoresOf(columns, SCORE_COLUMNS)) {
    markFailing(fails, column, score, score.limits);
    markJudged(judged, column, score.bit);
    // A score that no transaction has belongs to a check that this API does not make.
    if (column.values.length > 0) present |= score.bit;
    await otherCalls();
    columns.signal.throwIfAborted();
  }
  const whole = Uint8Array.from(judged, (bits) => Number(bits === present));
  const reasons = reasonsOf(code);
  const isTold = (row: number): boolean =>
    isUnexplained(accepted[row] === 1, reasons[code.codes[row] ?? code.missing] ?? 0, fails[row] ?? 0, ALL_BITS);
  const unexplained: number[] = [];
  for (let row = 0; row < columns.rows; row += 1) if (isTold(row)) unexplained.push(row);
  return { accepted, fails, whole, reasons, unexplained: Uint32Array.from(unexplained) };
}

const ALL_BITS = bitsOf(SCORE_COLUMNS);

/** A score with its values in memory. */
export interface LoadedScore {
  readonly score: ScoreColumn;
  readonly column: NumberColumn;
}

/** The values of scores, in the same order. */
export async function scoresOf(
  columns: WorkspaceColumns,
  scores: readonly ScoreColumn[],
): Promise<readonly LoadedScore[]> {
  const loaded = await columns.coded(scores.map(({ name }) => valueOrThrow(valueSql(name, true))));
  return scores.map((score, index) => {
    const column = loaded[index];
    if (column?.kind !== 'numbers') throw new Error(`${score.name} does not hold numbers`);
    return { score, column };
  });
}

function markJudged(judged: Int32Array, { codes, missing }: NumberColumn, bit: number): void {
  for (let row = 0; row < judged.length; row += 1) if (codes[row] !== missing) judged[row] = (judged[row] ?? 0) | bit;
}

/** For each code, and last for "no code", the scores whose thresholds answer with it. */
function reasonsOf({ values, missing }: NumberColumn): Int32Array {
  const reasons = new Int32Array(missing + 1);
  for (const { failsWith, bit } of SCORE_COLUMNS) {
    const place = values.indexOf(failsWith);
    if (place >= 0) reasons[place] = (reasons[place] ?? 0) | bit;
  }
  return reasons;
}
