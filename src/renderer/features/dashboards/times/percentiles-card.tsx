import { useMemo, type ReactNode } from 'react';
import { tailFinding } from '../../../../shared/dashboards/times-findings.ts';
import { Chart } from '../chart/chart.tsx';
import { ChartCard } from '../chart/chart-card.tsx';
import type { ServiceCardProps } from './looked-at.tsx';
import { percentilesOption, percentilesTable, timedServices } from './percentiles-option.ts';
import { useTimesPen } from './times-pen.ts';
import { useTimeFigures } from './use-time-figures.ts';

/** The percentiles of each microservice as boxes. */
export function PercentilesCard({ service, onLookAt }: ServiceCardProps): ReactNode {
  const pen = useTimesPen();
  const { t, voice } = pen;
  const { figures, state, declared } = useTimeFigures();
  const services = useMemo(() => (figures === null ? null : timedServices(figures.services)), [figures]);
  const option = useMemo(() => percentilesOption(services ?? [], service, pen), [services, service, pen]);
  const table = useMemo(() => (services === null ? null : percentilesTable(services, pen)), [services, pen]);
  return (
    <ChartCard
      title={t('percentiles')}
      finding={services === null ? null : tailFinding(services, voice)}
      unit={t('percentilesUnit')}
      queries={declared.slice(0, 1)}
      table={table}
      answers={state}
      height={248}
      note={t('percentilesNote')}
    >
      <Chart
        option={option}
        label={t('percentiles')}
        onSelect={({ event }) => onLookAt(event.name === '' ? null : event.name)}
        onSelectRow={(row) => onLookAt(services?.[row]?.name ?? null)}
      />
    </ChartCard>
  );
}
