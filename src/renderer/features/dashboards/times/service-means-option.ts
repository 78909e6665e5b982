import type { EChartsCoreOption } from 'echarts/core';
import type { MeanBasis } from '../../../../shared/dashboards/times-findings.ts';
import type { ServiceTime, Totals } from '../../../../shared/dashboards/times-answers.ts';
import { shareOf } from '../../../../shared/dashboards/times-answers.ts';
import { microserviceColour } from '../../../../shared/design-tokens/stable-colours.ts';
import type { TimedService } from '../../../../shared/dashboards/times-queries.ts';
import type { ChartTable } from '../chart/chart-table.ts';
import { tooltip } from '../chart/tooltip.ts';
import { dataIndexOf, lookOpacity, msText, nameAxis, numberAxis } from './chart-parts.ts';
import type { TimesPen } from './times-pen.ts';

/** A bar: a microservice, or, with `service` null, the rest. */
export interface MeanBar {
  readonly service: ServiceTime | null;
  readonly mean: number;
  readonly share: number | null;
}

/** Longest first, the rest last; it has no mean where only executions count. */
export function meanBars(
  services: readonly ServiceTime[],
  { mean, other }: Totals,
  basis: MeanBasis,
): readonly MeanBar[] {
  const bars = services.flatMap((service): readonly MeanBar[] => {
    const time = basis === 'per-executed' ? service.perExecuted : service.perTransaction;
    return time === null ? [] : [{ service, mean: time, share: service.share }];
  });
  const rest =
    other.mean === null || basis === 'per-executed'
      ? []
      : [{ service: null, mean: other.mean, share: shareOf(other.mean, mean) }];
  return [...bars.toSorted((a, b) => b.mean - a.mean), ...rest];
}

export function serviceMeansOption(
  bars: readonly MeanBar[],
  basis: MeanBasis,
  lookedAt: TimedService,
  { style, format, t }: TimesPen,
): EChartsCoreOption {
  const label = ({ mean, share }: MeanBar): string => {
    const time = format.number(mean, 2);
    return share === null || basis === 'per-executed' ? time : `${time}  {share|${format.percent(share)}}`;
  };
  return {
    grid: { right: 96, top: 2, bottom: 2 },
    xAxis: numberAxis(format),
    yAxis: nameAxis(bars.map(({ service }) => service?.name ?? t('other'))),
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (item: unknown) => {
        const bar = bars[dataIndexOf(item)];
        return bar === undefined ? '' : meanTooltip(bar, { format, t });
      },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 16,
        data: bars.map(({ service, mean }) => ({
          name: service?.name ?? '',
          value: mean,
          itemStyle: {
            color: style.colour(service === null ? 'other' : microserviceColour(service.name)),
            opacity: lookOpacity(lookedAt, service?.name ?? null),
            borderRadius: [0, 2, 2, 0],
          },
        })),
        label: {
          show: true,
          position: 'right',
          color: style.colour('text'),
          fontSize: 11,
          rich: { share: { color: style.colour('text-muted'), fontSize: 11 } },
          formatter: (item: unknown) => {
            const bar = bars[dataIndexOf(item)];
            return bar === undefined ? '' : label(bar);
          },
        },
      },
    ],
  };
}

function meanTooltip({ service, mean, share }: MeanBar, { format, t }: Pick<TimesPen, 'format' | 't'>): HTMLElement {
  const shares = share === null ? [] : [{ label: t('share'), value: format.percent(share, 2) }];
  if (service === null)
    return tooltip(t('otherLabel'), [{ label: t('perTransaction'), value: msText(format, mean, 2) }, ...shares]);
  return tooltip(service.name, [
    { label: t('perTransaction'), value: msText(format, service.perTransaction, 2) },
    ...shares,
    { label: t('perExecuted'), value: msText(format, service.perExecuted, 2) },
    { label: t('executed'), value: format.number(service.executed) },
  ]);
}

export function serviceMeansTable(bars: readonly MeanBar[], { t }: Pick<TimesPen, 't'>): ChartTable {
  return {
    columns: [
      { name: 'microservice', label: t('microservice') },
      { name: 'per_transaction', label: t('perTransaction'), unit: 'ms', align: 'right', digits: 2 },
      { name: 'share', label: t('share'), unit: '%', align: 'right' },
      { name: 'per_executed', label: t('perExecuted'), unit: 'ms', align: 'right', digits: 2 },
      { name: 'executed', label: t('executed'), align: 'right' },
    ],
    rows: bars.map(({ service, mean, share }) =>
      service === null
        ? [t('other'), mean, share, null, null]
        : [service.name, service.perTransaction, share, service.perExecuted, service.executed],
    ),
  };
}
