import { SegmentedControl, Tooltip } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { MEAN_BASES, longestServiceFinding, type MeanBasis } from '../../../../shared/dashboards/times-findings.ts';
import { Chart } from '../chart/chart.tsx';
import { ChartCard } from '../chart/chart-card.tsx';
import { meanBars, serviceMeansOption, serviceMeansTable } from './service-means-option.ts';
import { useTimesPen } from './times-pen.ts';
import type { ServiceCardProps } from './looked-at.tsx';
import { useTimeFigures } from './use-time-figures.ts';

const BASIS_WORDS = { 'per-transaction': 'perTransaction', 'per-executed': 'perExecuted' } as const;
const HINT_WORDS = { 'per-transaction': 'perTransactionHint', 'per-executed': 'perExecutedHint' } as const;
const UNIT_WORDS = { 'per-transaction': 'perTransactionUnit', 'per-executed': 'perExecutedUnit' } as const;

/** The mean time of each microservice, over all transactions or over its executions; a click looks at one closer. */
export function ServiceMeansCard({ service, onLookAt }: ServiceCardProps): ReactNode {
  const pen = useTimesPen();
  const { t, voice } = pen;
  const [basis, setBasis] = useState<MeanBasis>('per-transaction');
  const { figures, state, declared } = useTimeFigures();
  const bars = useMemo(
    () => (figures === null ? null : meanBars(figures.services, figures.totals, basis)),
    [figures, basis],
  );
  const option = useMemo(() => serviceMeansOption(bars ?? [], basis, service, pen), [bars, basis, service, pen]);
  const table = useMemo(() => (bars === null ? null : serviceMeansTable(bars, pen)), [bars, pen]);
  return (
    <ChartCard
      title={t('means')}
      finding={figures === null ? null : longestServiceFinding(figures.services, basis, voice)}
      unit={t(UNIT_WORDS[basis])}
      n={figures?.totals.transactions ?? null}
      queries={declared}
      table={table}
      answers={state}
      height={248}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('basis')}
          value={basis}
          onChange={(value) => setBasis(MEAN_BASES.find((known) => known === value) ?? basis)}
          data={MEAN_BASES.map((value) => ({
            value,
            label: (
              <Tooltip label={t(HINT_WORDS[value])} multiline w={240}>
                <span>{t(BASIS_WORDS[value])}</span>
              </Tooltip>
            ),
          }))}
        />
      }
    >
      <Chart
        option={option}
        label={t('means')}
        onSelect={({ event }) => onLookAt(event.name === '' ? null : event.name)}
        onSelectRow={(row) => onLookAt(bars?.[row]?.service?.name ?? null)}
      />
    </ChartCard>
  );
}
