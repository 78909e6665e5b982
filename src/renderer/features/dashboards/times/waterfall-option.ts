import type { EChartsCoreOption } from 'echarts/core';
import type { ServiceTime, Totals } from '../../../../shared/dashboards/times-answers.ts';
import { microserviceColour } from '../../../../shared/design-tokens/stable-colours.ts';
import type { TimedService } from '../../../../shared/dashboards/times-queries.ts';
import type { ChartTable } from '../chart/chart-table.ts';
import { tooltip } from '../chart/tooltip.ts';
import { dataIndexOf, lookOpacity, msText, nameAxis, numberAxis } from './chart-parts.ts';
import type { TimesPen } from './times-pen.ts';

/** A step of the average transaction, from where the one before ended. */
export interface WaterfallStep {
  readonly kind: 'service' | 'other' | 'total';
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The microservices in pipeline order, then what is left, then the total; nothing where the total is not known. */
export function waterfallSteps(
  services: readonly ServiceTime[],
  { mean, other }: Totals,
  t: TimesPen['t'],
): readonly WaterfallStep[] {
  if (mean === null || other.mean === null) return [];
  let at = 0;
  const steps = services.map(({ name, perTimed }): WaterfallStep => {
    const from = at;
    at += perTimed ?? 0;
    return { kind: 'service', name, from, to: at };
  });
  return [
    ...steps,
    { kind: 'other', name: t('other'), from: at, to: at + other.mean },
    { kind: 'total', name: t('total'), from: 0, to: mean },
  ];
}

export function waterfallOption(
  steps: readonly WaterfallStep[],
  lookedAt: TimedService,
  { style, format, t }: TimesPen,
): EChartsCoreOption {
  const whole = steps.at(-1)?.to ?? 0;
  const colour = ({ kind, name }: WaterfallStep): string =>
    style.colour(kind === 'total' ? 'text-muted' : kind === 'other' ? 'other' : microserviceColour(name));
  return {
    grid: { right: 52, top: 2, bottom: 2 },
    xAxis: numberAxis(format),
    yAxis: nameAxis(steps.map(({ name }) => name)),
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (item: unknown) => {
        const step = steps[dataIndexOf(item)];
        if (step === undefined) return '';
        return tooltip(step.kind === 'other' ? t('otherLabel') : step.name, [
          { label: t('mean'), value: msText(format, step.to - step.from, 2) },
          { label: t('share'), value: whole === 0 ? '–' : format.percent((step.to - step.from) / whole, 2) },
          { label: t('waterfallFrom'), value: msText(format, step.from, 2) },
          { label: t('waterfallTo'), value: msText(format, step.to, 2) },
        ]);
      },
    },
    series: [
      {
        type: 'bar',
        stack: 'steps',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: steps.map(({ from, to }) => Math.min(from, to)),
      },
      {
        type: 'bar',
        stack: 'steps',
        barMaxWidth: 16,
        data: steps.map((step) => ({
          name: step.kind === 'service' ? step.name : '',
          value: Math.abs(step.to - step.from),
          itemStyle: {
            color: colour(step),
            borderRadius: 2,
            opacity: lookOpacity(lookedAt, step.kind === 'service' ? step.name : null),
          },
        })),
        label: {
          show: true,
          position: 'right',
          color: style.colour('text'),
          fontSize: 11,
          formatter: (item: unknown) => {
            const step = steps[dataIndexOf(item)];
            return step === undefined ? '' : format.number(step.to - step.from, 0);
          },
        },
      },
    ],
  };
}

export function waterfallTable(steps: readonly WaterfallStep[], { t }: Pick<TimesPen, 't'>): ChartTable {
  const time = { unit: 'ms', align: 'right', digits: 2 } as const;
  return {
    columns: [
      { name: 'step', label: t('step') },
      { name: 'mean', label: t('mean'), ...time },
      { name: 'from', label: t('waterfallFrom'), ...time },
      { name: 'to', label: t('waterfallTo'), ...time },
    ],
    rows: steps.map(({ name, from, to }) => [name, to - from, from, to]),
  };
}
