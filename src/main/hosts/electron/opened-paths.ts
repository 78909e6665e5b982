import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

/**
 * The files and workspaces among the arguments of a start, as absolute paths. Switches may stand anywhere; of the rest, the
 * first is the program, and the second the application where that is not packaged.
 */
export function openedPaths(argv: readonly string[], isPackaged: boolean, cwd: string): string[] {
  return argv
    .slice(1)
    .filter((argument) => argument !== '' && !argument.startsWith('-'))
    .slice(isPackaged ? 0 : 1)
    .map((argument) => resolve(cwd, argument))
    .filter((path) => existsSync(path))
    .map(workspaceOrFile);
}

/** A workspace for its own database, else the path itself. */
export function workspaceOrFile(path: string): string {
  const isBook = basename(path) === 'workspace.sqlite' && statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  return isBook ? dirname(path) : path;
}
