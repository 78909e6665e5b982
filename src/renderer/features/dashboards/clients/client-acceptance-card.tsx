import { useMemo, type ReactNode } from 'react';
import { clientRates } from '../../../../shared/dashboards/clients-figures.ts';
import { leastAccepted } from '../../../../shared/dashboards/clients-findings.ts';
import { CLIENTS_QUERIES } from '../../../../shared/dashboards/clients-queries.ts';
import { FACET_COLUMN } from '../../../../shared/dashboards/facet-filter.ts';
import { ChartCard } from '../chart/chart-card.tsx';
import { Chart } from '../chart/chart.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { usePasses } from '../use-passes.ts';
import { explainedPart } from '../explain/explained-part.ts';
import { clientAcceptanceOption } from './client-acceptance-option.ts';
import { useClientsPen } from './clients-pen.ts';

const QUERIES = { byClient: CLIENTS_QUERIES.byClient };
/** CSS pixels of a client. */
export const CLIENT_ROW = 27;

/** The acceptance of every client with its interval. */
export function ClientAcceptanceCard(): ReactNode {
  const pen = useClientsPen();
  const { t, voice, name } = pen;
  const { selection, toggleFacet } = useDashboard();
  const passes = usePasses('client');
  const { answers, ...state } = useAnswers(QUERIES);
  const data = useMemo(() => (answers.byClient === undefined ? null : clientRates(answers.byClient)), [answers]);
  const option = useMemo(() => (data === null ? {} : clientAcceptanceOption(data, passes, pen)), [data, passes, pen]);
  const table = useMemo(
    () =>
      data === null
        ? null
        : {
            columns: [
              { name: 'client', label: t('client') },
              { name: 'share', label: t('acceptance'), unit: '%' },
              { name: 'low', label: t('low'), unit: '%' },
              { name: 'high', label: t('high'), unit: '%' },
              { name: 'accepted', label: t('accepted') },
              { name: 'n', label: t('n') },
            ],
            rows: data.map(({ client, acceptance: { rate, low, high, k, n } }) => [
              name(client),
              rate,
              low,
              high,
              k,
              n,
            ]),
          },
    [data, t, name],
  );
  const select = (row: number, add: boolean): void => {
    const client = data?.[row];
    if (client !== undefined) toggleFacet('client', client.client, { add });
  };
  return (
    <ChartCard
      title={t('byClient')}
      finding={data === null ? null : leastAccepted(data, voice)}
      unit={t('shareOfTransactions')}
      n={data === null ? null : data.reduce((sum, { n }) => sum + n, 0)}
      height={Math.max(200, 26 + (data?.length ?? 0) * CLIENT_ROW)}
      queries={[CLIENTS_QUERIES.byClient]}
      table={table}
      explain={explainedPart(selection, [FACET_COLUMN.client])}
      answers={state}
    >
      <Chart
        option={option}
        label={t('byClient')}
        onSelect={({ event, add }) => select(event.dataIndex, add)}
        onSelectRow={select}
        pointOf={(row) => ({ seriesIndex: 1, dataIndex: row })}
      />
    </ChartCard>
  );
}
