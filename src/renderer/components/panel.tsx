import { Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './panel.module.css';

/** A part of a page with a heading of its own. */
export function Panel({
  title,
  icon,
  tone = 'plain',
  actions,
  className,
  children,
}: {
  readonly title: string;
  readonly icon?: ReactNode;
  readonly tone?: 'plain' | 'error';
  readonly actions?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className={`${classes['panel'] ?? ''} ${className ?? ''}`} data-tone={tone} aria-labelledby={id}>
      <div className={classes['head']}>
        <Title order={2} id={id} className={classes['title']} {...(tone === 'error' ? { c: 'var(--vs-error)' } : {})}>
          {icon}
          {title}
        </Title>
        {actions}
      </div>
      {children}
    </section>
  );
}
