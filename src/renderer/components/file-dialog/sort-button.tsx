import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import classes from './file-dialog.module.css';
import { fileDialogWords } from './file-dialog-words.ts';
import type { EntryColumn } from './shown-entries.ts';

/** Head of a column, by which the entries are ordered. */
export function SortButton({
  name,
  isSorted,
  isDescending,
  onSort,
}: {
  readonly name: EntryColumn;
  readonly isSorted: boolean;
  readonly isDescending: boolean;
  readonly onSort: (column: EntryColumn) => void;
}): ReactNode {
  const t = useWords(fileDialogWords);
  const label = t(name === 'name' ? 'name' : name === 'bytes' ? 'size' : 'modified');
  const Arrow = isDescending ? IconChevronDown : IconChevronUp;
  return (
    <UnstyledButton
      className={classes['sort']}
      aria-label={t('sortBy', { column: label })}
      aria-pressed={isSorted}
      onClick={() => onSort(name)}
    >
      {label}
      {isSorted && <Arrow size={12} aria-hidden />}
    </UnstyledButton>
  );
}
