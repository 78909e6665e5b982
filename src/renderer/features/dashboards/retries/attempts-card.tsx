import { useMemo, type ReactNode } from 'react';
import { attemptRates } from '../../../../shared/dashboards/retries-answers.ts';
import { attemptsFinding } from '../../../../shared/dashboards/retries-findings.ts';
import { RETRIES_QUERIES } from '../../../../shared/dashboards/retries-queries.ts';
import { Chart } from '../chart/chart.tsx';
import { ChartCard } from '../chart/chart-card.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { attemptsOption, attemptsTable } from './attempts-option.ts';
import { useRetriesPen } from './retries-pen.ts';

const QUERIES = { byAttempt: RETRIES_QUERIES.byAttempt };

/** Whether trying again helps: acceptance by the number of the attempt. */
export function AttemptsCard(): ReactNode {
  const pen = useRetriesPen();
  const { t, voice } = pen;
  const { passes, toggleFacet } = useDashboard();
  const { answers, ...state } = useAnswers(QUERIES);
  const rates = useMemo(() => (answers.byAttempt === undefined ? null : attemptRates(answers.byAttempt)), [answers]);
  const option = useMemo(
    () => attemptsOption(rates ?? [], (attempt) => passes('attempt', attempt), pen),
    [rates, passes, pen],
  );
  const table = useMemo(() => (rates === null ? null : attemptsTable(rates, pen)), [rates, pen]);
  const select = (row: number, add: boolean): void => {
    const attempt = rates?.[row]?.attempt;
    if (attempt !== undefined) toggleFacet('attempt', attempt, { add });
  };
  return (
    <ChartCard
      title={t('byAttempt')}
      finding={rates === null ? null : attemptsFinding(rates, voice)}
      unit={t('byAttemptUnit')}
      n={rates === null ? null : rates.reduce((sum, { rate }) => sum + rate.n, 0)}
      size="third"
      queries={[RETRIES_QUERIES.byAttempt]}
      table={table}
      answers={state}
    >
      <Chart
        option={option}
        label={t('byAttempt')}
        onSelect={({ event, add }) => select(event.dataIndex, add)}
        onSelectRow={select}
      />
    </ChartCard>
  );
}
