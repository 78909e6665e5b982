import { ActionIcon, NumberInput, RangeSlider, Slider, Tooltip, UnstyledButton } from '@mantine/core';
import { IconRotate2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ThresholdChange } from '../../../../../shared/contract/aggregate.ts';
import type { Distribution } from '../../../../../shared/dashboards/quality-answers.ts';
import type { ScoreLimits } from '../../../../../shared/dashboards/quality-findings.ts';
import type { QualityMeasure } from '../../../../../shared/dashboards/quality-measures.ts';
import { limitsText, useQualityPen } from '../quality-pen.ts';
import styles from './explorer.module.css';
import { MeasurePicture } from './measure-picture.tsx';
import { limitAt, placeOf } from './moved-limits.ts';

/** One measure: its scores by answer, its limit to move, and what that limit alone changes. */
export function MeasureTile({
  measure,
  spread,
  known,
  now,
  effect,
  isPicked,
  onMove,
  onPick,
}: {
  readonly measure: QualityMeasure;
  readonly spread: Distribution | null;
  readonly known: ScoreLimits;
  readonly now: ScoreLimits;
  /** What it changes alone; null where it is not moved, or not known yet. */
  readonly effect: ThresholdChange | null;
  readonly isPicked: boolean;
  readonly onMove: (limits: ScoreLimits) => void;
  readonly onPick: () => void;
}): ReactNode {
  const { t, voice } = useQualityPen();
  const { axis } = measure;
  const label = measure.label[voice.language];
  const isMoved = now.least !== known.least || now.most !== known.most;
  const step = 10 ** -axis.digits;
  const sides = (['least', 'most'] as const).filter((side) => known[side] !== null);
  const move = (side: keyof ScoreLimits, place: number): void => onMove({ ...now, [side]: limitAt(axis, side, place) });
  const common = { min: axis.from, max: axis.to, step, size: 4, thumbSize: 14, label: null } as const;
  const [only = 'least'] = sides;
  return (
    <div className={styles['tile']} data-moved={isMoved} data-picked={isPicked}>
      <div className={styles['tileHead']}>
        <Tooltip label={t('pick', { measure: label })}>
          <UnstyledButton className={styles['tileName'] ?? ''} aria-pressed={isPicked} onClick={onPick}>
            {label}
          </UnstyledButton>
        </Tooltip>
        {isMoved ? (
          <Tooltip label={t('resetOne', { measure: label, limits: limitsText(known, axis.digits, voice) })}>
            <ActionIcon
              size={24}
              aria-label={t('resetOne', { measure: label, limits: limitsText(known, axis.digits, voice) })}
              onClick={() => onMove(known)}
            >
              <IconRotate2 size={14} stroke={1.8} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ) : (
          <span className={styles['limits']}>{limitsText(known, axis.digits, voice)}</span>
        )}
      </div>
      <div className={styles['plot']}>
        <MeasurePicture measure={measure} spread={spread} known={known} now={now} />
        {sides.length === 2 ? (
          <RangeSlider
            {...common}
            className={styles['slider'] ?? ''}
            minRange={step}
            value={[placeOf(axis, 'least', now.least), placeOf(axis, 'most', now.most)]}
            onChange={([least, most]) =>
              onMove({ least: limitAt(axis, 'least', least), most: limitAt(axis, 'most', most) })
            }
            thumbFromLabel={t('sliderLeast', { measure: label })}
            thumbToLabel={t('sliderMost', { measure: label })}
          />
        ) : (
          <Slider
            {...common}
            className={styles['slider'] ?? ''}
            inverted={only === 'least'}
            value={placeOf(axis, only, now[only])}
            onChange={(place) => move(only, place)}
            thumbLabel={t('sliderOf', { measure: label })}
          />
        )}
      </div>
      <div className={styles['tileFoot']}>
        {sides.map((side) => (
          <NumberInput
            key={side}
            size="xs"
            w={64}
            hideControls
            classNames={{ input: styles['number'] ?? '' }}
            aria-label={t(side === 'least' ? 'leastOf' : 'mostOf', { measure: label })}
            prefix={side === 'least' ? '≥ ' : '≤ '}
            decimalSeparator={voice.language === 'es' ? ',' : '.'}
            decimalScale={axis.digits}
            min={axis.from}
            max={axis.to}
            step={step}
            clampBehavior="blur"
            value={placeOf(axis, side, now[side])}
            onChange={(value) => {
              if (typeof value === 'number') move(side, value);
            }}
          />
        ))}
        <Tooltip label={t('aloneHint')} multiline w={240}>
          <span className={styles['effect']} aria-live="polite">
            {effect === null ? '' : <Effect change={effect} />}
          </span>
        </Tooltip>
      </div>
    </div>
  );
}

function Effect({ change: { lost, won, undecided } }: { readonly change: ThresholdChange }): ReactNode {
  const { t, voice } = useQualityPen();
  if (lost === 0 && won === 0 && undecided === 0) return <span>{t('effectNone')}</span>;
  return (
    <>
      {lost > 0 && <b data-kind="lost">{t('effectLost', { count: voice.number(lost) })}</b>}
      {won > 0 && <b data-kind="won">{t('effectWon', { count: voice.number(won) })}</b>}
      {undecided > 0 && <span>{t('effectUndecided', { count: voice.number(undecided) })}</span>}
    </>
  );
}
