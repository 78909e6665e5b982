import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What the names of these folders begin with. */
export const SPILL_PREFIX = 'spill-';

/**
 * A folder of its own for what one open lens cannot keep in memory: two that shared one would overwrite each other's
 * files. DuckDB makes it when it is needed and removes it when it closes. Named after the process, so that what a killed
 * one left can be told.
 */
export function newSpillFolder(workspace: string): string {
  return join(workspace, `${SPILL_PREFIX}${process.pid}-${randomUUID().slice(0, 8)}`);
}

/** Removes what processes that are gone had to keep outside their memory. */
export function sweepSpillFolders(workspace: string): void {
  for (const name of readdirSync(workspace)) {
    const [, pid] = /^spill-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(workspace, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
