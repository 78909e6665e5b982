import type { ReactNode } from 'react';
import styles from './kpi.module.css';

/** The figures at the top of a page: `Kpi`s in a row as wide as the page, wrapped evenly where there is less room. */
export function KpiRow({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className={styles['row']} aria-label={label}>
      {children}
    </section>
  );
}
