import { Button, Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import type { FolderEntry, FolderListing } from '../../../shared/contract/host-calls.ts';
import { useWords } from '../../i18n/use-words.ts';
import classes from './file-dialog.module.css';
import { fileDialogWords } from './file-dialog-words.ts';
import { isWorkspace } from './is-workspace.ts';
import { NewFolder } from './new-folder.tsx';
import type { PickOptions } from './use-pick.ts';

/** The lower part of the file dialog: name, kind of file, hidden files, new folder, and the two answers. */
export function ChooserFooter({
  options: { purpose, filters = [], confirm, workspacesOnly = false },
  listing,
  isOnItsWay,
  filter,
  onFilter,
  showHidden,
  onShowHidden,
  name,
  isLoaded,
  complaint,
  onName,
  selected,
  onEnter,
  onConfirm,
  onCancel,
}: {
  readonly options: PickOptions;
  readonly listing: FolderListing | null;
  /** Another folder is being read: nothing can be chosen yet. */
  readonly isOnItsWay: boolean;
  readonly filter: number;
  readonly onFilter: (filter: number) => void;
  readonly showHidden: boolean;
  readonly onShowHidden: (show: boolean) => void;
  readonly name: string;
  /** The folder and the proposed name are there. */
  readonly isLoaded: boolean;
  readonly complaint: string | null;
  readonly onName: (name: string) => void;
  readonly selected: FolderEntry | null;
  readonly onEnter: (folder: string) => void;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const t = useWords(fileDialogWords);
  const isSaving = purpose === 'save-file';
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Whoever is typing a path already is not interrupted.
    if (isLoaded && !(document.activeElement instanceof HTMLInputElement)) field.current?.focus();
  }, [isLoaded]);
  const isClosed = isSaving && listing?.writable === false;
  const kinds = filters.map((known, index) => ({ value: String(index), label: known.name }));
  const isOpenToAll = filters.some(({ extensions }) => extensions.includes('*'));
  const mayChooseFolder = purpose === 'open-folder' && (!workspacesOnly || (listing !== null && isWorkspace(listing)));
  const chosen = selected?.name ?? (mayChooseFolder ? listing?.folder : undefined);
  const isAnswered = isSaving ? !isClosed : chosen !== undefined;
  return (
    <form
      className={classes['footer']}
      onSubmit={(event) => {
        event.preventDefault();
        onConfirm();
      }}
    >
      {isSaving && (
        <TextInput
          ref={field}
          size="xs"
          label={t('fileName')}
          value={name}
          error={isClosed ? t('notWritable') : complaint}
          spellCheck={false}
          onFocus={({ currentTarget }) => {
            const end = currentTarget.value.lastIndexOf('.');
            currentTarget.setSelectionRange(0, end > 0 ? end : currentTarget.value.length);
          }}
          onChange={({ currentTarget }) => onName(currentTarget.value)}
        />
      )}
      <Group justify="space-between" gap="sm">
        <Group gap="sm">
          {purpose !== 'open-folder' && filters.length > 0 && (
            <NativeSelect
              size="xs"
              aria-label={t('kind')}
              value={String(filter)}
              data={isOpenToAll ? kinds : [...kinds, { value: '-1', label: t('allFiles') }]}
              onChange={({ currentTarget }) => onFilter(Number(currentTarget.value))}
            />
          )}
          <Checkbox
            label={t('hidden')}
            checked={showHidden}
            onChange={({ currentTarget }) => onShowHidden(currentTarget.checked)}
          />
          {listing !== null && purpose !== 'open-file' && !workspacesOnly && (
            <NewFolder parent={listing.folder} isAllowed={listing.writable} onMade={onEnter} />
          )}
        </Group>
        <Group gap="sm" wrap="nowrap">
          {!isSaving && chosen !== undefined && (
            <Text className={classes['chosen'] ?? ''} c="dimmed" size="xs" title={chosen} role="status">
              {t('chooseThis', { name: chosen })}
            </Text>
          )}
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" disabled={listing === null || isOnItsWay || !isAnswered}>
            {confirm ?? t(isSaving ? 'save' : 'open')}
          </Button>
        </Group>
      </Group>
    </form>
  );
}
