import type { ReactNode } from 'react';
import type { Distribution } from '../../../../../shared/dashboards/quality-answers.ts';
import type { ScoreLimits } from '../../../../../shared/dashboards/quality-findings.ts';
import type { QualityMeasure } from '../../../../../shared/dashboards/quality-measures.ts';
import { colourOf } from '../../../../../shared/design-tokens/colour-tokens.ts';
import type { AnswerGroup } from '../../../../../shared/dashboards/answer-group.ts';
import { GROUP_COLOURS } from '../quality-pen.ts';
import styles from './explorer.module.css';

const HEIGHT = 44;

/** The scores of a measure by answer behind its limits, each group as high as its own highest bin. */
export function MeasurePicture({
  measure,
  spread,
  known,
  now,
}: {
  readonly measure: QualityMeasure;
  readonly spread: Distribution | null;
  readonly known: ScoreLimits;
  readonly now: ScoreLimits;
}): ReactNode {
  const { axis } = measure;
  const x = (value: number): number => ((value - axis.from) / (axis.to - axis.from)) * axis.bins;
  const groups: readonly AnswerGroup[] = ['accepted', measure.stage];
  return (
    <svg
      className={styles['picture']}
      viewBox={`0 0 ${axis.bins} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
      focusable={false}
    >
      {now.least !== null && <rect x={0} y={0} width={x(now.least)} height={HEIGHT} className={styles['beyond']} />}
      {now.most !== null && (
        <rect x={x(now.most)} y={0} width={axis.bins - x(now.most)} height={HEIGHT} className={styles['beyond']} />
      )}
      {spread !== null &&
        groups.map((group) => (
          <path
            key={group}
            d={outline(spread.groups[group])}
            fill={colourOf(GROUP_COLOURS[group])}
            fillOpacity={0.28}
            stroke={colourOf(GROUP_COLOURS[group])}
            strokeWidth={1.2}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      {[known.least, known.most]
        .filter((limit) => limit !== null)
        .map((limit) => (
          <line key={limit} x1={x(limit)} x2={x(limit)} y1={0} y2={HEIGHT} className={styles['known']} />
        ))}
      {(['least', 'most'] as const).map((side) => {
        const limit = now[side];
        return limit === null || limit === known[side] ? null : (
          <line key={side} x1={x(limit)} x2={x(limit)} y1={0} y2={HEIGHT} className={styles['now']} />
        );
      })}
    </svg>
  );
}

/** Steps over the bins as a closed path. */
function outline(counts: readonly number[]): string {
  const most = Math.max(...counts);
  if (most === 0) return '';
  const steps = counts.map((n, bin) => {
    const y = (HEIGHT - (n / most) * (HEIGHT - 2)).toFixed(2);
    return `L${bin} ${y}L${bin + 1} ${y}`;
  });
  return `M0 ${HEIGHT}${steps.join('')}L${counts.length} ${HEIGHT}Z`;
}
