import type { FiguresRequest, FiguresTable } from '../../../shared/contract/figures.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Predicate } from '../../../etl/sql/column-predicate.ts';
import { allOf, rowFilter } from '../../../etl/sql/row-filter.ts';
import { selectionPredicate } from '../../../etl/sql/row-selection.ts';
import { EVERY_ROW } from '../../../shared/contract/row-selection.ts';

/** The transactions that the figures are about. */
export interface Selection {
  readonly table: FiguresTable;
  /** `FROM … WHERE …` over the table asked for. */
  readonly from: string;
  /** Holds for the rows of `transform` that are in scope, whichever table was asked for. */
  readonly inTransform: string;
  /** Fill the placeholders of either text. */
  readonly parameters: Predicate['parameters'];
}

export function selectionOf({ table, where, selection, firstAttempts }: FiguresRequest): Result<Selection> {
  const filter = rowFilter(where, table);
  if (!filter.ok) return filter;
  const selected = selectionPredicate(selection ?? EVERY_ROW, table);
  if (!selected.ok) return selected;
  const first = firstAttempts === true ? [{ sql: '"x_attempt_number" = 1', parameters: [] }] : [];
  const { sql, parameters } = allOf([filter.value, selected.value, ...first].filter((part) => part.sql !== 'TRUE'));
  const inTransform = table === 'no_retries' ? `"x_is_final_attempt" AND ${sql}` : sql;
  return ok({ table, from: `FROM ${table} WHERE ${sql}`, inTransform, parameters });
}
