import { useRef, type ReactNode } from 'react';
import styles from './table-page.module.css';

const STEP = 24;

/** The edge of a panel at the right: drag it, or move it with the arrow keys. */
export function ResizeHandle({
  label,
  width,
  least,
  most,
  onChange,
}: {
  readonly label: string;
  /** Of the panel to its right, in CSS pixels, as `least` and `most`. */
  readonly width: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (width: number) => void;
}): ReactNode {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const set = (wanted: number): void => onChange(Math.round(Math.min(most, Math.max(least, wanted))));
  return (
    <div
      className={styles['handle']}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        set(width + (event.key === 'ArrowLeft' ? STEP : -STEP));
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={({ clientX }) => {
        if (start.current !== null) set(start.current.width + start.current.x - clientX);
      }}
      onPointerUp={() => {
        start.current = null;
      }}
    />
  );
}
