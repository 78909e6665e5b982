import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ColourToken } from '../../../../shared/design-tokens/colour-tokens.ts';
import { Sparkline } from './sparkline.tsx';
import styles from './kpi.module.css';

export interface KpiProps {
  readonly label: string;
  /** The figure as printed; null while unknown. */
  readonly value: string | null;
  /** Under the figure: interval, n, unit: `95 % 65.7–67.2 · n 14,654`. */
  readonly detail?: string | null;
  /** What the figure means, on hover and for screen readers. */
  readonly meaning?: string;
  /** Its course, oldest first, null where it is missing; drawn small. */
  readonly course?: readonly (number | null)[];
  /** What the course is, in words: `per day, 0 to 2,863`. */
  readonly courseLabel?: string;
  readonly colour?: ColourToken;
  /** An earlier selection's figure. */
  readonly isStale?: boolean;
}

/** One figure with what it rests on. */
export function Kpi({
  label,
  value,
  detail = null,
  meaning,
  course = [],
  courseLabel = '',
  colour = 'accent',
  isStale = false,
}: KpiProps): ReactNode {
  const name = <h2 className={styles['label']}>{label}</h2>;
  return (
    <div className={styles['kpi']} data-stale={isStale} aria-busy={value === null || isStale}>
      {meaning === undefined ? (
        name
      ) : (
        <Tooltip label={meaning} multiline w={260}>
          {name}
        </Tooltip>
      )}
      <div className={styles['figure']}>
        <span className={styles['value']}>{value ?? '\u00a0'}</span>
        {course.length > 1 && <Sparkline values={course} label={courseLabel} colour={colour} />}
      </div>
      <span className={styles['detail']}>{detail ?? '\u00a0'}</span>
    </div>
  );
}
