import { useMemo, type ReactNode } from 'react';
import { processRates } from '../../../../shared/dashboards/clients-figures.ts';
import { retryGain } from '../../../../shared/dashboards/clients-findings.ts';
import { CLIENTS_QUERIES } from '../../../../shared/dashboards/clients-queries.ts';
import { FACET_COLUMN } from '../../../../shared/dashboards/facet-filter.ts';
import { ChartCard } from '../chart/chart-card.tsx';
import { Chart } from '../chart/chart.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { usePasses } from '../use-passes.ts';
import { explainedPart } from '../explain/explained-part.ts';
import { CLIENT_ROW } from './client-acceptance-card.tsx';
import { useClientsPen } from './clients-pen.ts';
import { firstFinalOption } from './first-final-option.ts';

const QUERIES = { processes: CLIENTS_QUERIES.processes, processesByClient: CLIENTS_QUERIES.processesByClient };

/** How far retries bring the processes of every client. */
export function FirstFinalCard(): ReactNode {
  const pen = useClientsPen();
  const { t, voice, name } = pen;
  const { selection, toggleFacet } = useDashboard();
  const passes = usePasses('client');
  const { answers, ...state } = useAnswers(QUERIES);
  const data = useMemo(
    () =>
      answers.processes === undefined || answers.processesByClient === undefined
        ? null
        : { overall: processRates(answers.processes)[0], clients: processRates(answers.processesByClient) },
    [answers],
  );
  const option = useMemo(() => (data === null ? {} : firstFinalOption(data.clients, passes, pen)), [data, passes, pen]);
  const table = useMemo(
    () =>
      data === null
        ? null
        : {
            columns: [
              { name: 'client', label: t('client') },
              { name: 'first', label: t('firstTry'), unit: '%' },
              { name: 'final', label: t('final'), unit: '%' },
              { name: 'recovery', label: t('recovery'), unit: '%' },
              { name: 'attempts', label: t('attempts'), digits: 2 },
              { name: 'n', label: t('processes') },
            ],
            rows: data.clients.map(({ client, firstTry, final, recovery, meanAttempts, n }) => [
              name(client),
              firstTry.rate,
              final.rate,
              recovery.rate,
              meanAttempts,
              n,
            ]),
          },
    [data, t, name],
  );
  const select = (row: number, add: boolean): void => {
    const client = data?.clients[row];
    if (client !== undefined) toggleFacet('client', client.client, { add });
  };
  return (
    <ChartCard
      title={t('firstFinal')}
      finding={data === null ? null : retryGain(data.overall, voice)}
      unit={t('shareOfProcesses')}
      n={data?.overall?.n ?? null}
      height={Math.max(200, 48 + (data?.clients.length ?? 0) * CLIENT_ROW)}
      queries={[CLIENTS_QUERIES.processesByClient, CLIENTS_QUERIES.processes]}
      table={table}
      explain={explainedPart(selection, [FACET_COLUMN.client])}
      answers={state}
    >
      <Chart
        option={option}
        label={t('firstFinal')}
        onSelect={({ event, add }) => {
          if (event.componentType !== 'legend') select(event.dataIndex, add);
        }}
        onSelectRow={select}
        pointOf={(row) => ({ seriesIndex: 2, dataIndex: row })}
      />
    </ChartCard>
  );
}
