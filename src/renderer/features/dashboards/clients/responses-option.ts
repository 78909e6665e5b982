import type { EChartsCoreOption } from 'echarts/core';
import type { ResponseCount } from '../../../../shared/dashboards/clients-figures.ts';
import { statusColour } from '../../../../shared/design-tokens/stable-colours.ts';
import { tooltip } from '../chart/tooltip.ts';
import type { ClientsPen } from './clients-pen.ts';
import { PALE } from '../chart/chart-style.ts';

/** A bar for every answer, most frequent on top, with its count; green and solid for `ok`, orange for `error`. */
export function responsesOption(
  responses: readonly ResponseCount[],
  isSelected: (response: ResponseCount) => boolean,
  isLog: boolean,
  { style, voice, t }: ClientsPen,
): EChartsCoreOption {
  const label = ({ description, code }: ResponseCount): string =>
    description ?? (code === null ? t('none') : String(code));
  const series = (status: 'ok' | 'error'): Record<string, unknown> => ({
    type: 'bar',
    name: status,
    barGap: '-100%',
    barWidth: '68%',
    color: style.colour(statusColour(status)),
    label: {
      show: true,
      position: 'right',
      color: style.colour('text-muted'),
      fontSize: 11,
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => voice.number(responses[dataIndex]?.n ?? 0),
    },
    data: responses.map((response) =>
      (response.status === 'ok') === (status === 'ok')
        ? { value: response.n, itemStyle: { opacity: isSelected(response) ? 1 : PALE } }
        : { value: null },
    ),
  });
  const axis = { splitNumber: 4, axisLabel: { formatter: (n: number) => voice.number(n), hideOverlap: true } };
  return {
    grid: { top: 22, right: 44 },
    legend: { data: ['ok', 'error'] },
    tooltip: {
      trigger: 'item',
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
        const response = responses[dataIndex];
        if (response === undefined) return '';
        return tooltip(label(response), [
          {
            colour: style.colour(statusColour(response.status)),
            label: `${response.code ?? ''} · ${response.status ?? ''}`,
            value: voice.number(response.n),
          },
          { label: t('share'), value: voice.percent(response.share, 2) },
        ]);
      },
    },
    // On a logarithmic scale a single transaction still has a bar.
    xAxis: isLog
      ? { ...axis, type: 'log', min: 0.5, startValue: 0.5, axisLabel: { ...axis.axisLabel, showMinLabel: false } }
      : { type: 'value', ...axis },
    yAxis: { type: 'category', inverse: true, data: responses.map(label), axisLabel: { interval: 0 } },
    series: [series('ok'), series('error')],
  };
}
