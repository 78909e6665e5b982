import { useMemo, type ReactNode } from 'react';
import { distributionOf } from '../../../../shared/dashboards/quality-answers.ts';
import { scoreFinding, type ScoreLimits } from '../../../../shared/dashboards/quality-findings.ts';
import type { ImageSide } from '../../../../shared/dashboards/quality-measures.ts';
import { GAVE_UP_QUERIES, gaveUpName, measureQueries } from '../../../../shared/dashboards/quality-queries.ts';
import { ChartCard } from '../chart/chart-card.tsx';
import { Chart } from '../chart/chart.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { useQualityPen } from './quality-pen.ts';
import { scoreOption, scoreTable, type ScoreScale } from './score-option.ts';
import type { PickedMeasure } from './scores-bar.tsx';

const HEIGHT = 260;

/** How the scores of one measure are spread by answer, with its limits. */
export function ScoreCard({
  picked: { measure, side },
  limits,
  scale,
  isLog,
}: {
  readonly picked: PickedMeasure;
  /** The limits as they are moved. */
  readonly limits: ScoreLimits;
  readonly scale: ScoreScale;
  readonly isLog: boolean;
}): ReactNode {
  const pen = useQualityPen();
  const { t, voice, groupOf, limitsOf } = pen;
  const { setRange } = useDashboard();
  const queries = useMemo(() => {
    const { near, far } = measureQueries(measure);
    return { near, far };
  }, [measure]);
  const { answers, ...state } = useAnswers(queries);
  const gaveUp = useAnswers(GAVE_UP_QUERIES).answers;
  const spread = useMemo(() => {
    const { near, far } = answers;
    if (near === undefined || far === undefined) return null;
    const of = (image: ImageSide) =>
      distributionOf(measure.axis, image === 'near' ? near : far, gaveUp[gaveUpName(measure, image)], groupOf);
    return { near: of('near'), far: of('far') };
  }, [answers, gaveUp, measure, groupOf]);
  const known = limitsOf(measure);
  const option = useMemo(
    () =>
      spread === null
        ? {}
        : scoreOption(
            {
              measure,
              side,
              spread: spread[side],
              other: spread[side === 'near' ? 'far' : 'near'],
              known,
              moved: limits,
              scale,
              isLog,
            },
            pen,
          ),
    [spread, measure, side, known, limits, scale, isLog, pen],
  );
  const table = useMemo(
    () => (spread === null ? null : scoreTable(spread[side], measure, pen)),
    [spread, side, measure, pen],
  );
  const title = t('scoreOf', { measure: measure.label[voice.language] });
  return (
    <ChartCard
      title={`${title}, ${t(side === 'near' ? 'nearImage' : 'farImage')}`}
      finding={spread === null ? null : scoreFinding(measure, spread[side], known, voice)}
      unit={t(scale === 'shares' ? 'scoreUnit' : 'scoreUnitCount', {
        other: t(side === 'near' ? 'farImage' : 'nearImage'),
      })}
      n={spread?.[side].n ?? null}
      height={HEIGHT}
      queries={[queries[side]]}
      table={spread !== null && spread[side].n === 0 ? { columns: [], rows: [] } : table}
      answers={state}
      note={
        spread === null || measure.gaveUp === null
          ? null
          : t('gaveUpNote', { near: voice.number(spread.near.gaveUp), far: voice.number(spread.far.gaveUp) })
      }
    >
      <Chart
        option={option}
        label={title}
        onBrush={({ x: [from, to] }, done) =>
          setRange(measure.columns[side], rounded(from), rounded(to), { brushing: !done })
        }
      />
    </ChartCard>
  );
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
