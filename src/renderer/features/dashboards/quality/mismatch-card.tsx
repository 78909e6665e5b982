import { useMemo, type ReactNode } from 'react';
import {
  mismatchBy,
  mismatchOutcome,
  padRejectRate,
  totalMismatch,
} from '../../../../shared/dashboards/quality-answers.ts';
import { mismatchByFinding, mismatchFinding } from '../../../../shared/dashboards/quality-findings.ts';
import { QUALITY_QUERIES } from '../../../../shared/dashboards/quality-queries.ts';
import { FACET_COLUMN } from '../../../../shared/dashboards/facet-filter.ts';
import type { ColumnFilter } from '../../../../shared/contract/row-selection.ts';
import { ChartCard } from '../chart/chart-card.tsx';
import { Chart } from '../chart/chart.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { useQualityPen } from './quality-pen.ts';
import { rateDotsOption, rateTable, type RateRow, type RateSeries } from './rate-dots.ts';

const ROW = 30;
const AROUND = 54;
const DIFFERING: readonly ColumnFilter[] = [
  { kind: 'values', column: FACET_COLUMN.same_aspect, values: ['false'], exclude: false },
];

const BY = {
  client: { name: 'mismatchByClient', facet: 'client', title: 'mismatchByClient', first: 'client' },
  answer: { name: 'mismatchByAnswer', facet: 'code', title: 'mismatchByAnswer', first: 'answer' },
} as const;

/** How often near and far image differ in shape or size, by client or by answer. */
export function MismatchCard({ by }: { readonly by: 'client' | 'answer' }): ReactNode {
  const pen = useQualityPen();
  const { t, voice } = pen;
  const { toggleFacet, passes, model } = useDashboard();
  const { name, facet, title, first } = BY[by];
  const queries = useMemo(() => ({ groups: QUALITY_QUERIES[name] }), [name]);
  const { answers, ...state } = useAnswers(queries);
  const groups = useMemo(() => {
    if (answers.groups === undefined) return null;
    const descriptions = new Map(model.responses.map(({ code, description }) => [String(code), description]));
    return mismatchBy(answers.groups, facet)
      .map((group) => ({
        ...group,
        value: facet === 'code' && group.key !== null ? Number(group.key) : group.key,
        label:
          group.key === null ? t('missing') : facet === 'code' ? (descriptions.get(group.key) ?? group.key) : group.key,
      }))
      .toSorted((left, right) => right.aspect.n - left.aspect.n);
  }, [answers, facet, model, t]);
  const drawn = useMemo(() => {
    if (groups === null) return null;
    const rows = groups.map(({ label, value, aspect, resolution }): RateRow => ({
      label,
      rates: [aspect, resolution],
      isPale: !passes(facet, value),
    }));
    const series: readonly RateSeries[] = [
      { name: t('aspect'), colour: 'client-1' },
      { name: t('resolution'), colour: 'client-2' },
    ];
    return { option: rateDotsOption(rows, series, null, pen), table: rateTable(rows, series, t(first), pen) };
  }, [groups, pen, t, facet, first, passes]);
  const select = (row: number, add: boolean): void => {
    const group = groups?.[row];
    if (group !== undefined) toggleFacet(facet, group.value, { add });
  };
  return (
    <ChartCard
      title={t(title)}
      finding={groups === null ? null : mismatchByFinding(groups, voice)}
      unit={t('mismatchUnit')}
      n={groups?.reduce((sum, { aspect }) => sum + aspect.n, 0) ?? null}
      height={Math.max(220, AROUND + (groups?.length ?? 0) * ROW)}
      queries={[queries.groups]}
      table={drawn?.table ?? null}
      answers={state}
      drill={DIFFERING}
      explain={{ filters: [...DIFFERING], search: '' }}
    >
      <Chart
        option={drawn?.option ?? {}}
        label={t(title)}
        onSelect={({ event, add }) => select(event.dataIndex, add)}
        onSelectRow={select}
        pointOf={(row) => ({ seriesIndex: 1, dataIndex: row })}
      />
    </ChartCard>
  );
}

const OUTCOME_QUERIES = { mismatch: QUALITY_QUERIES.mismatch };

/** Whether PAD rejects more where near and far image differ. */
export function MismatchOutcomeCard(): ReactNode {
  const pen = useQualityPen();
  const { t, voice } = pen;
  const { toggleFacet } = useDashboard();
  const { answers, ...state } = useAnswers(OUTCOME_QUERIES);
  const data = useMemo(() => {
    const { mismatch } = answers;
    if (mismatch === undefined) return null;
    const [aspect, resolution] = [mismatchOutcome(mismatch, 'same_aspect'), mismatchOutcome(mismatch, 'same_class')];
    const rows: readonly RateRow[] = [
      { label: t('aspectSame'), rates: [padRejectRate(aspect.same)] },
      { label: t('aspectDiffers'), rates: [padRejectRate(aspect.differs)] },
      { label: t('resolutionSame'), rates: [padRejectRate(resolution.same)] },
      { label: t('resolutionDiffers'), rates: [padRejectRate(resolution.differs)] },
    ];
    const series = [{ name: t('kpiPad'), colour: 'outcome-attack' }] as const;
    return {
      finding: mismatchFinding(totalMismatch(mismatch), aspect, voice),
      n: totalMismatch(mismatch).aspect.n,
      option: rateDotsOption(rows, series, null, pen),
      table: rateTable(rows, series, t('mismatchTitle'), pen),
    };
  }, [answers, pen, t, voice]);
  const select = (row: number, add: boolean): void =>
    toggleFacet(row < 2 ? 'same_aspect' : 'same_class', row % 2 === 0, { add });
  return (
    <ChartCard
      title={t('mismatchTitle')}
      finding={data?.finding ?? null}
      unit={t('mismatchOutcomeUnit')}
      n={data?.n ?? null}
      height={AROUND + 4 * ROW * 1.5}
      queries={[QUALITY_QUERIES.mismatch]}
      table={data?.table ?? null}
      answers={state}
      drill={DIFFERING}
    >
      <Chart
        option={data?.option ?? {}}
        label={t('mismatchTitle')}
        onSelect={({ event, add }) => select(event.dataIndex, add)}
        onSelectRow={select}
        pointOf={(row) => ({ seriesIndex: 1, dataIndex: row })}
      />
    </ChartCard>
  );
}
