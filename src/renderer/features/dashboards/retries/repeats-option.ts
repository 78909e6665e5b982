import type { EChartsCoreOption } from 'echarts/core';
import { answerName } from '../../../../shared/dashboards/retries-findings.ts';
import type { RefusalFate } from '../../../../shared/dashboards/retries-steps.ts';
import type { ChartTable } from '../chart/chart-table.ts';
import { tooltip } from '../chart/tooltip.ts';
import { intervalText, rateText } from '../clients/clients-pen.ts';
import { PALE } from '../chart/chart-style.ts';
import { dataIndexOf, nameAxis } from '../times/chart-parts.ts';
import type { RetriesPen } from './retries-pen.ts';

const PARTS = ['same', 'other', 'accepted', 'none'] as const;
type Part = (typeof PARTS)[number];
const PART_WORDS = { accepted: 'thenAccepted', same: 'thenSame', other: 'thenOther', none: 'thenNone' } as const;
/** A part narrower than this share of the bar has no room for its figure. */
const LEAST_LABELLED = 0.13;

/** For every reason a bar of what came next; the part that met the same reason again stands first. */
export function repeatsOption(
  fates: readonly RefusalFate[],
  isSelected: (description: string | null) => boolean,
  { style, voice, t }: RetriesPen,
): EChartsCoreOption {
  const colours: Readonly<Record<Part, string>> = {
    same: style.colour('error'),
    other: style.pale('error', 0.4),
    accepted: style.colour('ok'),
    none: style.pale('text-faint', 0.45),
  };
  const labels: Readonly<Record<Part, string>> = {
    same: style.colour('surface'),
    other: style.colour('text'),
    accepted: style.colour('surface'),
    none: style.colour('text'),
  };
  const share = (fate: RefusalFate | undefined, part: Part): number =>
    fate === undefined || fate.n === 0 ? 0 : fate[part] / fate.n;
  return {
    grid: { top: 24, right: 58, bottom: 2 },
    legend: { data: PARTS.map((part) => t(PART_WORDS[part])), selectedMode: false },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (item: unknown) => {
        const fate = fates[dataIndexOf(item)];
        if (fate === undefined) return '';
        return tooltip(answerName(fate.answer, voice), [
          ...PARTS.map((part) => ({
            colour: colours[part],
            label: t(PART_WORDS[part]),
            value: `${voice.number(fate[part])} · ${voice.percent(share(fate, part))}`,
          })),
          { label: 'n', value: voice.number(fate.n) },
          {
            label: t('repeatShare'),
            value: `${rateText(fate.repeats.rate, voice)} (${intervalText(fate.repeats, voice)})`,
          },
        ]);
      },
    },
    xAxis: {
      type: 'value',
      max: 1,
      interval: 0.25,
      axisLabel: { formatter: (value: number) => voice.percent(value, 0) },
    },
    yAxis: nameAxis(fates.map(({ answer }) => answerName(answer, voice))),
    series: [
      ...PARTS.map((part) => ({
        type: 'bar',
        name: t(PART_WORDS[part]),
        stack: 'fates',
        barWidth: '74%',
        color: colours[part],
        data: fates.map((fate) => ({
          value: share(fate, part),
          itemStyle: { opacity: isSelected(fate.answer.description) ? 1 : PALE },
        })),
        label: {
          show: true,
          fontSize: 10.5,
          color: labels[part],
          formatter: (item: unknown) => {
            const value = share(fates[dataIndexOf(item)], part);
            return value < LEAST_LABELLED ? '' : voice.percent(value, 0);
          },
        },
      })),
      {
        type: 'scatter',
        name: 'n',
        silent: true,
        symbolSize: 0,
        tooltip: { show: false },
        data: fates.map((_, row) => [1, row]),
        label: {
          show: true,
          position: 'right',
          distance: 6,
          fontSize: 11,
          color: style.colour('text-muted'),
          formatter: (item: unknown) => `n ${voice.number(fates[dataIndexOf(item)]?.n ?? 0)}`,
        },
      },
    ],
  };
}

export function repeatsTable(fates: readonly RefusalFate[], { t, voice }: RetriesPen): ChartTable {
  const right = { align: 'right' } as const;
  return {
    columns: [
      { name: 'reason', label: t('reason') },
      { name: 'n', label: 'n', ...right },
      { name: 'same', label: t('thenSame'), ...right },
      { name: 'other', label: t('thenOther'), ...right },
      { name: 'accepted', label: t('thenAccepted'), ...right },
      { name: 'none', label: t('thenNone'), ...right },
      { name: 'repeat_share', label: t('repeatShare'), unit: '%', ...right },
      { name: 'low', label: t('low'), unit: '%', ...right },
      { name: 'high', label: t('high'), unit: '%', ...right },
    ],
    rows: fates.map(({ answer, n, same, other, accepted, none, repeats }) => [
      answerName(answer, voice),
      n,
      same,
      other,
      accepted,
      none,
      repeats.rate,
      repeats.low,
      repeats.high,
    ]),
  };
}
