import { accessSync, constants, existsSync, readdirSync, statSync, type Stats } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { FolderEntry, FolderListing } from '../../shared/contract/host-calls.ts';
import { AppException } from '../../shared/result.ts';
import { documentsFolder } from './documents-folder.ts';

/** Lists a folder for the window's own file dialog: folders first, names in natural order. */
export function folderListing(folder: string, showHidden: boolean): FolderListing {
  const path = resolve(folder);
  let names: readonly string[];
  try {
    names = readdirSync(path);
  } catch (error) {
    throw new AppException('SOURCE_NOT_READABLE', `The folder ${path} cannot be read.`, 'Choose another folder.', {
      cause: error,
    });
  }
  const entries = names
    .filter((name) => showHidden || !name.startsWith('.'))
    .map((name) => entryOf(join(path, name)))
    .filter((entry) => entry !== null);
  const natural = new Intl.Collator(undefined, { numeric: true });
  entries.sort((a, b) => Number(a.kind === 'file') - Number(b.kind === 'file') || natural.compare(a.name, b.name));
  const parent = dirname(path);
  return {
    folder: path,
    parent: parent === path ? null : parent,
    entries,
    places: places(),
    writable: isWritable(path),
  };
}

function entryOf(path: string): FolderEntry | null {
  const stats = statsOf(path);
  if (stats === null || !(stats.isDirectory() || stats.isFile())) return null;
  const modifiedAt = stats.mtime.toISOString();
  const name = basename(path);
  if (stats.isFile()) return { name, path, kind: 'file', bytes: stats.size, modifiedAt };
  const isWorkspace = existsSync(join(path, 'workspace.sqlite'));
  return { name, path, kind: isWorkspace ? 'workspace' : 'folder', bytes: null, modifiedAt };
}

/** Null for what is gone, leads nowhere, or is closed to us. */
function statsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

function places(): FolderListing['places'] {
  const home = homedir();
  const known = [
    { name: 'Home', path: home },
    { name: 'Documents', path: documentsFolder() },
    ...['Downloads', 'Desktop'].map((name) => ({ name, path: join(home, name) })),
    ...roots().map((path) => ({ name: path, path })),
  ];
  const different = known.filter(({ path }, index) => known.findIndex((other) => other.path === path) === index);
  return different.filter(({ path }) => existsSync(path));
}

function roots(): readonly string[] {
  if (process.platform === 'win32') return Array.from('CDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`);
  return ['/media', '/mnt', '/Volumes', '/'];
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
