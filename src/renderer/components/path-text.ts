/** The separator that an absolute path is written with: a backslash on Windows only. */
function separatorOf(path: string): '/' | '\\' {
  return /^([a-z]:\\|\\\\)/i.test(path) ? '\\' : '/';
}

function withoutEnd(path: string): string {
  const separator = separatorOf(path);
  const isRoot = path === separator || /^[a-z]:\\$/i.test(path);
  return path.endsWith(separator) && !isRoot ? path.slice(0, -1) : path;
}

/** A name within a folder. */
export function joinPath(folder: string, name: string): string {
  const separator = separatorOf(folder);
  return folder.endsWith(separator) ? `${folder}${name}` : `${folder}${separator}${name}`;
}

/** The last name of a path; of a root the root itself. */
export function baseName(path: string): string {
  return pathCrumbs(path).at(-1)?.name ?? path;
}

/** The folder that holds a path; null for a root. */
export function folderOf(path: string): string | null {
  return pathCrumbs(path).at(-2)?.path ?? null;
}

/** A folder on the way to a path. */
export interface PathCrumb {
  readonly name: string;
  readonly path: string;
}

/** Every folder from the root down to an absolute path, itself the last. */
export function pathCrumbs(path: string): readonly PathCrumb[] {
  const separator = separatorOf(path);
  const [root = separator] = /^([a-z]:\\|\\\\[^\\]+\\[^\\]+\\?|\/)/i.exec(path) ?? [];
  const crumbs: PathCrumb[] = [{ name: root, path: root }];
  for (const name of withoutEnd(path).slice(root.length).split(separator)) {
    const parent = crumbs.at(-1);
    if (name !== '' && parent !== undefined) crumbs.push({ name, path: joinPath(parent.path, name) });
  }
  return crumbs;
}

/** Whether a text is a path from a root, so that it can be gone to. */
export function isAbsolutePath(text: string): boolean {
  return /^(\/|[a-z]:\\|\\\\[^\\])/i.test(text);
}

const WORKSPACE_ENDING = '.veriscope';

/** A workspace as people call it: its folder's name without the ending. */
export function workspaceTitle(folder: string): string {
  const name = baseName(folder);
  return name.endsWith(WORKSPACE_ENDING) && name !== WORKSPACE_ENDING ? name.slice(0, -WORKSPACE_ENDING.length) : name;
}

/** The path of a workspace by the name that someone gave it. */
export function withWorkspaceEnding(path: string): string {
  const plain = withoutEnd(path);
  return plain.toLowerCase().endsWith(WORKSPACE_ENDING) ? plain : `${plain}${WORKSPACE_ENDING}`;
}
