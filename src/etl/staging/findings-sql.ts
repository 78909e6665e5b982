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

/** A finding about loaded rows, by id of the first. */
export interface RowFinding {
  readonly kind: FindingKind;
  readonly column: string;
  readonly count: number;
  readonly firstId: number;
}

/** Answers a query of one row. */
type AskRow = (sql: string) => Promise<Readonly<Record<string, unknown>>>;

/** The checks that find something among the transactions from `firstId` on. Only what was found is counted: mostly nothing is. */
export async function findRows(ask: AskRow, firstId: number): Promise<readonly RowFinding[]> {
  const overChecks = (aggregate: string, checks: readonly Check[]): string =>
    `SELECT ${checks.map(({ condition }, index) => `${aggregate} FILTER (WHERE ${condition}) AS c${index}`).join(',\n  ')}
FROM transactions WHERE id >= ${firstId}`;
  const firsts = await ask(overChecks('min(id)', CHECKS));
  const found = CHECKS.map((check, index) => ({ check, first: firsts[`c${index}`] ?? null })).filter(
    ({ first }) => first !== null,
  );
  if (found.length === 0) return [];
  const checks = found.map(({ check }) => check);
  const counts = await ask(overChecks('count(*)', checks));
  return found.map(({ check: { kind, column }, first }, index) => ({
    kind,
    column,
    count: Number(counts[`c${index}`]),
    firstId: Number(first),
  }));
}
