import { SegmentedControl } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { serviceDaysOf, timesAtOf, type TimeAt } from '../../../../shared/dashboards/times-answers.ts';
import { timeAtText, trendFinding } from '../../../../shared/dashboards/times-findings.ts';
import { overTimeQuery } from '../../../../shared/dashboards/times-queries.ts';
import { trendOf, type TrendStep } from '../../../../shared/dashboards/times-trend.ts';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { Chart } from '../chart/chart.tsx';
import { ChartCard } from '../chart/chart-card.tsx';
import { LookedAt, type ServiceCardProps } from './looked-at.tsx';
import { useTimesPen } from './times-pen.ts';
import { TrendChanges } from './trend-changes.tsx';
import { trendOption, trendTable } from './trend-option.ts';
import { withGaps } from './trend-points.ts';
import { useTimesQueries } from './use-time-figures.ts';

const STEPS = ['day', 'hour'] as const satisfies readonly TrendStep[];
const STEP_WORDS = { day: 'byDay', hour: 'byHour' } as const;
/** Hours of more days than this would be thinner than a pixel. */
const MOST_DAYS_BY_HOUR = 62;

/** The median and the 95th percentile over time, with the changes that lasted. */
export function TrendCard({ service, onLookAt }: ServiceCardProps): ReactNode {
  const pen = useTimesPen();
  const { t, voice } = pen;
  const { model, passes, toggleFacet, setDates } = useDashboard();
  const [wanted, setWanted] = useState<TrendStep>('day');
  const days = useMemo(() => overTimeQuery(service, ['day']), [service]);
  const queries = useTimesQueries();
  const { answers, ...state } = useAnswers({ days, serviceDays: queries.serviceDays });
  const byDay = useMemo(() => timesAtOf(answers.days), [answers]);
  const canBeHours = byDay.length > 0 && byDay.length <= MOST_DAYS_BY_HOUR;
  const step: TrendStep = canBeHours ? wanted : 'day';
  const query = useMemo(() => overTimeQuery(service, step === 'day' ? ['day'] : ['day', 'hour']), [service, step]);
  const { answers: answersAt } = useAnswers({ points: query });
  const points = useMemo(
    () => (answersAt.points === undefined ? null : withGaps(timesAtOf(answersAt.points), step)),
    [answersAt, step],
  );
  const trend = useMemo(
    () =>
      points === null
        ? null
        : trendOf(
            points.filter(({ n }) => n > 0),
            step,
          ),
    [points, step],
  );
  const serviceDays = useMemo(
    () => (service === null ? serviceDaysOf(model.microservices, answers.serviceDays) : []),
    [service, model, answers],
  );
  const isOn = useMemo(() => (point: TimeAt) => passes('day', point.day), [passes]);
  const option = useMemo(
    () => (points === null || trend === null ? {} : trendOption(points, trend, isOn, pen)),
    [points, trend, isOn, pen],
  );
  const table = useMemo(
    () =>
      points === null
        ? null
        : trendTable(
            points.filter(({ n }) => n > 0),
            pen,
          ),
    [points, pen],
  );
  const title = t('trend', { what: service ?? t('wholeTransaction') });
  const choose = (point: TimeAt | undefined, add: boolean): void => {
    if (point?.day == null) return;
    if (point.hour === null) toggleFacet('day', point.day, { add });
    else setDates(minute(point, '00'), minute(point, '59'));
  };
  const shown = points?.filter(({ n }) => n > 0) ?? [];
  return (
    <ChartCard
      title={title}
      finding={trend === null ? null : trendFinding(trend, voice)}
      unit={t('trendUnit')}
      n={points?.reduce((sum, { n }) => sum + n, 0) ?? null}
      size="full"
      queries={[query]}
      table={table}
      answers={state}
      height={230}
      actions={
        <>
          {canBeHours && (
            <SegmentedControl
              size="xs"
              aria-label={t('trendStep')}
              value={step}
              onChange={(value) => setWanted(STEPS.find((known) => known === value) ?? step)}
              data={STEPS.map((value) => ({ value, label: t(STEP_WORDS[value]) }))}
            />
          )}
          <LookedAt service={service} onLookAt={onLookAt} />
        </>
      }
    >
      <Chart
        option={option}
        label={title}
        pointOf={(row) => ({ seriesIndex: 0, dataIndex: points?.indexOf(shown[row] ?? NOWHERE) ?? 0 })}
        onSelect={({ event, add }) => choose(points?.[event.dataIndex], add)}
        onSelectRow={(row, add) => choose(shown[row], add)}
        onBrush={({ x: [from, to] }, done) => {
          const [first, last] = [points?.[Math.max(0, Math.round(from))], points?.[Math.round(to)]];
          if (first === undefined || last === undefined) return;
          setDates(step === 'day' ? first.day : minute(first, '00'), step === 'day' ? last.day : minute(last, '59'), {
            brushing: !done,
          });
        }}
      />
      {trend !== null && <TrendChanges trend={trend} step={step} serviceDays={serviceDays} />}
    </ChartCard>
  );
}

const NOWHERE: TimeAt = { day: null, hour: null, n: 0, p50: null, p95: null };

/** A minute of an hour, `YYYY-MM-DD HH:MM`. */
function minute(point: TimeAt, of: string): string {
  return `${timeAtText({ ...point, hour: null })} ${String(point.hour ?? 0).padStart(2, '0')}:${of}`;
}
