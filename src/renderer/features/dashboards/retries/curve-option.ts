import type { EChartsCoreOption } from 'echarts/core';
import type { AcceptanceCurve, CurvePoint } from '../../../../shared/dashboards/retries-answers.ts';
import { spanText } from '../../../../shared/dashboards/span-text.ts';
import type { ChartTable } from '../chart/chart-table.ts';
import { tooltip, type TooltipLine } from '../chart/tooltip.ts';
import { coloursOf, intervalText } from '../clients/clients-pen.ts';
import type { RetriesPen } from './retries-pen.ts';

/** Seconds at which the axis is labelled. */
const LABELLED = [1, 10, 60, 600, 3600, 21_600, 86_400, 604_800, 2_592_000, 31_536_000];
const LEAST_END = 60;

/** The axis is logarithmic from one second on; what was accepted sooner stands at its start. */
const placeOf = (seconds: number): number => Math.log10(Math.max(1, seconds));

interface Line {
  readonly name: string;
  readonly colour: string;
  readonly isDashed: boolean;
  readonly points: readonly { readonly seconds: number; readonly share: number }[];
}

/** One curve with its interval beside the share of all processes, or a curve for every client. */
export function curveOption(curves: readonly AcceptanceCurve[], isSplit: boolean, pen: RetriesPen): EChartsCoreOption {
  const { style, voice } = pen;
  const lines = isSplit ? clientLines(curves, pen) : overallLines(curves[0], pen);
  const end = Math.max(LEAST_END, ...curves.flatMap(({ points }) => points.at(-1)?.seconds ?? 0));
  const least = Math.min(1, ...lines.flatMap(({ points }) => points[0]?.share ?? 1));
  const ticks = LABELLED.filter((seconds) => seconds <= end).map(placeOf);
  const [band] = isSplit ? [] : curves;
  return {
    grid: { top: 24, right: 14, bottom: 6 },
    legend: {
      data: lines.map(({ name, isDashed, colour }) => ({
        name,
        itemStyle: { color: colour },
        lineStyle: { color: colour, width: 2, type: isDashed ? 'dashed' : 'solid' },
        icon: 'roundRect',
      })),
      itemHeight: 3,
      itemWidth: 14,
      selectedMode: false,
      type: isSplit ? 'scroll' : 'plain',
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'line' },
      formatter: (items: unknown) => curveTooltip(timeAt(items), curves, lines, isSplit, pen),
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: placeOf(end),
      axisLine: { show: true, lineStyle: { color: style.colour('border') } },
      splitLine: { show: false },
      axisTick: { show: true, customValues: ticks, lineStyle: { color: style.colour('border') } },
      axisLabel: {
        customValues: ticks,
        hideOverlap: true,
        formatter: (place: number) => `${place === 0 ? '≤\u00a0' : ''}${spanText(Math.round(10 ** place), voice)}`,
      },
    },
    yAxis: {
      type: 'value',
      min: Math.max(0, Math.floor((least - 0.02) * 10) / 10),
      max: 1,
      splitNumber: 4,
      axisLabel: { formatter: (share: number) => voice.percent(share, 0) },
    },
    series: [
      ...(band === undefined ? [] : [bandSeries(band.points, end, style.pale('ok', 0.2))]),
      ...lines.map(({ name, colour, isDashed, points }) => ({
        type: 'line',
        name,
        step: 'end',
        color: colour,
        showSymbol: false,
        symbol: 'circle',
        symbolSize: 7,
        lineStyle: { width: isDashed ? 1.5 : 2, type: isDashed ? 'dashed' : 'solid' },
        data: [
          ...points.map(({ seconds, share }) => [placeOf(seconds), share]),
          // The last step holds until the end of the axis.
          ...(points.length === 0 ? [] : [[placeOf(end), points.at(-1)?.share]]),
        ],
      })),
    ],
  };
}

function overallLines(curve: AcceptanceCurve | undefined, { style, t }: RetriesPen): readonly Line[] {
  const points = curve?.points ?? [];
  return [
    {
      name: t('ifNobodyGaveUp'),
      colour: style.colour('ok'),
      isDashed: false,
      points: points.map(({ seconds, accepted }) => ({ seconds, share: accepted })),
    },
    {
      name: t('ofAll'),
      colour: style.colour('text-faint'),
      isDashed: true,
      points: points.map(({ seconds, ofAll }) => ({ seconds, share: ofAll })),
    },
  ];
}

function clientLines(curves: readonly AcceptanceCurve[], { style, name }: RetriesPen): readonly Line[] {
  const colourOf = coloursOf(curves.map(({ client }) => client));
  return curves.map(({ client, points }) => ({
    name: name(client),
    colour: style.colour(colourOf(client)),
    isDashed: false,
    points: points.map(({ seconds, accepted }) => ({ seconds, share: accepted })),
  }));
}

/** The interval as one area with steps. */
function bandSeries(points: readonly CurvePoint[], end: number, colour: string): Record<string, unknown> {
  return {
    type: 'custom',
    name: '95 %',
    silent: true,
    z: 1,
    tooltip: { show: false },
    data: [[0, 0]],
    renderItem: (
      _: unknown,
      api: { readonly coord: (point: readonly [number, number]) => readonly [number, number] },
    ) => {
      const known = points.flatMap(({ seconds, low, high }) =>
        low === null || high === null ? [] : [{ seconds, low, high }],
      );
      const corners = (bound: 'low' | 'high'): (readonly [number, number])[] =>
        known.flatMap((point, index) => {
          const next = known[index + 1]?.seconds ?? end;
          return [api.coord([placeOf(point.seconds), point[bound]]), api.coord([placeOf(next), point[bound]])];
        });
      return {
        type: 'polygon',
        shape: { points: [...corners('high'), ...corners('low').toReversed()] },
        style: { fill: colour },
      };
    },
  };
}

/** The time under the pointer. */
function timeAt(items: unknown): number {
  const [first] = Array.isArray(items) ? (items as readonly { readonly axisValue?: unknown }[]) : [];
  return typeof first?.axisValue === 'number' ? 10 ** first.axisValue : 0;
}

function curveTooltip(
  seconds: number,
  curves: readonly AcceptanceCurve[],
  lines: readonly Line[],
  isSplit: boolean,
  { voice, t }: RetriesPen,
): HTMLElement {
  // A hair more: the pointer stands on a step.
  const until = seconds * (1 + 1e-9) + 1e-9;
  const shown: TooltipLine[] = lines.flatMap(({ name, colour, points }) => {
    const share = points.findLast((point) => Math.max(1, point.seconds) <= until)?.share;
    return share === undefined ? [] : [{ label: name, colour, value: voice.percent(share) }];
  });
  const point = isSplit ? undefined : curves[0]?.points.findLast((one) => Math.max(1, one.seconds) <= until);
  return tooltip(`≤ ${spanText(Math.max(1, seconds), voice)}`, [
    ...shown,
    ...(point === undefined
      ? []
      : [
          { label: '95 %', value: intervalText(point, voice) },
          { label: t('atRisk'), value: voice.number(point.atRisk) },
        ]),
  ]);
}

export function curveTable(
  curves: readonly AcceptanceCurve[],
  isSplit: boolean,
  { t, voice, name }: RetriesPen,
): ChartTable {
  const share = { unit: '%', align: 'right' } as const;
  return {
    columns: [
      ...(isSplit ? [{ name: 'client', label: t('client') }] : []),
      { name: 'time', label: t('time') },
      { name: 'seconds', label: t('seconds'), align: 'right', digits: 1 },
      { name: 'accepted', label: t('ifNobodyGaveUp'), ...share },
      { name: 'low', label: t('low'), ...share },
      { name: 'high', label: t('high'), ...share },
      { name: 'of_all', label: t('ofAll'), ...share },
      { name: 'at_risk', label: t('atRisk'), align: 'right' },
    ],
    rows: curves.flatMap(({ client, points }) =>
      points.map(({ seconds, accepted, low, high, ofAll, atRisk }) => [
        ...(isSplit ? [name(client)] : []),
        spanText(seconds, voice),
        seconds,
        accepted,
        low,
        high,
        ofAll,
        atRisk,
      ]),
    ),
  };
}
