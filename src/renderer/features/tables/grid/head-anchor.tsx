import type { ComponentProps, ReactNode } from 'react';
import type { OpenHead } from './head-panels.tsx';
import styles from './grid.module.css';

/** Stands where a head was when its panel was opened: the head itself may be scrolled away or drawn anew. */
export function HeadAnchor({ box, ...rest }: { readonly box: OpenHead['box'] } & ComponentProps<'div'>): ReactNode {
  const { left, top, width, height } = box;
  return <div {...rest} className={styles['anchor']} style={{ left, top, width, height }} />;
}
