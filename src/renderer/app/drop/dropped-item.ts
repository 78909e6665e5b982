import { openedKind } from './opened-kind.ts';

/** What was dropped, as far as a browser tells. */
export interface DroppedItem {
  readonly name: string;
  readonly isFolder: boolean;
  /** The file itself; of the folder of a workspace its book. Null where there is none. */
  readonly file: File | null;
  /** Where it lies; null where the browser does not tell. */
  readonly path: string | null;
  /** How many were dropped with it. */
  readonly others: number;
}

/** Reads a drop. Begin it before anything else is awaited: a browser forgets the drop after its event. */
export async function droppedItem(transfer: DataTransfer): Promise<DroppedItem | null> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const known = entries.find(
    ({ entry, file }) => openedKind(entry?.name ?? file?.name ?? '', entry?.isDirectory === true) !== 'unknown',
  );
  const { entry = null, file = null } = known ?? entries[0] ?? {};
  const name = entry?.name ?? file?.name;
  if (name === undefined) return null;
  const path = file === null ? null : window.veriscope?.pathOf(file) || null;
  const isFolder = entry?.isDirectory === true;
  const others = entries.length - 1;
  const content = isFolder && path === null ? await bookOf(entry) : file;
  return { name, isFolder, file: content, path, others };
}

/** The book in the folder of a workspace. */
function bookOf(folder: FileSystemEntry): Promise<File | null> {
  return new Promise((resolve) => {
    (folder as FileSystemDirectoryEntry).getFile(
      'workspace.sqlite',
      {},
      (book) => (book as FileSystemFileEntry).file(resolve, () => resolve(null)),
      () => resolve(null),
    );
  });
}
