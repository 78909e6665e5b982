import type { ReactNode } from 'react';
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useWords } from '../../i18n/use-words.ts';
import { appWords } from '../app-words.ts';
import classes from './banner.module.css';

/** A strip over the page: what is the matter, with what can be done. It takes no place of the page's own. */
export function Banner({
  tone,
  icon,
  title,
  text,
  onDismiss,
  children,
}: {
  readonly tone: 'note' | 'problem';
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly onDismiss?: () => void;
  /** Buttons. */
  readonly children?: ReactNode;
}): ReactNode {
  const t = useWords(appWords);
  return (
    <div className={classes['banner']} data-tone={tone} role={tone === 'problem' ? 'alert' : 'status'}>
      <span className={classes['icon']}>{icon}</span>
      <p className={classes['text']}>
        <strong>{title}</strong> {text}
      </p>
      {children}
      {onDismiss !== undefined && (
        <ActionIcon aria-label={t('dismiss')} onClick={onDismiss}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}
