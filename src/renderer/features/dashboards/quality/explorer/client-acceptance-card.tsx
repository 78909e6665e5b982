import type { EChartsCoreOption } from 'echarts/core';
import { useMemo, type ReactNode } from 'react';
import type { ThresholdAnswer } from '../../../../../shared/contract/aggregate.ts';
import { clientColours } from '../../../../../shared/design-tokens/stable-colours.ts';
import { proportion } from '../../../../../shared/statistics/proportion.ts';
import { ChartCard, type ChartCardProps } from '../../chart/chart-card.tsx';
import { Chart } from '../../chart/chart.tsx';
import { edgeTexts } from '../../chart/interval-dots-option.ts';
import { intervalSeries } from '../../chart/interval-series.ts';
import { tooltip } from '../../chart/tooltip.ts';
import { nameAxis } from '../../times/chart-parts.ts';
import { intervalText, rateText, useQualityPen, type QualityPen } from '../quality-pen.ts';

type ClientChange = ThresholdAnswer['byClient'][number];
const ROW = 25;
const AROUND = 50;

/** Acceptance of every client in the log and under moved thresholds. */
export function ClientAcceptanceCard({
  answer,
  answers,
}: {
  readonly answer: ThresholdAnswer | undefined;
  readonly answers: NonNullable<ChartCardProps['answers']>;
}): ReactNode {
  const pen = useQualityPen();
  const { t } = pen;
  const clients = answer?.byClient ?? null;
  const option = useMemo(() => (clients === null ? {} : clientsOption(clients, pen)), [clients, pen]);
  const table = useMemo(
    () =>
      clients === null
        ? null
        : {
            columns: [
              { name: 'client', label: t('client') },
              { name: 'before', label: t('before'), unit: '%' },
              { name: 'after', label: t('after'), unit: '%' },
              { name: 'most', label: t('possible'), unit: '%' },
              { name: 'lost', label: t('lost') },
              { name: 'won', label: t('won') },
              { name: 'undecided', label: t('undecided') },
              { name: 'n', label: 'n' },
            ],
            rows: clients.map(({ client, n, acceptedBefore, acceptedAfter, lost, won, undecided }) => [
              client ?? t('missing'),
              acceptedBefore / n,
              acceptedAfter / n,
              (acceptedAfter + undecided) / n,
              lost,
              won,
              undecided,
              n,
            ]),
          },
    [clients, t],
  );
  return (
    <ChartCard
      title={t('byClientTitle')}
      unit={t('byClientUnit')}
      n={answer?.overall.n ?? null}
      height={Math.max(150, AROUND + (clients?.length ?? 0) * ROW)}
      table={table}
      answers={answers}
      drill={null}
    >
      <Chart option={option} label={t('byClientTitle')} pointOf={(row) => ({ seriesIndex: 2, dataIndex: row })} />
    </ChartCard>
  );
}

function clientsOption(clients: readonly ClientChange[], { t, style, voice }: QualityPen): EChartsCoreOption {
  const known = clientColours(clients.flatMap(({ client }) => client ?? []));
  const colours = clients.map(({ client }) => style.colour(client === null ? 'other' : (known.get(client) ?? 'other')));
  const line = { colours, opacity: clients.map(() => 1), cap: 0 };
  return {
    grid: { top: 26, right: 112, bottom: 2, left: 4 },
    legend: { icon: 'circle', data: [t('before'), t('after')] },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', axis: 'y' },
      formatter: (items: readonly { readonly dataIndex: number }[]) => {
        const client = clients[items[0]?.dataIndex ?? -1];
        if (client === undefined) return '';
        const [before, after] = [
          proportion(client.acceptedBefore, client.n),
          proportion(client.acceptedAfter, client.n),
        ];
        return tooltip(client.client ?? t('missing'), [
          { label: t('before'), value: `${rateText(before.rate, voice)} (${intervalText(before, voice)})` },
          { label: t('after'), value: `${rateText(after.rate, voice)} (${intervalText(after, voice)})` },
          { label: t('possible'), value: rateText((client.acceptedAfter + client.undecided) / client.n, voice) },
          { label: t('lost'), value: voice.number(client.lost) },
          { label: t('won'), value: voice.number(client.won) },
          { label: t('undecided'), value: voice.number(client.undecided) },
          { label: 'n', value: voice.number(client.n) },
        ]);
      },
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: 1,
      splitNumber: 4,
      axisLabel: { formatter: (share: number) => voice.percent(share, 0), hideOverlap: true },
    },
    yAxis: {
      ...nameAxis(
        clients.map(({ client }) => client ?? t('missing')),
        100,
      ),
      splitLine: { show: true },
    },
    series: [
      intervalSeries(
        'possible',
        clients.map(({ n, acceptedAfter, undecided }, row) => [
          acceptedAfter / n,
          (acceptedAfter + undecided) / n,
          row,
        ]),
        { ...line, width: 7, opacity: clients.map(() => 0.25) },
      ),
      intervalSeries(
        'change',
        clients.map(({ n, acceptedBefore, acceptedAfter }, row) => [acceptedBefore / n, acceptedAfter / n, row]),
        { ...line, width: 2 },
      ),
      {
        type: 'scatter',
        name: t('before'),
        symbolSize: 9,
        z: 3,
        itemStyle: { color: style.colour('surface'), borderColor: style.colour('text-muted'), borderWidth: 1.6 },
        data: clients.map(({ n, acceptedBefore }, row) => [acceptedBefore / n, row]),
      },
      {
        type: 'scatter',
        name: t('after'),
        symbolSize: 9,
        z: 4,
        itemStyle: { color: style.colour('text') },
        data: clients.map(({ n, acceptedAfter }, row) => ({
          value: [acceptedAfter / n, row],
          itemStyle: { color: colours[row] },
        })),
      },
      edgeTexts(
        1,
        clients.map((client) => changeText(client, voice)),
        style,
      ),
    ],
  };
}

/** `58.1 % → 61.4 %`; one figure where nothing changes. */
function changeText({ n, acceptedBefore, acceptedAfter }: ClientChange, { percent }: QualityPen['voice']): string {
  const [before, after] = [acceptedBefore / n, acceptedAfter / n];
  if (acceptedBefore === acceptedAfter) return percent(before);
  const digits = percent(before) === percent(after) ? 2 : 1;
  return `${percent(before, digits)} → ${percent(after, digits)}`;
}
