import type { BinEdges } from '../../shared/statistics/bin-edges.ts';
import { ok, type Result } from '../../shared/result.ts';
import { DUCKDB } from '../sql/dialects.ts';
import { conditionSql } from './condition-sql.ts';
import { facetSql } from './facet-sql.ts';
import { valueSql } from './measure-sql.ts';
import type { QueryOf } from './process-sql.ts';

/** The statement of the kind `histogram`, with the edges that its bins have. */
export function histogramSql(query: QueryOf<'histogram'>, edges: BinEdges, selected: string): Result<string> {
  const value = valueSql(query.column, true);
  if (!value.ok) return value;
  const where = query.where === null ? ok(null) : conditionSql(query.where);
  if (!where.ok) return where;
  const { split } = query;
  const [from, width] = [DUCKDB.real(edges.from), DUCKDB.real(edges.width)];
  const facet = split === null ? '' : `${facetSql(split).sql} AS split, `;
  const parts = split === null ? '' : 'split, ';
  return ok(`WITH counts AS (
  SELECT ${facet}${binSql(value.value, edges)} AS bin, count(*) AS n
  FROM transform
  WHERE ${[selected, `${value.value} IS NOT NULL`, ...(where.value === null ? [] : [where.value])].join(' AND ')}
  GROUP BY ALL
)
SELECT ${split === null ? '' : 'parts.split AS split, '}${from} + bins.bin * ${width} AS "from",
  ${from} + (bins.bin + 1) * ${width} AS "to",
  coalesce(counts.n, 0) AS n
FROM ${split === null ? '' : '(SELECT DISTINCT split FROM counts) AS parts CROSS JOIN '}range(${edges.bins}) AS bins(bin)
LEFT JOIN counts ON counts.bin = bins.bin${split === null ? '' : ' AND counts.split IS NOT DISTINCT FROM parts.split'}
ORDER BY ${parts === '' ? '' : 'split NULLS LAST, '}"from"`);
}

/** The bin of a value, as a whole number. */
export function binSql(value: string, { from, width, bins }: BinEdges): string {
  const bin = `floor((${value} - ${DUCKDB.real(from)}) / ${DUCKDB.real(width)})`;
  return `CAST(least(greatest(${bin}, 0), ${bins - 1}) AS BIGINT)`;
}
