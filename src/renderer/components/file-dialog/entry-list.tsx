import { Text } from '@mantine/core';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { FolderEntry } from '../../../shared/contract/host-calls.ts';
import { useWords } from '../../i18n/use-words.ts';
import { EntryRow } from './entry-row.tsx';
import classes from './file-dialog.module.css';
import { fileDialogWords } from './file-dialog-words.ts';
import { typedEntry, type EntryColumn } from './shown-entries.ts';
import { SortButton } from './sort-button.tsx';

/** Letters typed within this time belong together. */
const TYPING_PAUSE = 800;
const PAGE = 10;

/** The entries of a folder as one list that the keyboard walks through. */
export function EntryList({
  folder,
  entries,
  selected,
  column,
  isDescending,
  onSelect,
  onOpen,
  onUp,
  onSort,
  takesFocus,
  empty,
}: {
  readonly folder: string;
  readonly entries: readonly FolderEntry[];
  readonly selected: string | null;
  readonly column: EntryColumn;
  readonly isDescending: boolean;
  /** Null: none. */
  readonly onSelect: (entry: FolderEntry | null) => void;
  readonly onOpen: (entry: FolderEntry) => void;
  readonly onUp: () => void;
  readonly onSort: (column: EntryColumn) => void;
  /** As soon as it is there. */
  readonly takesFocus: boolean;
  /** What is said where there are no entries. */
  readonly empty: string;
}): ReactNode {
  const t = useWords(fileDialogWords);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const at = entries.findIndex(({ path }) => path === selected);
  const activeId = at < 0 ? undefined : `${id}-${at}`;

  useEffect(() => {
    if (takesFocus) list.current?.focus();
  }, [takesFocus]);
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const select = (index: number): void => {
    const entry = entries[Math.max(0, Math.min(entries.length - 1, index))];
    if (entry !== undefined) onSelect(entry);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? entries.length - 1 : at - 1,
      Home: 0,
      End: entries.length - 1,
      PageDown: at + PAGE,
      PageUp: at - PAGE,
    };
    const step = steps[event.key];
    const entry = entries[at];
    if (step !== undefined) select(step);
    else if (event.key === 'Enter' && entry !== undefined) onOpen(entry);
    else if (event.key === 'Backspace') onUp();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const isNew = event.timeStamp - typed.current.at > TYPING_PAUSE;
      const text = isNew ? event.key : typed.current.text + event.key;
      typed.current = { text, at: event.timeStamp };
      const found = typedEntry(entries, text, Math.max(0, isNew ? at + 1 : at));
      if (found >= 0) select(found);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={classes['list']}>
      <div className={classes['list-head']}>
        {(['name', 'bytes', 'modifiedAt'] as const).map((name) => (
          <SortButton key={name} name={name} isSorted={name === column} isDescending={isDescending} onSort={onSort} />
        ))}
      </div>
      <div
        className={classes['rows']}
        role="listbox"
        aria-label={t('entries', { folder })}
        aria-activedescendant={activeId}
        tabIndex={0}
        ref={list}
        onKeyDown={onKeyDown}
        onClick={({ target, currentTarget }) => target === currentTarget && onSelect(null)}
      >
        {entries.map((entry, index) => (
          <EntryRow
            key={entry.path}
            id={`${id}-${index}`}
            entry={entry}
            isSelected={index === at}
            onSelect={onSelect}
            onOpen={onOpen}
          />
        ))}
      </div>
      {entries.length === 0 && (
        <Text className={classes['empty'] ?? ''} c="dimmed">
          {empty}
        </Text>
      )}
    </div>
  );
}
