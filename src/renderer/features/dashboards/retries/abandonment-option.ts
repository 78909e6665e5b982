import type { EChartsCoreOption } from 'echarts/core';
import { LEAST_FOR_FINDING } from '../../../../shared/dashboards/rate-findings.ts';
import type { ProcessFigures } from '../../../../shared/dashboards/retries-answers.ts';
import type { Dashboard } from '../dashboard-context.ts';
import type { ChartTable } from '../chart/chart-table.ts';
import { tooltip } from '../chart/tooltip.ts';
import { coloursOf, intervalText, rateText } from '../clients/clients-pen.ts';
import { intervalSeries } from '../clients/interval-series.ts';
import { PALE } from '../clients/volume-option.ts';
import { dataIndexOf, nameAxis } from '../times/chart-parts.ts';
import type { RetriesPen } from './retries-pen.ts';

/** A dot for every client inside its interval, largest client on top, beside the abandonment of all. */
export function abandonmentOption(
  clients: readonly ProcessFigures[],
  passes: Dashboard['passes'],
  { style, voice, t, name }: RetriesPen,
): EChartsCoreOption {
  const colourOf = coloursOf(clients.map(({ client }) => client));
  const colours = clients.map(({ client }) => style.colour(colourOf(client)));
  const opacity = clients.map(({ client }) => (passes('client', client) ? 1 : PALE));
  const [k, n] = clients.reduce(([ks, ns], { abandonment }) => [ks + abandonment.k, ns + abandonment.n], [0, 0]);
  // An interval that says nothing does not stretch the axis; it goes on beyond its end.
  const end = Math.max(
    0.1,
    ...clients.map(({ abandonment: { n: base, rate, high } }) =>
      base < LEAST_FOR_FINDING ? (rate ?? 0) : (high ?? 0),
    ),
  );
  const most = Math.min(1, Math.ceil(end * 10) / 10);
  return {
    grid: { top: 20, right: 82 },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', axis: 'y' },
      formatter: (item: unknown) => {
        const at = dataIndexOf(item);
        const client = clients[at];
        if (client === undefined) return '';
        const { abandonment, recovery } = client;
        return tooltip(name(client.client), [
          { colour: colours[at] ?? '', label: t('abandonment'), value: rateText(abandonment.rate, voice) },
          { label: '95 %', value: intervalText(abandonment, voice) },
          { label: t('abandoned'), value: voice.number(abandonment.k) },
          { label: t('ended'), value: voice.number(abandonment.n) },
          { label: t('recovery'), value: rateText(recovery.rate, voice) },
          { label: t('returnedLate'), value: voice.number(client.returnedLate) },
        ]);
      },
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: most,
      splitNumber: 4,
      axisLabel: { formatter: (share: number) => voice.percent(share, 0), hideOverlap: true },
    },
    yAxis: { ...nameAxis(clients.map(({ client }) => name(client))), splitLine: { show: true } },
    series: [
      intervalSeries(
        '95 %',
        clients.map(({ abandonment }, row) => [abandonment.low ?? 0, Math.min(most, abandonment.high ?? 0), row]),
        { colours, width: 2, cap: 4, opacity },
      ),
      {
        type: 'scatter',
        name: t('abandonment'),
        symbolSize: 10,
        z: 3,
        data: clients.map(({ abandonment }, row) => ({
          value: [abandonment.rate, row],
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
            formatter: n === 0 ? '' : `${t('overall')} ${voice.percent(k / n)}`,
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
        data: clients.map((_, row) => [most, row]),
        label: {
          show: true,
          position: 'right',
          distance: 8,
          fontSize: 11,
          color: style.colour('text-muted'),
          formatter: (item: unknown) => {
            const abandonment = clients[dataIndexOf(item)]?.abandonment;
            return abandonment === undefined
              ? ''
              : `${rateText(abandonment.rate, voice)}\nn ${voice.number(abandonment.n)}`;
          },
        },
      },
    ],
  };
}

export function abandonmentTable(clients: readonly ProcessFigures[], { t, name }: RetriesPen): ChartTable {
  const right = { align: 'right' } as const;
  return {
    columns: [
      { name: 'client', label: t('client') },
      { name: 'abandonment', label: t('abandonment'), unit: '%', ...right },
      { name: 'low', label: t('low'), unit: '%', ...right },
      { name: 'high', label: t('high'), unit: '%', ...right },
      { name: 'abandoned', label: t('abandoned'), ...right },
      { name: 'ended', label: t('ended'), ...right },
      { name: 'recovery', label: t('recovery'), unit: '%', ...right },
      { name: 'returned_late', label: t('returnedLate'), ...right },
    ],
    rows: clients.map(({ client, abandonment: { rate, low, high, k, n }, recovery, returnedLate }) => [
      name(client),
      rate,
      low,
      high,
      k,
      n,
      recovery.rate,
      returnedLate,
    ]),
  };
}
