import { useMemo } from 'react';
import { EVERY_ROW } from '../../../shared/contract/row-selection.ts';
import { useCall } from '../../client/use-call.ts';
import { useDashboard } from './dashboard-context.ts';

/** Every value that a column of few values has in the workspace, whatever the filters; `''` is "missing". None until known. */
export function useColumnValues(column: string): readonly string[] {
  const { workspace } = useDashboard();
  const { data } = useCall('grid.values', { workspace, table: 'transform', column, selection: EVERY_ROW, limit: 500 });
  return useMemo(() => (data?.values ?? []).filter(({ count }) => count > 0).map(({ value }) => value), [data]);
}
