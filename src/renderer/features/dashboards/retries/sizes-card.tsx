import { useMemo, type ReactNode } from 'react';
import type { ColumnFilter } from '../../../../shared/contract/row-selection.ts';
import { OPEN_SIZE, sizeCounts } from '../../../../shared/dashboards/retries-answers.ts';
import { sizesFinding } from '../../../../shared/dashboards/retries-findings.ts';
import { PROCESS_SIZE_COLUMN, RETRIES_QUERIES } from '../../../../shared/dashboards/retries-queries.ts';
import { toggledFilter } from '../../../state/selection-filters.ts';
import { Chart } from '../chart/chart.tsx';
import { ChartCard } from '../chart/chart-card.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { useRetriesPen } from './retries-pen.ts';
import { sizesOption, sizesTable } from './sizes-option.ts';

const QUERIES = { bySize: RETRIES_QUERIES.bySize };

/** How many attempts processes take. */
export function SizesCard(): ReactNode {
  const pen = useRetriesPen();
  const { t, voice } = pen;
  const { selection, change } = useDashboard();
  const { answers, ...state } = useAnswers(QUERIES);
  const sizes = useMemo(() => (answers.bySize === undefined ? null : sizeCounts(answers.bySize)), [answers]);
  const filter = selection.filters.find(({ column }) => column === PROCESS_SIZE_COLUMN);
  const option = useMemo(
    () => sizesOption(sizes ?? [], (size) => filter === undefined || isLetThrough(filter, size), pen),
    [sizes, filter, pen],
  );
  const table = useMemo(() => (sizes === null ? null : sizesTable(sizes, pen)), [sizes, pen]);
  const select = (row: number): void => {
    const size = sizes?.[row]?.size;
    if (size !== undefined) change(toggledFilter(selection, sizeFilter(size)));
  };
  return (
    <ChartCard
      title={t('sizes')}
      finding={sizes === null ? null : sizesFinding(sizes, voice)}
      n={sizes === null ? null : sizes.reduce((sum, { n }) => sum + n, 0)}
      size="third"
      queries={[RETRIES_QUERIES.bySize]}
      table={table}
      answers={state}
    >
      <Chart
        option={option}
        label={t('sizes')}
        onSelect={({ event }) => select(event.dataIndex)}
        onSelectRow={select}
        pointOf={(row) => ({ seriesIndex: (sizes?.[row]?.accepted ?? 0) > 0 ? 0 : 1, dataIndex: row })}
      />
    </ChartCard>
  );
}

function sizeFilter(size: number): ColumnFilter {
  return { kind: 'range', column: PROCESS_SIZE_COLUMN, from: size, to: size >= OPEN_SIZE ? null : size };
}

function isLetThrough(filter: ColumnFilter, size: number): boolean {
  if (filter.kind === 'range') return size >= (filter.from ?? 1) && size <= (filter.to ?? Infinity);
  return filter.kind !== 'values' || filter.values.includes(String(size)) !== filter.exclude;
}
