import { baseName, withWorkspaceEnding } from '../../components/path-text.ts';

/** No file system takes these in a name; a leading or trailing dot or space confuses some. */
// oxlint-disable-next-line no-control-regex -- control characters are among what no name may hold
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001F]/g;

/** A name for a workspace that is made for a file: `january.csv.gz` gives `january`, or `january-2` where that is taken. */
export function proposedName(file: string, taken: readonly string[]): string {
  const stem =
    cleanName(
      baseName(file)
        .replace(/\.gz$/i, '')
        .replace(/\.(csv|tsv|txt)$/i, ''),
    ) || 'workspace';
  const used = new Set(taken.map((name) => withoutSuffix(name).toLowerCase()));
  if (!used.has(stem.toLowerCase())) return stem;
  let next = 2;
  while (used.has(`${stem}-${next}`.toLowerCase())) next += 1;
  return `${stem}-${next}`;
}

/** What is wrong with a name that a person typed; null where it will do. */
export function nameProblem(name: string): 'empty' | 'forbidden' | null {
  const stem = withoutSuffix(name.trim());
  if (stem === '') return 'empty';
  return cleanName(stem) === stem ? null : 'forbidden';
}

/** The name of the folder for a workspace that a person calls `name`. */
export function workspaceFolderName(name: string): string {
  return withWorkspaceEnding(name.trim());
}

const withoutSuffix = (name: string): string => name.replace(/\.veriscope$/i, '');
const cleanName = (name: string): string =>
  name
    .replaceAll(FORBIDDEN, '-')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100);
