import { useMemo, type ReactNode } from 'react';
import { dayClientCounts } from '../../../../shared/dashboards/clients-figures.ts';
import { busiestDay } from '../../../../shared/dashboards/clients-findings.ts';
import { CLIENTS_QUERIES } from '../../../../shared/dashboards/clients-queries.ts';
import { FACET_COLUMN } from '../../../../shared/dashboards/facet-filter.ts';
import { ChartCard } from '../chart/chart-card.tsx';
import { Chart } from '../chart/chart.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { usePasses } from '../use-passes.ts';
import { explainedPart } from '../explain/explained-part.ts';
import { useDateEdges } from '../use-date-edges.ts';
import { useClientsPen } from './clients-pen.ts';
import { volumeOption } from './volume-option.ts';

const QUERIES = { byDayAndClient: CLIENTS_QUERIES.byDayAndClient };

/** Transactions per day, stacked by client; drag over days to select them. */
export function VolumeCard(): ReactNode {
  const pen = useClientsPen();
  const { t, voice, name } = pen;
  const { selection, toggleFacet, setDates } = useDashboard();
  const passes = usePasses('day', 'client');
  const { answers, ...state } = useAnswers(QUERIES);
  const edges = useDateEdges();
  const data = useMemo(
    () => (answers.byDayAndClient === undefined ? null : dayClientCounts(answers.byDayAndClient, edges)),
    [answers, edges],
  );
  const option = useMemo(() => (data === null ? {} : volumeOption(data, passes, pen)), [data, passes, pen]);
  // A chart that leaves filters out shows more than is selected: what it says is about the selection.
  const selected = useMemo(
    () =>
      data === null
        ? null
        : data.days.map((day, at) =>
            passes('day', day)
              ? data.clients.reduce(
                  (sum, { client, counts }) => sum + (passes('client', client) ? (counts[at] ?? 0) : 0),
                  0,
                )
              : 0,
          ),
    [data, passes],
  );
  const table = useMemo(
    () =>
      data === null
        ? null
        : {
            columns: [
              { name: 'day', label: t('day') },
              { name: 'n', label: t('all') },
              ...data.clients.map(({ client }) => ({ name: `client ${client ?? ''}`, label: name(client) })),
            ],
            rows: data.days.map((day, at) => [
              day,
              data.totals[at] ?? 0,
              ...data.clients.map(({ counts }) => counts[at] ?? 0),
            ]),
          },
    [data, t, name],
  );
  return (
    <ChartCard
      title={t('volume')}
      finding={data === null || selected === null ? null : busiestDay({ ...data, totals: selected }, voice)}
      unit={t('volumeUnit')}
      n={selected === null ? null : selected.reduce((sum, value) => sum + value, 0)}
      size="two-thirds"
      height={206}
      queries={[CLIENTS_QUERIES.byDayAndClient]}
      table={table}
      explain={explainedPart(selection, [FACET_COLUMN.day, FACET_COLUMN.client])}
      answers={state}
    >
      <Chart
        option={option}
        label={t('volume')}
        onSelectLegend={(client, add) => {
          const known = data?.clients.find((one) => name(one.client) === client);
          if (known !== undefined) toggleFacet('client', known.client, { add });
        }}
        onSelect={({ event }) => {
          const day = data?.days[event.dataIndex];
          if (day !== undefined) toggleFacet('day', day);
        }}
        onSelectRow={(row) => {
          const day = data?.days[row];
          if (day !== undefined) toggleFacet('day', day);
        }}
        onBrush={({ x: [from, to] }, done) => {
          const [first, last] = [data?.days[Math.round(from)], data?.days[Math.round(to)]];
          if (first !== undefined && last !== undefined) setDates(first, last, { brushing: !done });
        }}
      />
    </ChartCard>
  );
}
