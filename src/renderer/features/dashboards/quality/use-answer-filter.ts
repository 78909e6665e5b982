import { useMemo } from 'react';
import type { ColumnFilter, RowSelection } from '../../../../shared/contract/row-selection.ts';
import { answerGroups, type AnswerGroup } from '../../../../shared/dashboards/answer-group.ts';
import { FACET_COLUMN } from '../../../../shared/dashboards/facet-filter.ts';
import { useDashboard } from '../dashboard-context.ts';

/** The filter that leaves the transactions answered for one reason: to see their rows, and to have them explained. */
export function useAnswerFilter(group: AnswerGroup): {
  readonly drill: readonly ColumnFilter[];
  readonly explain: RowSelection;
} {
  const { model } = useDashboard();
  return useMemo(() => {
    const groupOf = answerGroups(model.responses);
    const values = model.responses.filter(({ code }) => groupOf(code) === group).map(({ code }) => String(code));
    const filters: ColumnFilter[] = [{ kind: 'values', column: FACET_COLUMN.code, values, exclude: false }];
    return { drill: filters, explain: { filters, search: '' } };
  }, [model, group]);
}
