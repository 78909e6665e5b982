import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page-frame.module.css';

/** The title of a page with what can be done on it, above the page itself; below it what can be done next. */
export function PageFrame({
  title,
  subtitle,
  actions,
  isFlush = false,
  foot,
  children,
}: {
  readonly title: string;
  readonly subtitle?: string;
  readonly actions?: ReactNode;
  /** What is below reaches the edges. */
  readonly isFlush?: boolean;
  /** Stays in sight, in a low window too. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <main className={classes['frame']}>
      <header className={classes['head']}>
        <div className={classes['titles']}>
          <Title order={1} className={classes['title']}>
            {title}
          </Title>
          {subtitle !== undefined && (
            <Text size="xs" c="dimmed" role="status">
              {subtitle}
            </Text>
          )}
        </div>
        {actions}
      </header>
      <div className={classes['body']} data-flush={isFlush}>
        {children}
      </div>
      {foot !== undefined && <footer className={classes['foot']}>{foot}</footer>}
    </main>
  );
}
