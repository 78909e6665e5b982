import type { ReactNode } from 'react';
import { colourOf, type ColourToken } from '../../../../shared/design-tokens/colour-tokens.ts';
import styles from './kpi.module.css';

const WIDTH = 100;
const HEIGHT = 26;
/** Room for the stroke and the last point. */
const EDGE = 2;

/** A course in the space of a word: from its least to its largest value, gaps where a value is missing. */
export function Sparkline({
  values,
  label,
  colour = 'accent',
  from = null,
}: {
  readonly values: readonly (number | null)[];
  readonly label: string;
  readonly colour?: ColourToken;
  /** Where the scale begins; at the least value unless told. */
  readonly from?: number | null;
}): ReactNode {
  const present = values.filter((value) => value !== null);
  const low = from ?? Math.min(...present);
  const high = Math.max(...present, low);
  const x = (at: number): number => (values.length < 2 ? WIDTH / 2 : (at / (values.length - 1)) * WIDTH);
  const y = (value: number): number =>
    high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const path = values
    .map((value, at) =>
      value === null
        ? ''
        : `${at === 0 || values[at - 1] == null ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join('');
  return (
    <svg
      className={styles['sparkline']}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path
        d={path}
        fill="none"
        stroke={colourOf(colour)}
        strokeWidth={1.5}
        vectorEffect="non-scaling-stroke"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
