import type { ComponentProps, ReactNode } from 'react';
import type { OpenHead } from './head-panels.tsx';
import styles from './grid.module.css';

/** Stands where a head was when its panel was opened: the head itself may be scrolled away or drawn anew. */
export function HeadAnchor({
  box,
  label,
  ...rest
}: { readonly box: OpenHead['box']; readonly label: string } & ComponentProps<'div'>): ReactNode {
  const { left, top, width, height } = box;
  // What it opens says so at this element, which only a button may.
  return (
    <div
      {...rest}
      role="button"
      tabIndex={-1}
      aria-label={label}
      className={styles['anchor']}
      style={{ left, top, width, height }}
    />
  );
}
