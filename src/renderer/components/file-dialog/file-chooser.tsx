import { Text } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import type { FolderEntry } from '../../../shared/contract/host-calls.ts';
import { useWords } from '../../i18n/use-words.ts';
import { FailurePanel } from '../failure-panel.tsx';
import { joinPath } from '../path-text.ts';
import { ChooserFooter } from './chooser-footer.tsx';
import { EntryList } from './entry-list.tsx';
import classes from './file-dialog.module.css';
import { fileDialogWords } from './file-dialog-words.ts';
import { PathBar } from './path-bar.tsx';
import { PlaceList } from './place-list.tsx';
import { ReplaceQuestion } from './replace-question.tsx';
import { isWorkspace } from './is-workspace.ts';
import { nameProblem, shownEntries, withEnding, type EntryColumn } from './shown-entries.ts';
import { useFolderView } from './use-folder-view.ts';
import type { PickOptions } from './use-pick.ts';

/** The inside of the file dialog. */
export function FileChooser({
  options,
  onDone,
}: {
  readonly options: PickOptions;
  readonly onDone: (path: string | null) => void;
}): ReactNode {
  const t = useWords(fileDialogWords);
  const { purpose, filters = [], note, workspacesOnly = false } = options;
  const { listing, goTo, showHidden, setShowHidden, remember, proposed } = useFolderView(options);
  const [selected, setSelected] = useState<FolderEntry | null>(null);
  const [typedName, setName] = useState<string | null>(null);
  const [filter, setFilter] = useState(0);
  const [{ column, isDescending }, setSort] = useState<{ column: EntryColumn; isDescending: boolean }>({
    column: 'name',
    isDescending: false,
  });
  // A name is asked for before anything else; a list that was gone into has the keyboard.
  const [hasEntered, setEntered] = useState(purpose !== 'save-file');
  const [replacing, setReplacing] = useState<FolderEntry | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);

  const extensions = filters[filter]?.extensions ?? null;
  const { data } = listing;
  // Another folder was gone to; what is listed is still the one before.
  const isOnItsWay = listing.isPlaceholderData;
  const entries = useMemo(
    () => shownEntries(data?.entries ?? [], { purpose, extensions, column, isDescending }),
    [data, purpose, extensions, column, isDescending],
  );
  const name = typedName ?? proposed;

  const enter = (folder: string): void => {
    setSelected(null);
    setComplaint(null);
    setReplacing(null);
    setEntered(true);
    goTo(folder);
  };
  const finish = (path: string): void => {
    remember();
    onDone(path);
  };
  const save = (): void => {
    if (data === undefined || isOnItsWay) return;
    const problem = nameProblem(name);
    if (problem !== null) return setComplaint(t(problem === 'empty' ? 'nameEmpty' : 'nameSeparator'));
    const whole = withEnding(name, extensions);
    const there = data.entries.find((entry) => entry.name === whole);
    if (there?.kind === 'folder') return setComplaint(t('folderThere'));
    if (there?.kind === 'workspace') return setComplaint(t('workspaceThere'));
    if (there !== undefined) return setReplacing(there);
    return finish(joinPath(data.folder, whole));
  };
  const isChoice = ({ kind }: FolderEntry): boolean =>
    purpose === 'open-folder' ? kind === 'workspace' || !workspacesOnly : kind === 'file';
  const open = (entry: FolderEntry): void => {
    if (entry.kind === 'folder' || (entry.kind === 'workspace' && purpose !== 'open-folder')) return enter(entry.path);
    if (purpose !== 'save-file') return finish(entry.path);
    setName(entry.name);
    return setReplacing(entry);
  };
  const confirm = (): void => {
    if (purpose === 'save-file') return save();
    if (selected !== null && isChoice(selected)) return finish(selected.path);
    if (selected !== null) return enter(selected.path);
    if (purpose === 'open-folder' && data !== undefined && (!workspacesOnly || isWorkspace(data))) finish(data.folder);
    return undefined;
  };

  return (
    <div className={classes['chooser']}>
      {note !== undefined && <Text c="dimmed">{note}</Text>}
      <PathBar
        folder={data?.folder ?? ''}
        parent={data?.parent ?? null}
        onGo={enter}
        onRefresh={() => void listing.refetch()}
      />
      <div className={classes['middle']}>
        <PlaceList places={data?.places ?? []} folder={data?.folder ?? ''} onGo={enter} />
        {listing.error ? (
          <div className={classes['problem']}>
            <FailurePanel error={listing.error.error} onRetry={() => void listing.refetch()} />
          </div>
        ) : data === undefined ? null : (
          <EntryList
            key={data.folder}
            folder={data.folder}
            takesFocus={hasEntered}
            empty={t(data.entries.length === 0 ? 'emptyFolder' : 'emptyFiltered')}
            entries={entries}
            selected={selected?.path ?? null}
            column={column}
            isDescending={isDescending}
            onSelect={(entry) => {
              setSelected(entry);
              if (purpose === 'save-file' && entry?.kind === 'file') setName(entry.name);
            }}
            onOpen={open}
            onUp={() => data.parent !== null && enter(data.parent)}
            onSort={(next) => setSort({ column: next, isDescending: next === column && !isDescending })}
          />
        )}
      </div>
      {replacing !== null && (
        <ReplaceQuestion
          name={replacing.name}
          onReplace={() => finish(replacing.path)}
          onKeep={() => setReplacing(null)}
        />
      )}
      <ChooserFooter
        options={options}
        listing={data ?? null}
        isOnItsWay={isOnItsWay}
        filter={filter}
        onFilter={setFilter}
        showHidden={showHidden}
        onShowHidden={setShowHidden}
        name={name}
        isLoaded={data !== undefined}
        complaint={complaint}
        onName={(next) => {
          setName(next);
          setComplaint(null);
          setReplacing(null);
        }}
        selected={selected}
        onEnter={enter}
        onConfirm={confirm}
        onCancel={() => onDone(null)}
      />
    </div>
  );
}
