import { useMemo, type ReactNode } from 'react';
import { waterfallFinding } from '../../../../shared/dashboards/times-findings.ts';
import { Chart } from '../chart/chart.tsx';
import { ChartCard } from '../chart/chart-card.tsx';
import type { ServiceCardProps } from './looked-at.tsx';
import { useTimesPen } from './times-pen.ts';
import { useTimeFigures } from './use-time-figures.ts';
import { waterfallOption, waterfallSteps, waterfallTable } from './waterfall-option.ts';

/** The average transaction from the first microservice to its total. */
export function WaterfallCard({ service, onLookAt }: ServiceCardProps): ReactNode {
  const pen = useTimesPen();
  const { t, voice } = pen;
  const { figures, state, declared } = useTimeFigures();
  const steps = useMemo(
    () => (figures === null ? null : waterfallSteps(figures.services, figures.totals, t)),
    [figures, t],
  );
  const option = useMemo(() => waterfallOption(steps ?? [], service, pen), [steps, service, pen]);
  const table = useMemo(() => (steps === null ? null : waterfallTable(steps, pen)), [steps, pen]);
  return (
    <ChartCard
      title={t('waterfall')}
      finding={figures === null ? null : waterfallFinding(figures.totals, voice)}
      unit={t('waterfallUnit')}
      n={figures?.totals.n ?? null}
      queries={declared}
      table={table}
      answers={state}
      height={248}
    >
      <Chart
        option={option}
        label={t('waterfall')}
        pointOf={(row) => ({ seriesIndex: 1, dataIndex: row })}
        onSelect={({ event }) => onLookAt(event.name === '' ? null : event.name)}
        onSelectRow={(row) => {
          const step = steps?.[row];
          onLookAt(step?.kind === 'service' ? step.name : null);
        }}
      />
    </ChartCard>
  );
}
