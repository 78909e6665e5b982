import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A workspace on a disk that nobody may write, not even the system's administrator. */
export interface ReadOnlyDisk {
  readonly workspace: string;
  readonly unmount: () => void;
}

/** Copies a workspace to a small disk of its own and freezes it; null where no disk can be mounted. */
export function readOnlyDisk(folder: string, workspace: string): ReadOnlyDisk | null {
  const isAllowed = process.platform === 'linux' && process.getuid?.() === 0;
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  if (!isAllowed || spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]).status !== 0) return null;
  const copy = join(disk, basename(workspace));
  cpSync(workspace, copy, { recursive: true });
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  return { workspace: copy, unmount: () => void execFileSync('umount', ['-l', disk]) };
}
