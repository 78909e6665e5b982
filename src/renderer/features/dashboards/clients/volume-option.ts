import type { EChartsCoreOption } from 'echarts/core';
import { dayText } from '../../../../shared/dashboards/day-text.ts';
import type { DayClientCounts } from '../../../../shared/dashboards/clients-figures.ts';
import type { Dashboard } from '../dashboard-context.ts';
import { PALE } from '../chart/chart-style.ts';
import { tooltip } from '../chart/tooltip.ts';
import { coloursOf, type ClientsPen } from './clients-pen.ts';

/** Bars of a day, stacked by client; what the filters leave out is pale. */
export function volumeOption(
  { days, clients, totals }: DayClientCounts,
  passes: Dashboard['passes'],
  { style, voice, name }: ClientsPen,
): EChartsCoreOption {
  const colourOf = coloursOf(clients.map(({ client }) => client));
  return {
    grid: { top: 26 },
    legend: { type: 'scroll', itemGap: 8, itemWidth: 9, data: clients.map(({ client }) => name(client)) },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (items: readonly { readonly dataIndex: number }[]) => {
        const at = items[0]?.dataIndex ?? 0;
        const lines = clients
          .filter(({ counts }) => (counts[at] ?? 0) > 0)
          .toReversed()
          .map(({ client, counts }) => ({
            colour: style.colour(colourOf(client)),
            label: name(client),
            value: voice.number(counts[at] ?? 0),
          }));
        return tooltip(`${dayText(days[at] ?? '', voice.language)}: ${voice.number(totals[at] ?? 0)}`, lines);
      },
    },
    xAxis: {
      type: 'category',
      data: days.map((day) => dayText(day, voice.language, 'short')),
      axisLabel: { hideOverlap: true },
    },
    yAxis: { type: 'value', minInterval: 1, splitNumber: 4, axisLabel: { formatter: (n: number) => voice.number(n) } },
    series: clients.map(({ client, counts }) => ({
      type: 'bar',
      name: name(client),
      stack: 'all',
      barCategoryGap: '18%',
      color: style.colour(colourOf(client)),
      data: counts.map((value, at) => ({
        value,
        itemStyle: { opacity: passes('client', client) && passes('day', days[at] ?? null) ? 1 : PALE },
      })),
    })),
  };
}
