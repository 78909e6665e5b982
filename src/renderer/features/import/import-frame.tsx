import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { importWords } from './import-words.ts';
import classes from './import-frame.module.css';

/** What every state of the import page has: its title, the steps, and what can be done next at the foot. */
export function ImportFrame({
  steps,
  foot,
  children,
}: {
  readonly steps: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const t = useWords(importWords);
  return (
    <main className={classes['frame']}>
      <header className={classes['head']}>
        <Title order={1} className={classes['title']}>
          {t('title')}
        </Title>
        {steps}
      </header>
      <div className={classes['body']}>{children}</div>
      {foot !== undefined && <footer className={classes['foot']}>{foot}</footer>}
    </main>
  );
}
