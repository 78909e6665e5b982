import { Group, Select, Stack, Text, useComputedColorScheme } from '@mantine/core';
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { QueryAnswer } from '../../../shared/contract/calls.ts';
import { cellReader } from '../../../shared/row-block-cells.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { CHART_KINDS, isNumberType, suggestedChart, type ChartChoice, type ChartKind } from './chart-choice.ts';
import { chartOption } from './chart-option.ts';
import { queryWords } from './query-words.ts';

register([BarChart, LineChart, ScatterChart, GridComponent, TooltipComponent, CanvasRenderer]);

/** More points than this say no more, and bars thinner than a pixel say nothing. */
const MOST_POINTS = { bars: 500, line: 50_000, points: 20_000 } as const satisfies Record<ChartKind, number>;
const KIND_WORDS = { bars: 'chartBars', line: 'chartLine', points: 'chartPoints' } as const;

/** A quick chart of an answer: what to draw is proposed and can be changed. */
export function ResultChart({ answer }: { readonly answer: QueryAnswer }): ReactNode {
  const t = useWords(queryWords);
  const format = useFormat();
  const scheme = useComputedColorScheme();
  const holder = useRef<HTMLDivElement>(null);
  const suggested = useMemo(() => suggestedChart(answer.columns, answer.block.rows), [answer]);
  const [chosen, setChosen] = useState<ChartChoice | null>(null);
  const choice = chosen ?? suggested;
  const points = useMemo(() => {
    const [x, y] = [answer.block.columns[choice?.x ?? -1], answer.block.columns[choice?.y ?? -1]];
    if (choice === null || x === undefined || y === undefined) return [];
    const [readX, readY] = [cellReader(x), cellReader(y)];
    const shown = Math.min(answer.block.rows, MOST_POINTS[choice.kind]);
    return Array.from({ length: shown }, (_, row) => ({ x: readX(row), y: readY(row) }));
  }, [answer, choice]);
  useEffect(() => {
    if (holder.current === null || choice === null) return undefined;
    const chart = init(holder.current, null, { renderer: 'canvas' });
    const names = { x: answer.columns[choice.x]?.name ?? '', y: answer.columns[choice.y]?.name ?? '' };
    const xIsNumber = isNumberType(answer.columns[choice.x]?.type ?? '');
    chart.setOption(chartOption(choice.kind, points, names, xIsNumber, format, getComputedStyle(holder.current)));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(holder.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
    // The scheme changes the colours that the style computes to.
  }, [answer, choice, points, format, scheme]);
  if (choice === null)
    return (
      <Text p="lg" c="dimmed">
        {t('chartNone')}
      </Text>
    );
  const columns = answer.columns.map(({ name }, index) => ({ value: String(index), label: name }));
  const numbers = columns.filter((_, index) => isNumberType(answer.columns[index]?.type ?? ''));
  return (
    <Stack gap="xs" h="100%" p="sm">
      <Group gap="sm">
        <Select
          size="xs"
          w={110}
          label={t('chartKind')}
          allowDeselect={false}
          data={CHART_KINDS.map((kind) => ({ value: kind, label: t(KIND_WORDS[kind]) }))}
          value={choice.kind}
          onChange={(kind) =>
            setChosen({ ...choice, kind: CHART_KINDS.find((known) => known === kind) ?? choice.kind })
          }
        />
        <Select
          size="xs"
          label={t('chartX')}
          searchable
          allowDeselect={false}
          data={columns}
          value={String(choice.x)}
          onChange={(x) => setChosen({ ...choice, x: Number(x ?? choice.x) })}
        />
        <Select
          size="xs"
          label={t('chartY')}
          searchable
          allowDeselect={false}
          data={numbers}
          value={String(choice.y)}
          onChange={(y) => setChosen({ ...choice, y: Number(y ?? choice.y) })}
        />
        {points.length < answer.block.rows && (
          <Text size="xs" c="dimmed" mt="lg">
            {t('chartTooMany', { shown: format.number(points.length), count: format.number(answer.block.rows) })}
          </Text>
        )}
      </Group>
      <div
        ref={holder}
        role="img"
        aria-label={t('chartLabel', {
          x: answer.columns[choice.x]?.name,
          y: answer.columns[choice.y]?.name,
          count: format.number(points.length),
        })}
        style={{ flex: 1, minHeight: 160 }}
      />
    </Stack>
  );
}
