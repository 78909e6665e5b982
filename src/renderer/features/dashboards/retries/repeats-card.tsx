import { useMemo, type ReactNode } from 'react';
import { repeatFinding } from '../../../../shared/dashboards/retries-findings.ts';
import { RETRIES_QUERIES } from '../../../../shared/dashboards/retries-queries.ts';
import { refusalFates, stepsOf } from '../../../../shared/dashboards/retries-steps.ts';
import { Chart } from '../chart/chart.tsx';
import { ChartCard } from '../chart/chart-card.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { repeatsOption, repeatsTable } from './repeats-option.ts';
import { useRetriesPen } from './retries-pen.ts';

const QUERIES = { steps: RETRIES_QUERIES.steps };
const MOST_REASONS = 12;
/** CSS pixels of a reason. */
const BAR = 21;

/** What follows each reason of a refusal: the same again, another, acceptance or nothing. */
export function RepeatsCard(): ReactNode {
  const pen = useRetriesPen();
  const { t, voice } = pen;
  const { passes, toggleFacet } = useDashboard();
  const { answers, ...state } = useAnswers(QUERIES);
  const all = useMemo(() => (answers.steps === undefined ? null : refusalFates(stepsOf(answers.steps))), [answers]);
  const fates = useMemo(() => all?.slice(0, MOST_REASONS) ?? null, [all]);
  const option = useMemo(
    () => repeatsOption(fates ?? [], (description) => passes('description', description), pen),
    [fates, passes, pen],
  );
  const table = useMemo(() => (fates === null ? null : repeatsTable(fates, pen)), [fates, pen]);
  const select = (row: number, add: boolean): void => {
    const fate = fates?.[row];
    if (fate !== undefined) toggleFacet('description', fate.answer.description, { add });
  };
  return (
    <ChartCard
      title={t('repeats')}
      finding={all === null ? null : repeatFinding(all, voice)}
      unit={t('repeatsUnit')}
      n={all === null ? null : all.reduce((sum, { n }) => sum + n, 0)}
      height={Math.max(200, 46 + (fates?.length ?? 0) * BAR)}
      queries={[RETRIES_QUERIES.steps]}
      table={table}
      answers={state}
      note={
        all !== null && all.length > MOST_REASONS
          ? t('repeatsNote', { shown: MOST_REASONS, all: voice.number(all.length) })
          : null
      }
    >
      <Chart
        option={option}
        label={t('repeats')}
        onSelect={({ event, add }) => select(event.dataIndex, add)}
        onSelectRow={select}
      />
    </ChartCard>
  );
}
