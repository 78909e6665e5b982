import { useState, type ReactNode } from 'react';
import { QUALITY_MEASURES, type QualityMeasure } from '../../../../shared/dashboards/quality-measures.ts';
import { ClientRatesCard } from './client-rates-card.tsx';
import { CoverageCard } from './coverage-card.tsx';
import { limitsNow } from './explorer/moved-limits.ts';
import { ThresholdExplorer } from './explorer/threshold-explorer.tsx';
import { GapCard } from './gap-card.tsx';
import { LabelsCard } from './labels-card.tsx';
import { MismatchCard, MismatchOutcomeCard } from './mismatch-card.tsx';
import { PadDaysCard } from './pad-days-card.tsx';
import { PairsCard } from './pairs-card.tsx';
import { QualityKpis } from './quality-kpis.tsx';
import { useQualityPen } from './quality-pen.ts';
import styles from './quality.module.css';
import { ScoreCard } from './score-card.tsx';
import type { ScoreScale } from './score-option.ts';
import { ScoresBar } from './scores-bar.tsx';
import { useQualityView } from './use-quality-view.ts';

/** The cards of the page; they stand in the grid of the dashboard. */
export function QualityPage(): ReactNode {
  const [first] = QUALITY_MEASURES;
  return first === undefined ? null : <Cards first={first} />;
}

function Cards({ first }: { readonly first: QualityMeasure }): ReactNode {
  const { limitsOf } = useQualityPen();
  const { picked, moved, pick, move } = useQualityView(first);
  const [scale, setScale] = useState<ScoreScale>('shares');
  const [isLog, setLog] = useState(false);
  const { measure, side } = picked;
  return (
    <>
      <QualityKpis />
      <ClientRatesCard of="pad" />
      <PadDaysCard />
      <LabelsCard />
      <ScoresBar {...{ picked, scale, isLog }} onPick={pick} onScale={setScale} onLog={setLog} />
      <ScoreCard {...{ picked, scale, isLog }} limits={limitsNow(moved, measure, limitsOf(measure))} />
      <GapCard measure={measure} isLog={isLog} />
      <ThresholdExplorer
        side={side}
        picked={measure}
        moved={moved}
        onMove={move}
        onPick={(next) => pick({ measure: next, side })}
      />
      <MismatchOutcomeCard />
      <PairsCard />
      <div className={styles['column']}>
        <MismatchCard by="client" />
        <ClientRatesCard of="quality" />
      </div>
      <MismatchCard by="answer" />
      <CoverageCard />
    </>
  );
}
