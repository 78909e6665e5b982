import { useMemo } from 'react';
import { EVERY_ROW } from '../../../shared/contract/row-selection.ts';
import { blockRows } from '../../../shared/row-block-cells.ts';
import { useCall } from '../../client/use-call.ts';
import { useDashboard } from './dashboard-context.ts';

/** The first and the last day of the workspace, whatever the filters, so that calendars stand still; none until known. */
export function useDateEdges(): readonly string[] {
  const first = useEdge('ascending');
  const last = useEdge('descending');
  return useMemo(() => (first === null || last === null ? [] : [first, last]), [first, last]);
}

function useEdge(direction: 'ascending' | 'descending'): string | null {
  const { workspace } = useDashboard();
  const { data } = useCall('grid.rows', {
    workspace,
    table: 'transform',
    selection: EVERY_ROW,
    columns: ['date'],
    order: [{ column: 'date', direction }],
    offset: 0,
    limit: 1,
  });
  const cell = data === undefined ? undefined : blockRows(data.block)[0]?.[1];
  const day = typeof cell === 'string' ? cell.slice(0, 10) : '';
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
}
