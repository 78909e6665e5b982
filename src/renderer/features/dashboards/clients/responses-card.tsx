import { useMemo, useState, type ReactNode } from 'react';
import { responseCounts, type ResponseCount } from '../../../../shared/dashboards/clients-figures.ts';
import { commonestFailure } from '../../../../shared/dashboards/clients-findings.ts';
import { CLIENTS_QUERIES } from '../../../../shared/dashboards/clients-queries.ts';
import { FACET_COLUMN } from '../../../../shared/dashboards/facet-filter.ts';
import { ChartCard } from '../chart/chart-card.tsx';
import { Chart } from '../chart/chart.tsx';
import { LogSwitch } from '../chart/log-switch.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { usePasses } from '../use-passes.ts';
import { explainedPart } from '../explain/explained-part.ts';
import { useClientsPen } from './clients-pen.ts';
import { responsesOption } from './responses-option.ts';

const QUERIES = { byResponse: CLIENTS_QUERIES.byResponse };
/** CSS pixels of a bar with its gap. */
const BAR = 19;

/** How often each answer was given, coloured by its status. */
export function ResponsesCard(): ReactNode {
  const pen = useClientsPen();
  const { t, voice } = pen;
  const { selection, toggleFacet } = useDashboard();
  const passes = usePasses('code', 'description', 'status');
  const [isLog, setLog] = useState(false);
  const { answers, ...state } = useAnswers(QUERIES);
  const data = useMemo(() => (answers.byResponse === undefined ? null : responseCounts(answers.byResponse)), [answers]);
  const isSelected = useMemo(
    () =>
      ({ code, description, status }: ResponseCount): boolean =>
        passes('code', code) && passes('description', description) && passes('status', status),
    [passes],
  );
  const option = useMemo(
    () => (data === null ? {} : responsesOption(data, isSelected, isLog, pen)),
    [data, isSelected, isLog, pen],
  );
  const table = useMemo(
    () =>
      data === null
        ? null
        : {
            columns: [
              { name: 'description', label: t('answer') },
              { name: 'code', label: t('code'), align: 'left' as const },
              { name: 'status', label: t('status') },
              { name: 'n', label: t('transactions') },
              { name: 'share', label: t('share'), unit: '%' },
            ],
            rows: data.map(({ code, description, status, n, share }) => [
              description ?? t('none'),
              code === null ? null : String(code),
              status,
              n,
              share,
            ]),
          },
    [data, t],
  );
  const select = (row: number, add: boolean): void => {
    const response = data?.[row];
    if (response !== undefined) toggleFacet('code', response.code, { add });
  };
  return (
    <ChartCard
      title={t('responses')}
      finding={data === null ? null : commonestFailure(data.filter(isSelected), voice)}
      unit={t('responsesUnit')}
      n={data === null ? null : data.filter(isSelected).reduce((sum, { n }) => sum + n, 0)}
      height={Math.max(200, 28 + (data?.length ?? 0) * BAR)}
      queries={[CLIENTS_QUERIES.byResponse]}
      table={table}
      explain={explainedPart(selection, [FACET_COLUMN.code, FACET_COLUMN.description, FACET_COLUMN.status])}
      answers={state}
      actions={<LogSwitch isLog={isLog} onChange={setLog} />}
    >
      <Chart
        option={option}
        label={t('responses')}
        onSelectLegend={(status) => toggleFacet('status', status)}
        onSelect={({ event, add }) => select(event.dataIndex, add)}
        onSelectRow={select}
        pointOf={(row) => ({ seriesIndex: data?.[row]?.status === 'ok' ? 0 : 1, dataIndex: row })}
      />
    </ChartCard>
  );
}
