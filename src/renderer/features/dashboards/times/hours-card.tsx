import { useMemo, type ReactNode } from 'react';
import { timesAtOf, type TimeAt } from '../../../../shared/dashboards/times-answers.ts';
import { loadFinding } from '../../../../shared/dashboards/times-findings.ts';
import { hoursQuery } from '../../../../shared/dashboards/times-queries.ts';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { Chart } from '../chart/chart.tsx';
import { ChartCard } from '../chart/chart-card.tsx';
import { hoursOption, hoursTable, wholeDay } from './hours-option.ts';
import { LookedAt, type ServiceCardProps } from './looked-at.tsx';
import { useTimesPen } from './times-pen.ts';

/** The time by hour of the day, against how many transactions there were. */
export function HoursCard({ service, onLookAt }: ServiceCardProps): ReactNode {
  const pen = useTimesPen();
  const { t, voice } = pen;
  const { passes, toggleFacet } = useDashboard();
  const query = useMemo(() => hoursQuery(service), [service]);
  const { answers, ...state } = useAnswers({ hours: query });
  const hours = useMemo(() => (answers.hours === undefined ? null : wholeDay(timesAtOf(answers.hours))), [answers]);
  const isOn = useMemo(() => (hour: TimeAt) => passes('hour', hour.hour), [passes]);
  const option = useMemo(() => hoursOption(hours ?? [], isOn, pen), [hours, isOn, pen]);
  const table = useMemo(() => (hours === null ? null : hoursTable(hours, pen)), [hours, pen]);
  const title = t('hours', { what: service ?? t('wholeTransaction') });
  return (
    <ChartCard
      title={title}
      finding={hours === null ? null : loadFinding(hours, voice)}
      unit={t('hoursUnit')}
      queries={[query]}
      table={table}
      answers={state}
      height={226}
      actions={<LookedAt service={service} onLookAt={onLookAt} />}
    >
      <Chart
        option={option}
        label={title}
        onSelect={({ event, add }) => toggleFacet('hour', event.dataIndex, { add })}
        onSelectRow={(row, add) => toggleFacet('hour', row, { add })}
      />
    </ChartCard>
  );
}
