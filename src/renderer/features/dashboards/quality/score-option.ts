import type { EChartsCoreOption } from 'echarts/core';
import { ANSWER_GROUPS, type AnswerGroup } from '../../../../shared/dashboards/answer-group.ts';
import type { Distribution } from '../../../../shared/dashboards/quality-answers.ts';
import type { ScoreLimits } from '../../../../shared/dashboards/quality-findings.ts';
import type { ImageSide, QualityMeasure } from '../../../../shared/dashboards/quality-measures.ts';
import type { ChartTable } from '../chart/chart-table.ts';
import { tooltip } from '../chart/tooltip.ts';
import { GROUP_COLOURS, rateText, type QualityPen } from './quality-pen.ts';

export type ScoreScale = 'shares' | 'counts';

export interface ScoreChart {
  readonly measure: QualityMeasure;
  readonly side: ImageSide;
  readonly spread: Distribution;
  /** The scores of the other image, drawn as outlines. */
  readonly other: Distribution | null;
  readonly known: ScoreLimits;
  readonly moved: ScoreLimits;
  readonly scale: ScoreScale;
  readonly isLog: boolean;
}

/** Groups that have any score, accepted first. */
export function shownGroups({ totals }: Distribution): readonly AnswerGroup[] {
  return ANSWER_GROUPS.filter((group) => totals[group] > 0);
}

/** Steps over the bins: the height of each group, from the lower edge of a bin to its upper one. */
function steps(spread: Distribution, group: AnswerGroup, scale: ScoreScale, isLog: boolean): (number | null)[][] {
  const total = spread.totals[group];
  const heights = spread.groups[group].map((n) => {
    if (isLog && n === 0) return null;
    return scale === 'counts' ? n : n / total;
  });
  const last = heights.at(-1) ?? null;
  return [...heights, last].map((height, bin) => [spread.edges[bin] ?? 0, height]);
}

export function scoreOption(
  { measure, spread, other, known, moved, scale, isLog, side }: ScoreChart,
  { t, style, voice }: QualityPen,
): EChartsCoreOption {
  const { axis } = measure;
  const groups = shownGroups(spread);
  const heightText = (height: number): string =>
    scale === 'counts' ? voice.number(height) : voice.percent(height, height > 0 && height < 0.01 ? 2 : 0);
  const isMoved = known.least !== moved.least || known.most !== moved.most;
  const line = (value: number, kind: 'known' | 'moved') => ({
    xAxis: value,
    lineStyle: {
      color: style.colour(kind === 'moved' ? 'accent' : 'text-muted'),
      type: kind === 'moved' ? 'solid' : 'dashed',
      width: kind === 'moved' ? 2 : 1.4,
    },
    label: {
      formatter:
        kind === 'moved' ? voice.number(value, axis.digits) : t('limit', { value: voice.number(value, axis.digits) }),
      color: style.colour(kind === 'moved' ? 'accent' : 'text-muted'),
      fontSize: 11,
      position: 'end',
    },
  });
  const beyond = [
    ...(moved.least === null ? [] : [[{ xAxis: axis.from }, { xAxis: moved.least }]]),
    ...(moved.most === null ? [] : [[{ xAxis: moved.most }, { xAxis: axis.to }]]),
  ];
  const present = (value: number | null): value is number => value !== null;
  return {
    grid: { top: 40, right: 14, bottom: 2, left: 4 },
    legend: { data: groups.map((group) => t(group)) },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'line', snap: false },
      formatter: (items: readonly { readonly axisValue?: unknown }[]) => {
        const value = Number(items[0]?.axisValue);
        const bin = Math.min(axis.bins - 1, Math.max(0, binOf(spread, value)));
        const [from, to] = [spread.edges[bin] ?? 0, spread.edges[bin + 1] ?? 0];
        return tooltip(
          `${voice.number(from, axis.digits)} – ${voice.number(to, axis.digits)}`,
          groups.map((group) => {
            const n = spread.groups[group][bin] ?? 0;
            return {
              colour: style.colour(GROUP_COLOURS[group]),
              label: t(group),
              value: `${voice.number(n)} (${rateText(n / spread.totals[group], voice)})`,
            };
          }),
          t(side === 'near' ? 'nearImage' : 'farImage'),
        );
      },
    },
    xAxis: {
      type: 'value',
      min: axis.from,
      max: axis.to,
      splitNumber: 10,
      splitLine: { show: false },
      axisLine: { show: true },
      axisLabel: { formatter: (value: number) => voice.number(value, axis.digits), hideOverlap: true },
    },
    yAxis: {
      type: isLog ? 'log' : 'value',
      ...(isLog ? (scale === 'counts' ? { min: 0.7 } : {}) : { min: 0 }),
      splitNumber: 4,
      axisLabel: { formatter: heightText, hideOverlap: true },
    },
    series: [
      ...groups.map((group, index) => ({
        type: 'line',
        name: t(group),
        step: 'end',
        symbol: 'none',
        data: steps(spread, group, scale, isLog),
        itemStyle: { color: style.colour(GROUP_COLOURS[group]) },
        lineStyle: { color: style.colour(GROUP_COLOURS[group]), width: 1.6 },
        areaStyle: { color: style.pale(GROUP_COLOURS[group], 0.18), origin: 'start' },
        z: 3 + index,
        ...(index > 0
          ? {}
          : {
              markLine: {
                symbol: 'none',
                silent: true,
                data: [
                  ...[known.least, known.most].filter(present).map((value) => line(value, 'known')),
                  ...(isMoved ? [moved.least, moved.most].filter(present).map((value) => line(value, 'moved')) : []),
                ],
              },
              markArea: { silent: true, itemStyle: { color: style.pale('error', 0.07) }, data: beyond },
            }),
      })),
      ...(other === null
        ? []
        : shownGroups(other)
            .filter((group) => groups.includes(group))
            .map((group) => ({
              type: 'line',
              name: t(group),
              step: 'end',
              symbol: 'none',
              silent: true,
              data: steps(other, group, scale, isLog),
              lineStyle: { color: style.colour(GROUP_COLOURS[group]), width: 1, type: [3, 3], opacity: 0.8 },
              z: 8,
            }))),
    ],
  };
}

/** The bin of a value on the axis of a distribution. */
function binOf({ edges }: Distribution, value: number): number {
  const [from, next] = [edges[0] ?? 0, edges[1] ?? 1];
  return Math.floor((value - from) / (next - from) + 1e-9);
}

export function scoreTable(spread: Distribution, { axis }: QualityMeasure, { t }: Pick<QualityPen, 't'>): ChartTable {
  const groups = shownGroups(spread);
  return {
    columns: [
      { name: 'from', label: t('from'), digits: axis.digits },
      { name: 'to', label: t('to'), digits: axis.digits, align: 'right' },
      ...groups.map((group) => ({ name: group, label: t(group), align: 'right' }) as const),
      ...groups.map(
        (group) => ({ name: `${group} share`, label: t(group), unit: '%', align: 'right', digits: 2 }) as const,
      ),
    ],
    rows: Array.from({ length: axis.bins }, (_, bin) => [
      spread.edges[bin] ?? 0,
      spread.edges[bin + 1] ?? 0,
      ...groups.map((group) => spread.groups[group][bin] ?? 0),
      ...groups.map((group) => (spread.groups[group][bin] ?? 0) / spread.totals[group]),
    ]),
  };
}
