import { Button } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { binsOf } from '../../../../shared/dashboards/times-answers.ts';
import { spreadFinding } from '../../../../shared/dashboards/times-findings.ts';
import { spreadQuery, timeOf } from '../../../../shared/dashboards/times-queries.ts';
import { microserviceColour } from '../../../../shared/design-tokens/stable-colours.ts';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { Chart } from '../chart/chart.tsx';
import { ChartCard } from '../chart/chart-card.tsx';
import { openExplain } from '../explain/explain-store.ts';
import { timeText } from './chart-parts.ts';
import { LookedAt, type ServiceCardProps } from './looked-at.tsx';
import { brushedRange, isWithin, selectedRange } from './selected-range.ts';
import { spreadOption, spreadTable } from './spread-option.ts';
import { useTimesPen } from './times-pen.ts';
import { useTimeFigures } from './use-time-figures.ts';

const MARKS = ['p50', 'p95', 'p99'] as const;

/** How a time is spread. A range that is dragged filters, and can be explained. */
export function SpreadCard({ service, onLookAt }: ServiceCardProps): ReactNode {
  const pen = useTimesPen();
  const { t, format, voice } = pen;
  const { selection, setRange } = useDashboard();
  const { column } = timeOf(service);
  const query = useMemo(() => spreadQuery(service), [service]);
  const { answers, ...state } = useAnswers({ spread: query });
  const { figures } = useTimeFigures();
  const figure = useMemo(
    () =>
      figures === null
        ? null
        : service === null
          ? figures.totals
          : (figures.services.find(({ name }) => name === service) ?? null),
    [figures, service],
  );
  const range = useMemo(() => selectedRange(selection, column), [selection, column]);
  const bins = useMemo(() => (answers.spread === undefined ? null : binsOf(answers.spread)), [answers]);
  const option = useMemo(
    () =>
      spreadOption(
        bins ?? [],
        {
          colour: () => (service === null ? 'accent' : microserviceColour(service)),
          passes: (bin) => isWithin(range, bins ?? [], bin),
          marks: MARKS.map((name) => ({ name, at: figure?.[name] ?? null })),
        },
        pen,
      ),
    [bins, service, range, figure, pen],
  );
  const table = useMemo(() => (bins === null ? null : spreadTable(bins, pen)), [bins, pen]);
  const part = useMemo(
    () => (range === null ? null : { filters: [{ kind: 'range', column, ...range } as const], search: '' }),
    [range, column],
  );
  const select = (row: number): void => {
    const bin = bins?.[row];
    const chosen = bin === undefined ? null : brushedRange(bins ?? [], [bin.from, bin.to]);
    const isSame = chosen !== null && range !== null && chosen.from === range.from && chosen.to === range.to;
    setRange(column, isSame ? null : (chosen?.from ?? null), isSame ? null : (chosen?.to ?? null));
  };
  const title = t('spread', { what: service ?? t('wholeTransaction') });
  return (
    <ChartCard
      title={title}
      finding={figure === null ? null : spreadFinding(figure.p50, figure.p95, voice)}
      unit={t('spreadUnit')}
      queries={[query]}
      table={table}
      drill={part?.filters ?? []}
      explain={part}
      answers={state}
      height={226}
      note={figureLine()}
      actions={
        <>
          {part !== null && (
            <Button
              size="compact-xs"
              h={24}
              variant="light"
              leftSection={<IconBulb size={14} aria-hidden />}
              onClick={() => openExplain(part)}
            >
              {t('explainRange')}
            </Button>
          )}
          <LookedAt service={service} onLookAt={onLookAt} />
        </>
      }
    >
      <Chart
        option={option}
        label={title}
        onSelect={({ event }) => select(event.dataIndex)}
        onSelectRow={select}
        onBrush={({ x }, done) => {
          const brushed = brushedRange(bins ?? [], x);
          setRange(column, brushed?.from ?? null, brushed?.to ?? null, { brushing: !done });
        }}
      />
    </ChartCard>
  );

  /** All figures of the spread, and how to select. */
  function figureLine(): string | null {
    if (figures === null || figure === null) return null;
    const number = (value: number | null, digits = 0): string => timeText(format, value, digits);
    const common = {
      p25: number(figure.p25, 2),
      p50: number(figure.p50, 2),
      p75: number(figure.p75, 2),
      p95: number(figure.p95, 1),
      p99: number(figure.p99, 1),
    };
    if ('perExecuted' in figure)
      return t('spreadServiceN', {
        ...common,
        n: number(figure.executed),
        mean: number(figure.perExecuted, 2),
        p5: number(figure.p5, 1),
      });
    return t('spreadN', {
      ...common,
      n: number(figure.n),
      mean: number(figure.mean, 2),
      deviation: number(figure.deviation, 2),
      minimum: number(figure.minimum),
      maximum: number(figure.maximum),
    });
  }
}
