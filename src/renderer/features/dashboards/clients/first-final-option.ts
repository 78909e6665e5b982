import type { EChartsCoreOption } from 'echarts/core';
import type { ProcessRates } from '../../../../shared/dashboards/clients-figures.ts';
import type { Dashboard } from '../dashboard-context.ts';
import { edgeTexts } from '../chart/interval-dots-option.ts';
import { intervalSeries } from '../chart/interval-series.ts';
import { tooltip } from '../chart/tooltip.ts';
import { intervalText, pointsText, rateText, type ClientsPen } from './clients-pen.ts';
import { nameAxis } from '../times/chart-parts.ts';
import { shareAxis } from './share-axis.ts';
import { PALE } from '../chart/chart-style.ts';

/** Two dots for every client, joined: hollow for the first try, full for the end. */
export function firstFinalOption(
  clients: readonly ProcessRates[],
  passes: Dashboard['passes'],
  { style, voice, t, name }: ClientsPen,
): EChartsCoreOption {
  const opacity = clients.map(({ client }) => (passes('client', client) ? 1 : PALE));
  const ok = style.colour('ok');
  const dots = (
    label: string,
    rate: (client: ProcessRates) => number | null,
    look: object,
  ): Record<string, unknown> => ({
    type: 'scatter',
    name: label,
    symbolSize: 11,
    z: 3,
    color: ok,
    data: clients.map((client, row) => ({ value: [rate(client), row], itemStyle: { ...look, opacity: opacity[row] } })),
  });
  const axis = shareAxis(
    clients.flatMap(({ firstTry, final }) => [firstTry.rate, final.rate]),
    voice,
  );
  return {
    grid: { top: 28, right: 108 },
    legend: {
      selectedMode: false,
      data: [
        {
          name: t('firstTry'),
          icon: 'circle',
          itemStyle: { color: style.colour('surface'), borderColor: ok, borderWidth: 2 },
        },
        { name: t('final'), icon: 'circle', itemStyle: { color: ok, opacity: 1 } },
      ],
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', axis: 'y' },
      formatter: (items: readonly { readonly dataIndex: number }[]) => {
        const client = clients[items[0]?.dataIndex ?? 0];
        if (client === undefined) return '';
        const { firstTry, final, recovery, meanAttempts, n } = client;
        return tooltip(name(client.client), [
          { label: t('firstTry'), value: `${rateText(firstTry.rate, voice)} (${intervalText(firstTry, voice)})` },
          { label: t('final'), value: `${rateText(final.rate, voice)} (${intervalText(final, voice)})` },
          { label: t('recovery'), value: rateText(recovery.rate, voice) },
          { label: t('attempts'), value: meanAttempts === null ? '–' : voice.number(meanAttempts, 2) },
          { label: t('processes'), value: voice.number(n) },
        ]);
      },
    },
    xAxis: axis,
    yAxis: { ...nameAxis(clients.map(({ client }) => name(client))), splitLine: { show: true } },
    series: [
      intervalSeries(
        'gain',
        clients.map(({ firstTry, final }, row) => [firstTry.rate ?? 0, final.rate ?? 0, row]),
        {
          colours: clients.map(() => style.colour('outcome-accepted')),
          width: 3,
          cap: 0,
          opacity: opacity.map((one) => one * 0.5),
        },
      ),
      dots(t('firstTry'), ({ firstTry }) => firstTry.rate, {
        color: style.colour('surface'),
        borderColor: ok,
        borderWidth: 2,
      }),
      dots(t('final'), ({ final }) => final.rate, { color: ok }),
      edgeTexts(
        axis.max,
        clients.map(({ firstTry, final, n }) =>
          final.rate === null || firstTry.rate === null
            ? ''
            : `${pointsText(final.rate - firstTry.rate, voice)}  n ${voice.number(n)}`,
        ),
        style,
      ),
    ],
  };
}
