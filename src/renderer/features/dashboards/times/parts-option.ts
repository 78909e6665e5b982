import type { EChartsCoreOption } from 'echarts/core';
import type { ServiceParts } from '../../../../shared/dashboards/times-answers.ts';
import { farSurplus, queueShare } from '../../../../shared/dashboards/times-findings.ts';
import type { ChartTable } from '../chart/chart-table.ts';
import { tooltip } from '../chart/tooltip.ts';
import { dataIndexOf, msText, nameAxis, numberAxis, signedPercent } from './chart-parts.ts';
import type { TimesPen } from './times-pen.ts';

/** Two parts of the time of each microservice beside or upon one another, and how they compare. */
interface PartPair {
  readonly first: 'execution' | 'near';
  readonly second: 'queue' | 'far';
  readonly stack: boolean;
  readonly compared: (parts: ServiceParts) => number | null;
}

const PAIRS = {
  queue: { first: 'execution', second: 'queue', stack: true, compared: queueShare },
  sides: { first: 'near', second: 'far', stack: false, compared: farSurplus },
} as const satisfies Record<string, PartPair>;
export type PartPairName = keyof typeof PAIRS;

const WORDS = { execution: 'execution', queue: 'queued', near: 'near', far: 'far' } as const;
const COUNT_WORDS = { execution: 'executionN', queue: 'queueN', near: 'nearN', far: 'farN' } as const;
const COMPARED_WORDS = { queue: 'queueShare', sides: 'farMore' } as const;

/** Microservices whose time has both parts and was ever taken; in pipeline order. */
export function pairedParts(parts: readonly ServiceParts[], pair: PartPairName): readonly ServiceParts[] {
  const { first, second } = PAIRS[pair];
  return parts.filter((service) => service[first] !== null && (pair === 'queue' || service[second] !== null));
}

export function partsOption(parts: readonly ServiceParts[], pair: PartPairName, pen: TimesPen): EChartsCoreOption {
  const { first, second, stack } = PAIRS[pair];
  const { style, format, t } = pen;
  const label = {
    show: true,
    position: 'right',
    color: style.colour('text-muted'),
    fontSize: 11,
    formatter: (item: unknown) => comparedText(parts[dataIndexOf(item)], pair, pen),
  };
  return {
    grid: { right: 52, top: 24, bottom: 2 },
    legend: { data: [t(WORDS[first]), t(WORDS[second])], selectedMode: false },
    xAxis: numberAxis(format),
    yAxis: nameAxis(parts.map(({ name }) => name)),
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (item: unknown) => {
        const service = parts[dataIndexOf(item)];
        if (service === undefined) return '';
        const line = (part: typeof first | typeof second, colour: string): Parameters<typeof tooltip>[1] =>
          service[part] === null
            ? []
            : [
                { colour, label: t(WORDS[part]), value: msText(format, service[part].mean, 2) },
                { label: t(COUNT_WORDS[part]), value: format.number(service[part].n) },
              ];
        const compared = comparedText(service, pair, pen);
        return tooltip(service.name, [
          ...line(first, style.colour('accent')),
          ...line(second, style.pale('accent', 0.45)),
          ...(compared === '' ? [] : [{ label: t(COMPARED_WORDS[pair]), value: compared }]),
        ]);
      },
    },
    series: [first, second].map((part) => ({
      type: 'bar',
      name: t(WORDS[part]),
      ...(stack ? { stack: 'parts' } : {}),
      barMaxWidth: stack ? 16 : 8,
      barGap: '8%',
      itemStyle: {
        color: part === first ? style.colour('accent') : style.pale('accent', 0.45),
        borderRadius: stack ? 0 : [0, 2, 2, 0],
      },
      data: parts.map((service) => ({ name: service.name, value: service[part]?.mean ?? null })),
      ...(part === second ? { label } : {}),
    })),
  };
}

function comparedText(
  service: ServiceParts | undefined,
  pair: PartPairName,
  { format }: Pick<TimesPen, 'format'>,
): string {
  const compared = service === undefined ? null : PAIRS[pair].compared(service);
  if (compared === null) return '';
  return pair === 'sides' ? signedPercent(format, compared) : format.percent(compared);
}

export function partsTable(parts: readonly ServiceParts[], pair: PartPairName, { t }: Pick<TimesPen, 't'>): ChartTable {
  const { first, second, compared } = PAIRS[pair];
  const time = { unit: 'ms', align: 'right', digits: 2 } as const;
  return {
    columns: [
      { name: 'microservice', label: t('microservice') },
      { name: first, label: t(WORDS[first]), ...time },
      { name: `${first}_n`, label: t(COUNT_WORDS[first]), align: 'right' },
      { name: second, label: t(WORDS[second]), ...time },
      { name: `${second}_n`, label: t(COUNT_WORDS[second]), align: 'right' },
      { name: 'compared', label: t(COMPARED_WORDS[pair]), unit: '%', align: 'right' },
    ],
    rows: parts.map((service) => [
      service.name,
      service[first]?.mean ?? null,
      service[first]?.n ?? null,
      service[second]?.mean ?? null,
      service[second]?.n ?? null,
      compared(service),
    ]),
  };
}
