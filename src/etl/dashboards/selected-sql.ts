import type { Scope } from '../../shared/contract/aggregate.ts';
import type { RowSelection } from '../../shared/contract/row-selection.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Predicate } from '../sql/column-predicate.ts';
import { DUCKDB } from '../sql/dialects.ts';
import { selectionPredicate } from '../sql/row-selection.ts';

/** What a scope asks of a transaction, as SQL over `transform`; null: nothing. */
export const SCOPE_SQL: Readonly<Record<Scope, string | null>> = {
  all: null,
  'without-retries': '"x_is_final_attempt"',
  'first-attempts': '"x_attempt_number" = 1',
};

/** The rows of `transform` that a scope and a selection leave, as a condition without placeholders. */
export function selectedSql(scope: Scope, selection: RowSelection): Result<string> {
  const selected = selectionPredicate(selection, 'transform');
  if (!selected.ok) return selected;
  const parts = [SCOPE_SQL[scope], selected.value.sql === 'TRUE' ? null : inlined(selected.value)];
  return ok(parts.filter((part) => part !== null).join(' AND ') || 'TRUE');
}

/** A placeholder is the only question mark that a predicate holds. */
function inlined({ sql, parameters }: Predicate): string {
  return sql
    .split('?')
    .map((text, index) => (index === 0 ? text : `${literal(parameters[index - 1] ?? '')}${text}`))
    .join('');
}

function literal(value: Predicate['parameters'][number]): string {
  if (typeof value !== 'string') return String(value).toUpperCase();
  // A statement ends at a zero byte.
  const parts = value.split('\0').map((part) => DUCKDB.text(part));
  return parts.length === 1 ? (parts[0] ?? "''") : `(${parts.join(' || chr(0) || ')})`;
}
