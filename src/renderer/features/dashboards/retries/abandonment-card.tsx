import { useMemo, type ReactNode } from 'react';
import { clientFigures } from '../../../../shared/dashboards/retries-answers.ts';
import { abandonmentFinding } from '../../../../shared/dashboards/retries-findings.ts';
import { spanText } from '../../../../shared/dashboards/span-text.ts';
import { Chart } from '../chart/chart.tsx';
import { ChartCard } from '../chart/chart-card.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { abandonmentOption, abandonmentTable } from './abandonment-option.ts';
import { useRetriesPen } from './retries-pen.ts';
import { TimeoutInput, type TimeoutProps } from './timeout-input.tsx';

/** CSS pixels of a client. */
const CLIENT_ROW = 30;

/** At which client people give up. */
export function AbandonmentCard({ minutes, onMinutes, queries }: TimeoutProps): ReactNode {
  const pen = useRetriesPen();
  const { t, voice } = pen;
  const { passes, toggleFacet } = useDashboard();
  const { answers, ...state } = useAnswers(useMemo(() => ({ byClient: queries.byClient }), [queries]));
  const clients = useMemo(() => (answers.byClient === undefined ? null : clientFigures(answers.byClient)), [answers]);
  const option = useMemo(() => abandonmentOption(clients ?? [], passes, pen), [clients, passes, pen]);
  const table = useMemo(() => (clients === null ? null : abandonmentTable(clients, pen)), [clients, pen]);
  const late = clients?.reduce((sum, { returnedLate }) => sum + returnedLate, 0) ?? 0;
  const span = spanText(minutes * 60, voice);
  const select = (row: number, add: boolean): void => {
    const client = clients?.[row];
    if (client !== undefined) toggleFacet('client', client.client, { add });
  };
  return (
    <ChartCard
      title={t('byClient')}
      finding={clients === null ? null : abandonmentFinding(clients, voice)}
      unit={t('byClientUnit')}
      n={clients === null ? null : clients.reduce((sum, { abandonment }) => sum + abandonment.n, 0)}
      height={Math.max(200, 46 + (clients?.length ?? 0) * CLIENT_ROW)}
      queries={[queries.byClient]}
      table={table}
      answers={state}
      note={
        late === 0
          ? t('returnedLateNone', { span })
          : t('returnedLateNote', { count: late, number: voice.number(late), span })
      }
      actions={<TimeoutInput minutes={minutes} onMinutes={onMinutes} />}
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
