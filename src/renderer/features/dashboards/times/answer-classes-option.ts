import type { EChartsCoreOption } from 'echarts/core';
import type { AnswerClasses } from '../../../../shared/dashboards/times-answers.ts';
import { imageClassColour } from '../../../../shared/design-tokens/stable-colours.ts';
import type { ChartTable } from '../chart/chart-table.ts';
import { tooltip } from '../chart/tooltip.ts';
import { dataIndexOf, nameAxis, numberAxis } from './chart-parts.ts';
import type { TimesPen } from './times-pen.ts';

/** Where bars begin on a logarithmic axis: below 1, so that a single transaction has a bar. */
const LOG_FOOT = 0.5;

/** CSS pixels in which an answer with its code has room. */
const ANSWER_WIDTH = 142;

/** The classes that occur, most frequent first. */
export function classNames(answers: readonly AnswerClasses[]): readonly (string | null)[] {
  const counts = new Map<string | null, number>();
  for (const { classes } of answers) for (const { name, n } of classes) counts.set(name, (counts.get(name) ?? 0) + n);
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([name]) => name);
}

function countOf({ classes }: AnswerClasses, name: string | null): number {
  return classes.find((known) => known.name === name)?.n ?? 0;
}

/** CSS pixels in which every bar and its count can be read. */
export function answerClassesHeight(answers: readonly AnswerClasses[], isLog: boolean): number {
  const ofAnswer = isLog ? classNames(answers).length * 11 + 6 : 17;
  return Math.max(220, 60 + answers.length * ofAnswer);
}

/** `1400 antispoofing OK`. */
export function answerText({ code, description }: AnswerClasses, missing: string): string {
  const digits = code === null ? '' : String(code).padStart(4, '0');
  return [digits, description ?? ''].filter((part) => part !== '').join(' ') || missing;
}

/**
 * Bars of each answer by class. On a logarithmic axis lengths do not add up, so that the classes stand beside one another
 * there instead of being stacked.
 */
export function answerClassesOption(
  answers: readonly AnswerClasses[],
  {
    isLog,
    missing,
    passes,
  }: {
    readonly isLog: boolean;
    readonly missing: string;
    readonly passes: (answer: AnswerClasses, name: string | null) => boolean;
  },
  { style, format, t }: TimesPen,
): EChartsCoreOption {
  const names = classNames(answers);
  // Stacked bars bear their sum, on the last of the classes; those side by side each their own count.
  const label = (name: string | null): Record<string, unknown> => ({
    show: true,
    position: 'right',
    distance: 3,
    color: style.colour(isLog ? 'text-muted' : 'text'),
    fontSize: isLog ? 10 : 11,
    formatter: (item: unknown) => {
      const answer = answers[dataIndexOf(item)];
      return answer === undefined ? '' : format.number(isLog ? countOf(answer, name) : answer.n);
    },
  });
  return {
    grid: { right: 52, top: 24, bottom: 2 },
    legend: { data: names.map((name) => name ?? missing) },
    xAxis: isLog
      ? {
          ...numberAxis(format),
          type: 'log',
          min: LOG_FOOT,
          startValue: LOG_FOOT,
          axisLabel: { formatter: (value: number) => (value < 1 ? '' : format.number(value)) },
        }
      : numberAxis(format),
    yAxis: nameAxis(
      answers.map((answer) => answerText(answer, missing)),
      ANSWER_WIDTH,
    ),
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (item: unknown) => {
        const answer = answers[dataIndexOf(item)];
        if (answer === undefined) return '';
        return tooltip(answerText(answer, missing), [
          { label: t('all'), value: format.number(answer.n) },
          ...names.map((name) => ({
            colour: style.colour(imageClassColour(name)),
            label: name ?? missing,
            value: `${format.number(countOf(answer, name))} (${format.percent(countOf(answer, name) / answer.n)})`,
          })),
        ]);
      },
    },
    series: names.map((name, index) => ({
      type: 'bar',
      name: name ?? missing,
      ...(isLog ? { barGap: '0%', barCategoryGap: '22%' } : { stack: 'classes', barMaxWidth: 14 }),
      itemStyle: { color: style.colour(imageClassColour(name)) },
      data: answers.map((answer) => {
        const count = countOf(answer, name);
        const opacity = passes(answer, name) ? 1 : 0.28;
        return {
          name: answerText(answer, missing),
          value: isLog && count === 0 ? null : count,
          itemStyle: { opacity },
        };
      }),
      ...(isLog || index === names.length - 1 ? { label: label(name) } : {}),
    })),
  };
}

export function answerClassesTable(
  answers: readonly AnswerClasses[],
  missing: string,
  { t }: Pick<TimesPen, 't'>,
): ChartTable {
  const names = classNames(answers);
  return {
    columns: [
      { name: 'answer', label: t('answer') },
      ...names.map((name) => ({ name: name ?? 'missing', label: name ?? missing, align: 'right' }) as const),
      { name: 'all', label: t('all'), align: 'right' },
    ],
    rows: answers.map((answer) => [
      answerText(answer, missing),
      ...names.map((name) => countOf(answer, name)),
      answer.n,
    ]),
  };
}
