import { ActionIcon, Tooltip } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { acceptanceCurves } from '../../../../shared/dashboards/retries-answers.ts';
import { curveFinding, slowestCurve } from '../../../../shared/dashboards/retries-findings.ts';
import { acceptanceCurveQuery } from '../../../../shared/dashboards/retries-queries.ts';
import { Chart, type ChartPoint } from '../chart/chart.tsx';
import { ChartCard } from '../chart/chart-card.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { curveOption, curveTable } from './curve-option.ts';
import { useRetriesPen } from './retries-pen.ts';

const QUERIES = { whole: acceptanceCurveQuery(false), split: acceptanceCurveQuery(true) };

/** How long it takes until a person is accepted. */
export function CurveCard(): ReactNode {
  const pen = useRetriesPen();
  const { t, voice } = pen;
  const { toggleFacet } = useDashboard();
  const [isSplit, setSplit] = useState(false);
  const query = isSplit ? QUERIES.split : QUERIES.whole;
  const { answers, ...state } = useAnswers(useMemo(() => ({ curve: query }), [query]));
  const curves = useMemo(() => (answers.curve === undefined ? null : acceptanceCurves(answers.curve)), [answers]);
  const option = useMemo(() => curveOption(curves ?? [], isSplit, pen), [curves, isSplit, pen]);
  const table = useMemo(() => (curves === null ? null : curveTable(curves, isSplit, pen)), [curves, isSplit, pen]);
  const points = useMemo(() => pointsOf(curves ?? [], isSplit ? 0 : 1), [curves, isSplit]);
  const finding = curves === null ? null : isSplit ? slowestCurve(curves, voice) : curveFinding(curves[0], voice);
  const select = (client: string | null | undefined, add: boolean): void => {
    if (isSplit && client !== undefined) toggleFacet('client', client, { add });
  };
  return (
    <ChartCard
      title={t('curve')}
      finding={finding}
      unit={t(isSplit ? 'curveByClientUnit' : 'curveUnit')}
      n={curves === null ? null : curves.reduce((sum, { points: [first] }) => sum + (first?.atRisk ?? 0), 0)}
      size="third"
      queries={[query]}
      table={table}
      answers={state}
      note={t(isSplit ? 'curveByClientNote' : 'curveNote')}
      actions={
        <Tooltip label={t('splitByClient')}>
          <ActionIcon
            size={24}
            variant={isSplit ? 'light' : 'subtle'}
            color={isSplit ? 'accent' : 'gray'}
            aria-pressed={isSplit}
            aria-label={t('splitByClient')}
            onClick={() => setSplit(!isSplit)}
          >
            <IconUsers size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      }
    >
      <Chart
        option={option}
        label={t('curve')}
        {...(isSplit
          ? {
              onSelect: ({ event, add }) => select(curves?.[event.seriesIndex ?? -1]?.client, add),
              onSelectRow: (row, add) => select(curves?.[points[row]?.seriesIndex ?? -1]?.client, add),
            }
          : {})}
        pointOf={(row) => points[row] ?? { seriesIndex: 0, dataIndex: 0 }}
      />
    </ChartCard>
  );
}

/** Where the rows of the table stand: curve after curve, behind the series of the interval where there is one. */
function pointsOf(curves: readonly { readonly points: readonly unknown[] }[], first: number): readonly ChartPoint[] {
  return curves.flatMap(({ points }, curve) =>
    points.map((_, dataIndex) => ({ seriesIndex: first + curve, dataIndex })),
  );
}
