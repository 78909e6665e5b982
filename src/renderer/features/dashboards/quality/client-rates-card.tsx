import { useMemo, type ReactNode } from 'react';
import {
  countsBy,
  padRejectRate,
  qualityRefusalRate,
  type KeyedCounts,
} from '../../../../shared/dashboards/quality-answers.ts';
import { padClientFinding, refusalClientFinding } from '../../../../shared/dashboards/quality-findings.ts';
import { QUALITY_QUERIES } from '../../../../shared/dashboards/quality-queries.ts';
import { clientColours } from '../../../../shared/design-tokens/stable-colours.ts';
import { proportion } from '../../../../shared/statistics/proportion.ts';
import { ChartCard } from '../chart/chart-card.tsx';
import { Chart } from '../chart/chart.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { useAnswerFilter } from './use-answer-filter.ts';
import { useQualityPen } from './quality-pen.ts';
import { rateDotsOption, rateTable, type RateRow } from './rate-dots.ts';

const QUERIES = { clients: QUALITY_QUERIES.clients };
/** CSS pixels of a client, and of what stands around them. */
const ROW = 30;
const AROUND = 44;

/** PAD rejects of every client, or its refusals for quality, with their intervals. */
export function ClientRatesCard({ of }: { readonly of: 'pad' | 'quality' }): ReactNode {
  const pen = useQualityPen();
  const { t, voice, groupOf } = pen;
  const { toggleFacet, passes } = useDashboard();
  const { drill, explain } = useAnswerFilter(of);
  const { answers, ...state } = useAnswers(QUERIES);
  const rateOf = of === 'pad' ? padRejectRate : qualityRefusalRate;
  const clients = useMemo(
    () =>
      answers.clients === undefined
        ? null
        : countsBy(answers.clients, 'client', groupOf).toSorted((left, right) => right.n - left.n),
    [answers, groupOf],
  );
  const drawn = useMemo(() => {
    if (clients === null) return null;
    const colours = clientColours(clients.flatMap(({ key }) => key ?? []));
    const rows = clients.map((client): RateRow => ({
      label: client.key ?? t('missing'),
      rates: [rateOf(client)],
      colour: client.key === null ? 'other' : (colours.get(client.key) ?? 'other'),
      isPale: !passes('client', client.key),
    }));
    const series = [{ name: t(of === 'pad' ? 'kpiPad' : 'kpiRefused'), colour: 'accent' }] as const;
    return {
      option: rateDotsOption(rows, series, together(clients, rateOf), pen),
      table: rateTable(rows, series, t('client'), pen),
    };
  }, [clients, pen, t, of, rateOf, passes]);
  const select = (row: number, add: boolean): void => {
    const client = clients?.[row];
    if (client !== undefined) toggleFacet('client', client.key, { add });
  };
  const title = t(of === 'pad' ? 'padByClient' : 'refusedByClient');
  return (
    <ChartCard
      title={title}
      finding={clients === null ? null : (of === 'pad' ? padClientFinding : refusalClientFinding)(clients, voice)}
      unit={t(of === 'pad' ? 'rateUnit' : 'refusedUnit')}
      n={clients === null ? null : together(clients, rateOf).n}
      height={Math.max(200, AROUND + (clients?.length ?? 0) * ROW)}
      queries={[QUALITY_QUERIES.clients]}
      table={drawn?.table ?? null}
      answers={state}
      drill={drill}
      explain={explain}
    >
      <Chart
        option={drawn?.option ?? {}}
        label={title}
        onSelect={({ event, add }) => select(event.dataIndex, add)}
        onSelectRow={select}
        pointOf={(row) => ({ seriesIndex: 1, dataIndex: row })}
      />
    </ChartCard>
  );
}

function together(clients: readonly KeyedCounts[], rateOf: typeof padRejectRate): ReturnType<typeof padRejectRate> {
  const rates = clients.map(rateOf);
  return proportion(
    rates.reduce((sum, { k }) => sum + k, 0),
    rates.reduce((sum, { n }) => sum + n, 0),
  );
}
