import { SegmentedControl, Select, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  IMAGE_SIDES,
  QUALITY_MEASURES,
  type ImageSide,
  type QualityMeasure,
} from '../../../../shared/dashboards/quality-measures.ts';
import { LogSwitch } from '../chart/log-switch.tsx';
import { useQualityPen } from './quality-pen.ts';
import styles from './quality.module.css';
import type { ScoreScale } from './score-option.ts';

/** The measure and the image that are looked at closer. */
export interface PickedMeasure {
  readonly measure: QualityMeasure;
  readonly side: ImageSide;
}

/** Chooses what the cards of scores below it show, and how. */
export function ScoresBar({
  picked: { measure, side },
  scale,
  isLog,
  onPick,
  onScale,
  onLog,
}: {
  readonly picked: PickedMeasure;
  readonly scale: ScoreScale;
  readonly isLog: boolean;
  readonly onPick: (picked: PickedMeasure) => void;
  readonly onScale: (scale: ScoreScale) => void;
  readonly onLog: (isLog: boolean) => void;
}): ReactNode {
  const { t, voice } = useQualityPen();
  return (
    <div className={styles['bar']} role="group" aria-label={t('scores')}>
      <Title order={2} className={styles['barTitle'] ?? ''}>
        {t('scores')}
      </Title>
      <Select
        size="xs"
        w={190}
        aria-label={t('measure')}
        value={measure.name}
        allowDeselect={false}
        maxDropdownHeight={420}
        data={(['quality', 'pad'] as const).map((stage) => ({
          group: t(stage === 'quality' ? 'qualityGroup' : 'padGroup'),
          items: QUALITY_MEASURES.filter((one) => one.stage === stage).map(({ name, label }) => ({
            value: name,
            label: label[voice.language],
          })),
        }))}
        onChange={(name) => {
          const next = QUALITY_MEASURES.find((one) => one.name === name);
          if (next !== undefined) onPick({ measure: next, side });
        }}
      />
      <SegmentedControl
        aria-label={t('image')}
        value={side}
        data={IMAGE_SIDES.map((value) => ({ value, label: t(value) }))}
        onChange={(value) => onPick({ measure, side: value === 'far' ? 'far' : 'near' })}
      />
      <SegmentedControl
        aria-label={t('scale')}
        value={scale}
        data={[
          { value: 'shares', label: t('shares') },
          { value: 'counts', label: t('counts') },
        ]}
        onChange={(value) => onScale(value === 'counts' ? 'counts' : 'shares')}
      />
      <LogSwitch isLog={isLog} onChange={onLog} />
    </div>
  );
}
