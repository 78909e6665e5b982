import { useMemo, type ReactNode } from 'react';
import { servicePartsOf } from '../../../../shared/dashboards/times-answers.ts';
import { queueFinding, sidesFinding } from '../../../../shared/dashboards/times-findings.ts';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { Chart } from '../chart/chart.tsx';
import { ChartCard } from '../chart/chart-card.tsx';
import type { ServiceCardProps } from './looked-at.tsx';
import { pairedParts, partsOption, partsTable, type PartPairName } from './parts-option.ts';
import { useTimesPen } from './times-pen.ts';
import { useTimesQueries } from './use-time-figures.ts';

const UNIT_WORDS = { queue: 'partsUnit', sides: 'sidesUnit' } as const;
const FINDINGS = { queue: queueFinding, sides: sidesFinding } as const;

/** Two parts of the time of each microservice: waiting and working, or near and far image. */
export function PartsCard({
  pair,
  onLookAt,
}: Pick<ServiceCardProps, 'onLookAt'> & { readonly pair: PartPairName }): ReactNode {
  const pen = useTimesPen();
  const { t, voice } = pen;
  const { model } = useDashboard();
  const queries = useTimesQueries();
  const { answers, ...state } = useAnswers({ parts: queries.parts });
  const parts = useMemo(
    () => (answers.parts === undefined ? null : pairedParts(servicePartsOf(model.microservices, answers.parts), pair)),
    [answers, model, pair],
  );
  const option = useMemo(() => partsOption(parts ?? [], pair, pen), [parts, pair, pen]);
  const table = useMemo(() => (parts === null ? null : partsTable(parts, pair, pen)), [parts, pair, pen]);
  return (
    <ChartCard
      title={t(pair)}
      finding={parts === null ? null : FINDINGS[pair](parts, voice)}
      unit={t(UNIT_WORDS[pair])}
      queries={[queries.parts]}
      table={table}
      answers={state}
      height={262}
      note={pair === 'queue' ? t('queueNote') : t('sidesNote')}
    >
      <Chart
        option={option}
        label={t(pair)}
        onSelect={({ event }) => onLookAt(event.name === '' ? null : event.name)}
        onSelectRow={(row) => onLookAt(parts?.[row]?.name ?? null)}
      />
    </ChartCard>
  );
}
