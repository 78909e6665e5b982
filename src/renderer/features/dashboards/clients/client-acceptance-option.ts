import type { EChartsCoreOption } from 'echarts/core';
import type { ClientRates } from '../../../../shared/dashboards/clients-figures.ts';
import type { Dashboard } from '../dashboard-context.ts';
import { tooltip } from '../chart/tooltip.ts';
import { coloursOf, intervalText, rateText, type ClientsPen } from './clients-pen.ts';
import { intervalSeries } from './interval-series.ts';
import { shareAxis } from './share-axis.ts';
import { PALE } from './volume-option.ts';

/** A dot for every client inside its interval, largest client on top, beside the acceptance of all. */
export function clientAcceptanceOption(
  clients: readonly ClientRates[],
  passes: Dashboard['passes'],
  { style, voice, t, name }: ClientsPen,
): EChartsCoreOption {
  const colourOf = coloursOf(clients.map(({ client }) => client));
  const colours = clients.map(({ client }) => style.colour(colourOf(client)));
  const opacity = clients.map(({ client }) => (passes('client', client) ? 1 : PALE));
  const [k, n] = clients.reduce(([ks, ns], { acceptance }) => [ks + acceptance.k, ns + acceptance.n], [0, 0]);
  const axis = shareAxis(
    clients.flatMap(({ acceptance: { low, high } }) => [low, high]),
    voice,
  );
  return {
    grid: { top: 20, right: 108 },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', axis: 'y' },
      formatter: (items: readonly { readonly dataIndex: number }[]) => {
        const at = items[0]?.dataIndex ?? 0;
        const client = clients[at];
        if (client === undefined) return '';
        const { acceptance } = client;
        return tooltip(name(client.client), [
          { colour: colours[at] ?? '', label: t('acceptance'), value: rateText(acceptance.rate, voice) },
          { label: '95 %', value: intervalText(acceptance, voice) },
          { label: t('accepted'), value: voice.number(acceptance.k) },
          { label: 'n', value: voice.number(acceptance.n) },
        ]);
      },
    },
    xAxis: axis,
    yAxis: {
      type: 'category',
      inverse: true,
      triggerEvent: true,
      data: clients.map(({ client }) => name(client)),
      axisLabel: { interval: 0, width: 110, overflow: 'truncate' },
      splitLine: { show: true },
    },
    series: [
      intervalSeries(
        'interval',
        clients.map(({ acceptance }, row) => [acceptance.low ?? 0, acceptance.high ?? 0, row]),
        { colours, width: 2, cap: 4, opacity },
      ),
      {
        type: 'scatter',
        name: t('acceptance'),
        symbolSize: 10,
        z: 3,
        data: clients.map(({ acceptance }, row) => ({
          value: [acceptance.rate, row],
          itemStyle: { color: colours[row], opacity: opacity[row] },
        })),
        markLine: {
          symbol: 'none',
          silent: true,
          lineStyle: { color: style.colour('axis'), type: 'dashed' },
          label: {
            position: 'start',
            color: style.colour('text-muted'),
            fontSize: 11,
            formatter: `${t('overall')} ${n === 0 ? '' : voice.percent(k / n)}`,
          },
          data: n === 0 ? [] : [{ xAxis: k / n }],
        },
      },
      // At the right edge, so that the figures stand in a column.
      {
        type: 'scatter',
        name: 'figures',
        silent: true,
        symbolSize: 0,
        tooltip: { show: false },
        data: clients.map((_, row) => [axis.max, row]),
        label: {
          show: true,
          position: 'right',
          distance: 8,
          fontSize: 11,
          color: style.colour('text-muted'),
          formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
            const acceptance = clients[dataIndex]?.acceptance;
            return acceptance === undefined
              ? ''
              : `${rateText(acceptance.rate, voice)}  n ${voice.number(acceptance.n)}`;
          },
        },
      },
    ],
  };
}
