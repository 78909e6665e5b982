import { ActionIcon, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { IconArrowUp, IconChevronRight, IconPencil, IconRefresh } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { isAbsolutePath, pathCrumbs } from '../path-text.ts';
import { fileDialogWords } from './file-dialog-words.ts';
import classes from './file-dialog.module.css';

/** Where the dialog looks: a way up, every folder above to jump to, or the path as text to type. */
export function PathBar({
  folder,
  parent,
  onGo,
  onRefresh,
}: {
  readonly folder: string;
  readonly parent: string | null;
  readonly onGo: (folder: string) => void;
  readonly onRefresh: () => void;
}): ReactNode {
  const t = useWords(fileDialogWords);
  const [text, setText] = useState<string | null>(null);
  const crumbs = pathCrumbs(folder);
  return (
    <div className={classes['path-bar']}>
      <Tooltip label={t('up')}>
        <ActionIcon aria-label={t('up')} disabled={parent === null} onClick={() => parent !== null && onGo(parent)}>
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {text === null ? (
        <ol className={classes['crumbs']} aria-label={t('path')}>
          {crumbs.map(({ name, path }, index) => (
            <li key={path}>
              {index > 1 && <IconChevronRight size={12} aria-hidden className={classes['separator']} />}
              <UnstyledButton
                className={classes['crumb']}
                aria-current={index === crumbs.length - 1 ? 'location' : undefined}
                onClick={() => onGo(path)}
              >
                {name}
              </UnstyledButton>
            </li>
          ))}
        </ol>
      ) : (
        <TextInput
          className={classes['path-text']}
          size="xs"
          aria-label={t('path')}
          value={text}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field replaces the button that was pressed
          autoFocus
          spellCheck={false}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onBlur={() => setText(null)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.stopPropagation();
              setText(null);
            }
            if (event.key !== 'Enter' || !isAbsolutePath(text.trim())) return;
            event.preventDefault();
            onGo(text.trim());
            setText(null);
          }}
        />
      )}
      <Tooltip label={t('editPath')}>
        <ActionIcon aria-label={t('editPath')} onClick={() => setText(folder)}>
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('refresh')}>
        <ActionIcon aria-label={t('refresh')} onClick={onRefresh}>
          <IconRefresh size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
