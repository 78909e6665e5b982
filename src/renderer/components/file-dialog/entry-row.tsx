import { IconDatabase, IconFile, IconFileSpreadsheet, IconFolder } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FolderEntry } from '../../../shared/contract/host-calls.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import classes from './file-dialog.module.css';
import { fileDialogWords } from './file-dialog-words.ts';
import { hasEnding } from './shown-entries.ts';

const TABLE_ENDINGS = ['csv', 'csv.gz', 'tsv', 'txt'];

/** One entry of a folder. */
export function EntryRow({
  id,
  entry,
  isSelected,
  onSelect,
  onOpen,
}: {
  readonly id: string;
  readonly entry: FolderEntry;
  readonly isSelected: boolean;
  readonly onSelect: (entry: FolderEntry) => void;
  readonly onOpen: (entry: FolderEntry) => void;
}): ReactNode {
  const t = useWords(fileDialogWords);
  const format = useFormat();
  const Icon =
    entry.kind === 'folder'
      ? IconFolder
      : entry.kind === 'workspace'
        ? IconDatabase
        : hasEnding(entry.name, TABLE_ENDINGS)
          ? IconFileSpreadsheet
          : IconFile;
  return (
    // The list takes the keys for its options: they are never focused themselves.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      className={classes['row']}
      data-kind={entry.kind}
      onClick={() => onSelect(entry)}
      onDoubleClick={() => onOpen(entry)}
    >
      <span className={classes['cell-name']}>
        <Icon size={16} stroke={1.6} role="img" aria-label={t(entry.kind)} />
        <span title={entry.name}>{entry.name}</span>
      </span>
      <span className={classes['cell-size']}>
        {entry.kind === 'workspace' ? t('workspace') : entry.bytes === null ? '' : format.bytes(entry.bytes)}
      </span>
      <span className={classes['cell-time']}>{entry.modifiedAt === null ? '' : format.dateTime(entry.modifiedAt)}</span>
    </div>
  );
}
