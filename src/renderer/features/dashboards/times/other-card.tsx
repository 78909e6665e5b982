import { useMemo, type ReactNode } from 'react';
import { binsOf } from '../../../../shared/dashboards/times-answers.ts';
import { otherFinding } from '../../../../shared/dashboards/times-findings.ts';
import { OTHER_TIME } from '../../../../shared/dashboards/times-queries.ts';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { Chart } from '../chart/chart.tsx';
import { ChartCard } from '../chart/chart-card.tsx';
import { timeText } from './chart-parts.ts';
import { brushedRange, isWithin, selectedRange } from './selected-range.ts';
import { spreadOption, spreadTable } from './spread-option.ts';
import { useTimesPen } from './times-pen.ts';
import { useTimeFigures, useTimesQueries } from './use-time-figures.ts';

/** What is left of the total when all microservices are taken away, negative where they ran side by side. */
export function OtherCard(): ReactNode {
  const pen = useTimesPen();
  const { t, format, voice } = pen;
  const { selection, setRange } = useDashboard();
  const queries = useTimesQueries();
  const { answers, ...state } = useAnswers({ spread: queries.otherSpread });
  const { figures } = useTimeFigures();
  const other = figures?.totals.other ?? null;
  const range = useMemo(() => selectedRange(selection, OTHER_TIME), [selection]);
  const bins = useMemo(() => (answers.spread === undefined ? null : binsOf(answers.spread)), [answers]);
  const option = useMemo(
    () =>
      spreadOption(
        bins ?? [],
        {
          colour: ({ to }) => (to <= 0 ? 'client-2' : 'other'),
          passes: (bin) => isWithin(range, bins ?? [], bin),
          marks: [{ name: '0', at: 0 }],
        },
        pen,
      ),
    [bins, range, pen],
  );
  const table = useMemo(() => (bins === null ? null : spreadTable(bins, pen)), [bins, pen]);
  const part = useMemo(
    () => (range === null ? null : { filters: [{ kind: 'range', column: OTHER_TIME, ...range } as const], search: '' }),
    [range],
  );
  const select = (row: number): void => {
    const bin = bins?.[row];
    const chosen = bin === undefined ? null : brushedRange(bins ?? [], [bin.from, bin.to]);
    const isSame = chosen !== null && range !== null && chosen.from === range.from && chosen.to === range.to;
    setRange(OTHER_TIME, isSame ? null : (chosen?.from ?? null), isSame ? null : (chosen?.to ?? null));
  };
  const number = (value: number | null, digits = 0): string => timeText(format, value, digits);
  return (
    <ChartCard
      title={t('otherTime')}
      finding={figures === null ? null : otherFinding(figures.totals, voice)}
      unit={t('otherUnit')}
      n={other?.n ?? null}
      queries={[queries.otherSpread]}
      table={table}
      drill={part?.filters ?? []}
      explain={part}
      answers={state}
      height={196}
      note={
        other === null
          ? null
          : t('otherNote', {
              mean: number(other.mean, 2),
              p50: number(other.p50, 1),
              p95: number(other.p95, 1),
              p99: number(other.p99, 1),
              minimum: number(other.minimum),
            })
      }
    >
      <Chart
        option={option}
        label={t('otherTime')}
        onSelect={({ event }) => select(event.dataIndex)}
        onSelectRow={select}
        onBrush={({ x }, done) => {
          const brushed = brushedRange(bins ?? [], x);
          setRange(OTHER_TIME, brushed?.from ?? null, brushed?.to ?? null, { brushing: !done });
        }}
      />
    </ChartCard>
  );
}
