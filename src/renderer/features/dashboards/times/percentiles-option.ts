import type { EChartsCoreOption } from 'echarts/core';
import type { ServiceTime } from '../../../../shared/dashboards/times-answers.ts';
import { microserviceColour } from '../../../../shared/design-tokens/stable-colours.ts';
import type { TimedService } from '../../../../shared/dashboards/times-queries.ts';
import type { ChartTable } from '../chart/chart-table.ts';
import { tooltip } from '../chart/tooltip.ts';
import { dataIndexOf, lookOpacity, msText, nameAxis, numberAxis } from './chart-parts.ts';
import type { TimesPen } from './times-pen.ts';

const FIGURES = ['p5', 'p25', 'p50', 'p75', 'p95', 'p99'] as const;

/** Microservices that ran at all, in pipeline order. */
export function timedServices(services: readonly ServiceTime[]): readonly ServiceTime[] {
  return services.filter(({ p50 }) => p50 !== null);
}

export function percentilesOption(
  services: readonly ServiceTime[],
  lookedAt: TimedService,
  { style, format, t }: TimesPen,
): EChartsCoreOption {
  return {
    grid: { right: 24, top: 2, bottom: 2 },
    xAxis: { ...numberAxis(format), min: 0 },
    yAxis: nameAxis(services.map(({ name }) => name)),
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (item: unknown) => {
        const service = services[dataIndexOf(item)];
        if (service === undefined) return '';
        return tooltip(service.name, [
          ...FIGURES.map((figure) => ({ label: figure, value: msText(format, service[figure], 1) })),
          { label: t('executed'), value: format.number(service.executed) },
        ]);
      },
    },
    series: [
      {
        type: 'boxplot',
        boxWidth: [6, 14],
        itemStyle: { borderWidth: 1.4 },
        data: services.map(({ name, p5, p25, p50, p75, p95 }) => ({
          name,
          value: [p5, p25, p50, p75, p95],
          itemStyle: {
            color: style.pale(microserviceColour(name), 0.3),
            borderColor: style.colour(microserviceColour(name)),
            opacity: lookOpacity(lookedAt, name),
          },
        })),
      },
      {
        type: 'scatter',
        symbol: 'diamond',
        symbolSize: 8,
        data: services.flatMap(({ name, p99 }, index) =>
          p99 === null
            ? []
            : [
                {
                  name,
                  value: [p99, index],
                  itemStyle: { color: style.colour(microserviceColour(name)), opacity: lookOpacity(lookedAt, name) },
                },
              ],
        ),
        tooltip: { show: false },
      },
    ],
  };
}

export function percentilesTable(services: readonly ServiceTime[], { t }: Pick<TimesPen, 't'>): ChartTable {
  return {
    columns: [
      { name: 'microservice', label: t('microservice') },
      ...FIGURES.map((figure) => ({ name: figure, label: figure, unit: 'ms', align: 'right', digits: 1 }) as const),
      { name: 'executed', label: t('executed'), align: 'right' },
    ],
    rows: services.map((service) => [service.name, ...FIGURES.map((figure) => service[figure]), service.executed]),
  };
}
