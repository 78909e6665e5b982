import type { BinEdges } from '../../shared/statistics/bin-edges.ts';
import { ok, type Result } from '../../shared/result.ts';
import { DUCKDB } from '../sql/dialects.ts';
import { conditionSql } from './condition-sql.ts';
import { binSql } from './histogram-sql.ts';
import { valueSql } from './measure-sql.ts';
import type { QueryOf } from './process-sql.ts';

/** The statement of the kind `density`, with the edges that its bins have. */
export function densitySql(
  query: QueryOf<'density'>,
  { x: across, y: up }: { readonly x: BinEdges; readonly y: BinEdges },
  selected: string,
): Result<string> {
  const [x, y] = [valueSql(query.x, true), valueSql(query.y, true)];
  if (!x.ok) return x;
  if (!y.ok) return y;
  const where = query.where === null ? ok(null) : conditionSql(query.where);
  if (!where.ok) return where;
  const conditions = [selected, `${x.value} IS NOT NULL`, `${y.value} IS NOT NULL`];
  if (where.value !== null) conditions.push(where.value);
  return ok(`SELECT ${edgeSql(x.value, across)} AS x,
  ${edgeSql(y.value, up)} AS y,
  count(*) AS n
FROM transform
WHERE ${conditions.join(' AND ')}
GROUP BY 1, 2
ORDER BY 1, 2`);
}

const edgeSql = (value: string, edges: BinEdges): string =>
  `${DUCKDB.real(edges.from)} + ${binSql(value, edges)} * ${DUCKDB.real(edges.width)}`;
