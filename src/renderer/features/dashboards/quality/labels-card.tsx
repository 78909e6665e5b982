import { Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { useQualityPen } from './quality-pen.ts';
import styles from './quality.module.css';

/** Why error rates of PAD cannot be told from a log. */
export function LabelsCard(): ReactNode {
  const { t } = useQualityPen();
  const id = useId();
  return (
    <section className={styles['labels']} aria-labelledby={id}>
      <Title order={2} id={id} className={styles['labelsTitle'] ?? ''}>
        <IconInfoCircle size={15} stroke={1.7} aria-hidden />
        {t('labelsTitle')}
      </Title>
      <p>{t('labelsText')}</p>
      <dl>
        <div>
          <dt>APCER</dt>
          <dd>{t('labelsApcer')}</dd>
        </div>
        <div>
          <dt>BPCER</dt>
          <dd>{t('labelsBpcer')}</dd>
        </div>
        <div data-given>
          <dt>{t('labelsRateName')}</dt>
          <dd>{t('labelsRate')}</dd>
        </div>
      </dl>
      <p className={styles['faint']}>{t('labelsNote')}</p>
    </section>
  );
}
