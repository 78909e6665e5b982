import { ok, type Result } from '../../shared/result.ts';
import { DUCKDB } from '../sql/dialects.ts';
import { facetSql } from './facet-sql.ts';
import { measureSql } from './measure-sql.ts';
import type { QueryOf } from './process-sql.ts';

/** The statement of the kind `group`. */
export function groupSql({ by, measures }: QueryOf<'group'>, selected: string): Result<string> {
  const items = by.map((facet) => `${facetSql(facet).sql} AS ${DUCKDB.identifier(facet)}`);
  for (const measure of measures) {
    const sql = measureSql(measure);
    if (!sql.ok) return sql;
    items.push(`${sql.value} AS ${DUCKDB.identifier(measure.name)}`);
  }
  const places = by.map((_, index) => index + 1);
  const grouped = by.length === 0 ? '' : `\nGROUP BY ${places.join(', ')}`;
  const ordered = by.length === 0 ? '' : `\nORDER BY ${places.map((place) => `${place} NULLS LAST`).join(', ')}`;
  return ok(`SELECT ${items.join(',\n  ')}\nFROM transform\nWHERE ${selected}${grouped}${ordered}`);
}
