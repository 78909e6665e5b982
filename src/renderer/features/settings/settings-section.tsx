import { Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './settings-page.module.css';

/** Settings that belong together, under a heading. */
export function SettingsSection({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {text !== undefined && <Text c="dimmed">{text}</Text>}
      <div className={classes['lines']}>{children}</div>
    </section>
  );
}

/** One setting or fact: its name, and what it is. */
export function SettingsLine({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={classes['line']}>
      <Text className={classes['term'] ?? ''}>{label}</Text>
      <div className={classes['value']}>{children}</div>
    </div>
  );
}
