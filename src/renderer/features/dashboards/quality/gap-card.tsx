import { useMemo, type ReactNode } from 'react';
import { distributionOf, gapFiguresOf } from '../../../../shared/dashboards/quality-answers.ts';
import { gapFinding, type ScoreLimits } from '../../../../shared/dashboards/quality-findings.ts';
import type { QualityMeasure } from '../../../../shared/dashboards/quality-measures.ts';
import { GAP_BINS, measureQueries } from '../../../../shared/dashboards/quality-queries.ts';
import { ChartCard } from '../chart/chart-card.tsx';
import { Chart } from '../chart/chart.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useQualityPen } from './quality-pen.ts';
import { scoreOption, scoreTable } from './score-option.ts';

const HEIGHT = 260;
const NO_LIMITS: ScoreLimits = { least: null, most: null };

/** How far apart the near and the far score of a measure lie, by answer: a sign of images that do not belong together. */
export function GapCard({ measure, isLog }: { readonly measure: QualityMeasure; readonly isLog: boolean }): ReactNode {
  const pen = useQualityPen();
  const { t, voice, groupOf } = pen;
  const queries = useMemo(() => {
    const { gaps, gapFigures } = measureQueries(measure);
    return { gaps, gapFigures };
  }, [measure]);
  const { answers, ...state } = useAnswers(queries);
  /** Distances begin at 0, whatever the scores do. */
  const apart = useMemo((): QualityMeasure => {
    const { from, to, digits } = measure.axis;
    return { ...measure, axis: { from: 0, to: to - from, bins: GAP_BINS, digits: digits + 1 } };
  }, [measure]);
  const spread = useMemo(
    () => (answers.gaps === undefined ? null : distributionOf(apart.axis, answers.gaps, undefined, groupOf)),
    [answers, apart, groupOf],
  );
  const [accepted, rejected] = [
    gapFiguresOf(answers.gapFigures, 'accepted'),
    gapFiguresOf(answers.gapFigures, 'pad-reject'),
  ];
  const option = useMemo(
    () =>
      spread === null
        ? {}
        : scoreOption(
            {
              measure: apart,
              side: 'near',
              spread,
              other: null,
              known: NO_LIMITS,
              moved: NO_LIMITS,
              scale: 'shares',
              isLog,
            },
            pen,
          ),
    [spread, apart, isLog, pen],
  );
  const table = useMemo(() => (spread === null ? null : scoreTable(spread, apart, pen)), [spread, apart, pen]);
  const text = (value: number | null): string => (value === null ? '–' : voice.number(value, apart.axis.digits));
  const title = t('gapOf', { measure: measure.label[voice.language] });
  return (
    <ChartCard
      title={title}
      finding={answers.gapFigures === undefined ? null : gapFinding(measure, accepted, rejected, voice)}
      unit={t('gapUnit')}
      n={spread?.n ?? null}
      height={HEIGHT}
      queries={[queries.gaps, queries.gapFigures]}
      table={spread?.n === 0 ? { columns: [], rows: [] } : table}
      answers={state}
      drill={null}
      note={t('gapNote', {
        acceptedP50: text(accepted.p50),
        acceptedP95: text(accepted.p95),
        padP50: text(rejected.p50),
        padP95: text(rejected.p95),
      })}
    >
      <Chart option={option} label={title} />
    </ChartCard>
  );
}
