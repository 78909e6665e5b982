import { CloseButton } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useWords } from '../../../i18n/use-words.ts';
import { useDashboard } from '../dashboard-context.ts';
import { slicerWords } from './slicer-words.ts';
import styles from './slicers.module.css';

/** A slicer with its name, what is chosen, and a way to clear it. */
export function Slicer({
  name,
  column,
  chosen = null,
  children,
}: {
  readonly name: string;
  readonly column: string;
  /** What is chosen, in words. */
  readonly chosen?: string | null;
  readonly children: ReactNode;
}): ReactNode {
  const t = useWords(slicerWords);
  const { isFiltered, clearColumn } = useDashboard();
  const id = useId();
  return (
    <section className={styles['slicer']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 id={id} className={styles['name']}>
          {name}
        </h2>
        {chosen !== null && <span className={styles['chosen']}>{chosen}</span>}
        {isFiltered(column) && (
          <CloseButton size={24} iconSize={13} aria-label={t('clear', { name })} onClick={() => clearColumn(column)} />
        )}
      </div>
      {children}
    </section>
  );
}
