import type { EChartsCoreOption } from 'echarts/core';
import { useMemo, type ReactNode } from 'react';
import { ANSWER_GROUPS, type AnswerGroup } from '../../../../shared/dashboards/answer-group.ts';
import { coverageOf, distributionOf, type Coverage } from '../../../../shared/dashboards/quality-answers.ts';
import { coverageFinding } from '../../../../shared/dashboards/quality-findings.ts';
import { GAVE_UP_QUERIES, QUALITY_QUERIES, gaveUpName } from '../../../../shared/dashboards/quality-queries.ts';
import { ChartCard } from '../chart/chart-card.tsx';
import type { ChartTable } from '../chart/chart-table.ts';
import { Chart } from '../chart/chart.tsx';
import { tooltip } from '../chart/tooltip.ts';
import { useAnswers } from '../coordinator/use-answers.ts';
import { GROUP_COLOURS, rateText, useQualityPen, type QualityPen } from './quality-pen.ts';

const QUERIES = { answers: QUALITY_QUERIES.answers, ...GAVE_UP_QUERIES };
const ROW = 15;
const AROUND = 60;

interface CoverageRow extends Coverage {
  readonly label: string;
  readonly gaveUp: number;
}

/** Which images have a score of every measure, on which a service gave up, and which were never judged. */
export function CoverageCard(): ReactNode {
  const pen = useQualityPen();
  const { t, voice, groupOf } = pen;
  const { answers, ...state } = useAnswers(QUERIES);
  const rows = useMemo((): readonly CoverageRow[] | null => {
    if (answers.answers === undefined) return null;
    return coverageOf(answers.answers, groupOf).map((coverage) => {
      const { measure, side } = coverage;
      const block = (answers as Readonly<Record<string, typeof answers.answers>>)[gaveUpName(measure, side)];
      const { gaveUp } = distributionOf(measure.axis, undefined, block, groupOf);
      return { ...coverage, gaveUp, label: `${measure.label[voice.language]}, ${t(side).toLocaleLowerCase()}` };
    });
  }, [answers, groupOf, voice, t]);
  const option = useMemo(() => (rows === null ? {} : coverageOption(rows, pen)), [rows, pen]);
  const table = useMemo(() => (rows === null ? null : coverageTable(rows, pen)), [rows, pen]);
  return (
    <ChartCard
      title={t('coverage')}
      finding={rows === null ? null : coverageFinding(rows, voice)}
      unit={t('coverageUnit')}
      n={rows?.[0]?.n ?? null}
      size="full"
      height={AROUND + (rows?.length ?? 0) * ROW}
      queries={[QUALITY_QUERIES.answers, ...Object.values(GAVE_UP_QUERIES)]}
      table={table}
      answers={state}
      drill={null}
      note={t('coverageNote')}
    >
      <Chart option={option} label={t('coverage')} />
    </ChartCard>
  );
}

interface Part {
  readonly name: string;
  readonly colour: string;
  readonly of: (row: CoverageRow) => number;
}

function partsOf({ t, style }: Pick<QualityPen, 't' | 'style'>): readonly Part[] {
  return [
    { name: t('judged'), colour: style.colour('accent'), of: ({ judged, gaveUp }) => judged - gaveUp },
    { name: t('gaveUp'), colour: style.colour('error'), of: ({ gaveUp }) => gaveUp },
    ...ANSWER_GROUPS.map((group: AnswerGroup): Part => ({
      name: t('notJudged', { group: t(group).toLocaleLowerCase() }),
      colour: style.pale(GROUP_COLOURS[group], 0.42),
      of: ({ notJudged }) => notJudged[group],
    })),
  ];
}

function coverageOption(rows: readonly CoverageRow[], pen: QualityPen): EChartsCoreOption {
  const { style, voice } = pen;
  const parts = partsOf(pen).filter(({ of }) => rows.some((row) => of(row) > 0));
  return {
    grid: { top: 34, right: 16, bottom: 2, left: 4 },
    legend: { data: parts.map(({ name }) => name) },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (items: readonly { readonly dataIndex: number }[]) => {
        const row = rows[items[0]?.dataIndex ?? -1];
        if (row === undefined) return '';
        return tooltip(
          row.label,
          parts.map(({ name, colour, of }) => ({
            colour,
            label: name,
            value: `${voice.number(of(row))} (${rateText(row.n === 0 ? null : of(row) / row.n, voice)})`,
          })),
        );
      },
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: 1,
      axisLabel: { formatter: (share: number) => voice.percent(share, 0) },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ label }) => label),
      axisLabel: { interval: 0, fontSize: 11 },
    },
    series: parts.map(({ name, colour, of }) => ({
      type: 'bar',
      name,
      stack: 'images',
      barCategoryGap: '22%',
      itemStyle: { color: colour, borderColor: style.colour('surface'), borderWidth: 0.5 },
      data: rows.map((row) => (row.n === 0 ? 0 : of(row) / row.n)),
    })),
  };
}

function coverageTable(rows: readonly CoverageRow[], pen: QualityPen): ChartTable {
  const parts = partsOf(pen);
  return {
    columns: [
      { name: 'measure', label: pen.t('measure') },
      ...parts.map(({ name }) => ({ name, label: name, align: 'right' }) as const),
      { name: 'n', label: pen.t('transactions'), align: 'right' },
    ],
    rows: rows.map((row) => [row.label, ...parts.map(({ of }) => of(row)), row.n]),
  };
}
