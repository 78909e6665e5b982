import type { z } from 'zod';
import { assertNever } from '../../../shared/assert-never.ts';
import type { AggregateQuery, AggregateSqlAnswer, AggregateSqlRequest } from '../../../shared/contract/aggregate.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import { busiestPersonsSql } from '../../../etl/dashboards/busiest-persons-sql.ts';
import { densitySql } from '../../../etl/dashboards/density-sql.ts';
import { groupSql } from '../../../etl/dashboards/group-sql.ts';
import { histogramSql } from '../../../etl/dashboards/histogram-sql.ts';
import { longestProcessesSql } from '../../../etl/dashboards/longest-processes-sql.ts';
import { valueSql } from '../../../etl/dashboards/measure-sql.ts';
import { processesSql } from '../../../etl/dashboards/process-sql.ts';
import { selectedSql } from '../../../etl/dashboards/selected-sql.ts';
import { timeToAcceptanceSql } from '../../../etl/dashboards/time-to-acceptance-sql.ts';
import { transitionsSql } from '../../../etl/dashboards/transitions-sql.ts';
import type { BinEdges } from '../../../shared/statistics/bin-edges.ts';
import { binEdges, type BinsAsked } from '../../engine/columns/binned-codes.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';

/** The statement over the lens that gives the same rows as a question, made of the very expressions that are counted. */
export async function dashboardSql(
  columns: WorkspaceColumns,
  { scope, selection, query: { query, without } }: z.output<typeof AggregateSqlRequest>,
): Promise<z.output<typeof AggregateSqlAnswer>> {
  const filters = selection.filters.filter(({ column }) => !without.includes(column));
  const selected = valueOrThrow(selectedSql(scope, { ...selection, filters }));
  return { sql: await statement(columns, query, selected) };
}

async function statement(columns: WorkspaceColumns, query: AggregateQuery, selected: string): Promise<string> {
  const edges = (column: string, asked: BinsAsked): Promise<BinEdges> =>
    binEdges(columns, valueOrThrow(valueSql(column, true)), asked);
  switch (query.kind) {
    case 'group':
      return valueOrThrow(groupSql(query, selected));
    case 'histogram':
      return valueOrThrow(histogramSql(query, await edges(query.column, query), selected));
    case 'density': {
      const asked = { bins: query.bins, from: null, to: null };
      const both = { x: await edges(query.x, asked), y: await edges(query.y, asked) };
      return valueOrThrow(densitySql(query, both, selected));
    }
    case 'processes':
      return processesSql(query, selected);
    case 'transitions':
      return transitionsSql(query, selected);
    case 'time-to-acceptance':
      return timeToAcceptanceSql(query, selected);
    case 'longest-processes':
      return longestProcessesSql(query, selected);
    case 'busiest-persons':
      return busiestPersonsSql(query, selected);
    default:
      return assertNever(query);
  }
}
