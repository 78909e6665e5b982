import type { FolderEntry } from '../../../shared/contract/host-calls.ts';
import type { PickOptions } from './use-pick.ts';

export type EntryColumn = 'name' | 'bytes' | 'modifiedAt';

/** Which of a folder's entries are shown, and in what order. */
export interface EntryChoice {
  readonly purpose: PickOptions['purpose'];
  /** Endings without the dot; null: every file. */
  readonly extensions: readonly string[] | null;
  readonly column: EntryColumn;
  readonly isDescending: boolean;
}

/** Folders and workspaces first, whatever the order; files of the wanted kinds; none where a folder is asked for. */
export function shownEntries(
  entries: readonly FolderEntry[],
  { purpose, extensions, column, isDescending }: EntryChoice,
): readonly FolderEntry[] {
  const sign = isDescending ? -1 : 1;
  return entries
    .filter(({ kind, name }) => kind !== 'file' || (purpose !== 'open-folder' && hasEnding(name, extensions)))
    .toSorted(
      (a, b) =>
        Number(a.kind === 'file') - Number(b.kind === 'file') ||
        sign * compareBy(column, a, b) ||
        NATURAL.compare(a.name, b.name),
    );
}

const NATURAL = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function compareBy(column: EntryColumn, a: FolderEntry, b: FolderEntry): number {
  switch (column) {
    case 'name':
      return NATURAL.compare(a.name, b.name);
    case 'bytes':
      return (a.bytes ?? -1) - (b.bytes ?? -1);
    case 'modifiedAt':
      return (a.modifiedAt ?? '').localeCompare(b.modifiedAt ?? '');
  }
}

/** Whether a name has one of some endings; `null` and `*` let every name pass. */
export function hasEnding(name: string, extensions: readonly string[] | null): boolean {
  const plain = name.toLowerCase();
  return (
    extensions === null || extensions.some((ending) => ending === '*' || plain.endsWith(`.${ending.toLowerCase()}`))
  );
}

/** A file's name with the ending of the chosen kind, added where it has none of them. */
export function withEnding(name: string, extensions: readonly string[] | null): string {
  const plain = name.trim();
  const [first] = extensions ?? [];
  return first === undefined || hasEnding(plain, extensions) ? plain : `${plain}.${first}`;
}

/** The entry that typing some letters leads to: the next one, from `from` on, that begins with them. */
export function typedEntry(entries: readonly FolderEntry[], typed: string, from: number): number {
  const wanted = typed.toLowerCase();
  const order = entries.map((_, index) => (from + index) % entries.length);
  return order.find((index) => entries[index]?.name.toLowerCase().startsWith(wanted)) ?? -1;
}

/** Why a name cannot be given to a file; null where it can. */
export function nameProblem(name: string): 'empty' | 'separator' | null {
  if (name.trim() === '') return 'empty';
  return /[/\\\0]/.test(name) || name.trim() === '.' || name.trim() === '..' ? 'separator' : null;
}
