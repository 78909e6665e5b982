import { Button, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useId, useMemo, type ReactNode } from 'react';
import { distributionOf } from '../../../../../shared/dashboards/quality-answers.ts';
import { thresholdFinding } from '../../../../../shared/dashboards/quality-findings.ts';
import {
  QUALITY_MEASURES,
  type ImageSide,
  type QualityMeasure,
} from '../../../../../shared/dashboards/quality-measures.ts';
import { GAVE_UP_QUERIES, gaveUpName, scoresQueries } from '../../../../../shared/dashboards/quality-queries.ts';
import { useCall } from '../../../../client/use-call.ts';
import { useAnswers } from '../../coordinator/use-answers.ts';
import { useDashboard } from '../../dashboard-context.ts';
import { useQualityPen } from '../quality-pen.ts';
import { ChangesCard, EXAMPLES } from './changes-card.tsx';
import { ClientAcceptanceCard } from './client-acceptance-card.tsx';
import { ExplorerResults } from './explorer-results.tsx';
import styles from './explorer.module.css';
import { MeasureTile } from './measure-tile.tsx';
import { limitsNow, withLimits, type MovedLimits } from './moved-limits.ts';

/** A slider under way asks at most so often, in milliseconds. */
const PAUSE = 50;

/** Moves limits and tells at once which transactions would be answered otherwise. */
export function ThresholdExplorer({
  side,
  picked,
  moved,
  onMove,
  onPick,
}: {
  /** Whose scores stand behind the limits. */
  readonly side: ImageSide;
  readonly picked: QualityMeasure;
  readonly moved: MovedLimits;
  readonly onMove: (moved: MovedLimits) => void;
  readonly onPick: (measure: QualityMeasure) => void;
}): ReactNode {
  const { t, voice, groupOf, limitsOf } = useQualityPen();
  const { workspace, scope, selection } = useDashboard();
  const id = useId();
  const queries = useMemo(() => scoresQueries(side), [side]);
  const { answers } = useAnswers(queries);
  const gaveUp = useAnswers(GAVE_UP_QUERIES).answers;
  const [asked] = useDebouncedValue(moved, PAUSE);
  const { data, error, isPlaceholderData, refetch } = useCall(
    'dashboard.thresholds',
    { workspace, scope, selection, limits: asked, examples: EXAMPLES },
    { keepPrevious: true },
  );
  const spreads = useMemo(
    () =>
      new Map(
        QUALITY_MEASURES.flatMap((measure) => {
          const block = answers[measure.name];
          return block === undefined
            ? []
            : [
                [
                  measure.name,
                  distributionOf(measure.axis, block, gaveUp[gaveUpName(measure, side)], groupOf),
                ] as const,
              ];
        }),
      ),
    [answers, gaveUp, side, groupOf],
  );
  const state = { isStale: isPlaceholderData, failure: error?.error ?? null, retry: () => void refetch() };
  const count = Object.keys(moved).length;
  const tiles = (stage: QualityMeasure['stage']): ReactNode =>
    QUALITY_MEASURES.filter((measure) => measure.stage === stage).map((measure) => {
      const known = limitsOf(measure);
      return (
        <MeasureTile
          key={measure.name}
          measure={measure}
          spread={spreads.get(measure.name) ?? null}
          known={known}
          now={limitsNow(moved, measure, known)}
          effect={
            moved[measure.threshold] === undefined
              ? null
              : (data?.byThreshold.find(({ threshold }) => threshold === measure.threshold) ?? null)
          }
          isPicked={measure.name === picked.name}
          onMove={(limits) => onMove(withLimits(moved, measure, known, limits))}
          onPick={() => onPick(measure)}
        />
      );
    });
  return (
    <section className={styles['explorer']} aria-labelledby={id}>
      <div className={styles['main']}>
        <div className={styles['tiles']}>
          <header className={styles['head']}>
            <div>
              <Title order={2} id={id} className={styles['title'] ?? ''}>
                {(data === undefined ? null : thresholdFinding(data, voice)) ?? t('explorer')}
              </Title>
              <p>{t('explorerIntro', { image: t(side === 'near' ? 'nearImage' : 'farImage') })}</p>
            </div>
            <Button size="compact-xs" h={24} variant="default" disabled={count === 0} onClick={() => onMove({})}>
              {t('resetAll')}
            </Button>
          </header>
          <h3>{t('qualityGroup')}</h3>
          <div className={styles['grid']}>{tiles('quality')}</div>
          <h3>{t('padGroup')}</h3>
          <div className={styles['grid']}>{tiles('pad')}</div>
        </div>
        <ChangesCard answer={data} answers={state} />
      </div>
      <div className={styles['aside']}>
        <section className={styles['panel']} aria-labelledby={`${id}-results`}>
          <Title order={2} id={`${id}-results`} className={styles['title'] ?? ''}>
            {t('results')}
          </Title>
          <p className={styles['faint']}>{count === 0 ? t('nothingMoved') : t('moved', { count })}</p>
          <ExplorerResults answer={data} isStale={isPlaceholderData} />
        </section>
        <ClientAcceptanceCard answer={data} answers={state} />
      </div>
    </section>
  );
}
