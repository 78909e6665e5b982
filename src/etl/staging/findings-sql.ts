import { RESPONSE_CODES } from '../model/response-codes.ts';
import { STAGING_COLUMNS } from '../model/staging-columns.ts';
import type { FindingKind } from '../../shared/contract/ledger.ts';
import { DUCKDB } from '../sql/dialects.ts';

/** A condition on loaded rows that deserves a finding. */
interface Check {
  readonly kind: FindingKind;
  readonly column: string;
  readonly condition: string;
}

const CHECKS: readonly Check[] = STAGING_COLUMNS.flatMap((staging) => {
  const { name, range, allowed } = staging;
  const column = DUCKDB.identifier(name);
  const checks: Check[] = [];
  const limits = [
    ...(range?.min === undefined ? [] : [`${column} < ${range.min}`]),
    ...(range?.max === undefined ? [] : [`${column} > ${range.max}`]),
  ];
  if (limits.length > 0) checks.push({ kind: 'out-of-range', column: name, condition: limits.join(' OR ') });
  if (allowed !== undefined) {
    const known = allowed.map((value) => DUCKDB.text(value)).join(', ');
    checks.push({ kind: 'unknown-value', column: name, condition: `${column} NOT IN (${known})` });
  }
  if (staging.presence === 'required' && !staging.key && name !== 'procesoConvenioGuid') {
    checks.push({ kind: 'value-missing', column: name, condition: `${column} IS NULL` });
  }
  if (name === 'procesoConvenioGuid')
    checks.push({ kind: 'process-missing', column: name, condition: `${column} IS NULL` });
  if (name === 'summary_code') {
    const known = RESPONSE_CODES.map(({ code }) => code).join(', ');
    checks.push({ kind: 'unknown-response-code', column: name, condition: `${column} NOT IN (${known})` });
  }
  if (staging.kind === 'timestamp') checks.push({ kind: 'zone-assumed', column: name, condition: 'x_zone_assumed' });
  return checks;
});

/** One row over the transactions from `firstId` on: for check `i` the columns `n<i>` (rows) and `f<i>` (first id). */
export function findingsQuery(firstId: number): string {
  const aggregates = CHECKS.flatMap(({ condition }, index) => [
    `count(*) FILTER (WHERE ${condition}) AS n${index}`,
    `min(id) FILTER (WHERE ${condition}) AS f${index}`,
  ]);
  return `SELECT ${aggregates.join(',\n  ')} FROM transactions WHERE id >= ${firstId}`;
}

/** A finding about loaded rows, by id of the first. */
export interface RowFinding {
  readonly kind: FindingKind;
  readonly column: string;
  readonly count: number;
  readonly firstId: number;
}

/** Reads the answer to {@link findingsQuery}: the checks that found something. */
export function findingsOf(answer: Readonly<Record<string, unknown>>): readonly RowFinding[] {
  return CHECKS.flatMap(({ kind, column }, index) => {
    const count = Number(answer[`n${index}`]);
    return count === 0 ? [] : [{ kind, column, count, firstId: Number(answer[`f${index}`]) }];
  });
}
