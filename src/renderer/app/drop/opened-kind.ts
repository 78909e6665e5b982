/** What a file or folder that was dropped or handed over is to Veriscope, by its name. */
export type OpenedKind = 'table' | 'workspace' | 'workspace-file' | 'unknown';

const TABLE = /\.(csv|tsv|txt)(\.gz)?$/i;

export function openedKind(name: string, isFolder: boolean): OpenedKind {
  if (isFolder || /\.veriscope$/i.test(name)) return 'workspace';
  if (name.toLowerCase() === 'workspace.sqlite') return 'workspace-file';
  return TABLE.test(name) ? 'table' : 'unknown';
}
