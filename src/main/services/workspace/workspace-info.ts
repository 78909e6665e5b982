import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { z } from 'zod';
import type { InfoRequest, WorkspaceInfo } from '../../../shared/contract/calls.ts';
import { AppException } from '../../../shared/result.ts';
import { countRejectsByReason, countTables, readFindings, readRuns, totalLedger } from '../../engine/book/book-rows.ts';
import { existingWorkspace, withBook } from '../../engine/workspace.ts';

/** The name of a workspace: its folder's, without the ending. */
export function workspaceName(folder: string): string {
  return basename(folder).replace(/\.veriscope$/, '');
}

/** What a workspace holds and how it came there. `check` reads every page of the book and compares the books with the tables. */
export async function workspaceInfo({ workspace, check }: z.output<typeof InfoRequest>): Promise<WorkspaceInfo> {
  const paths = existingWorkspace(workspace);
  return withBook(paths, 'read', (book) => {
    const runs = readRuns(book).map((run) => ({ ...run, rejectsByReason: [...countRejectsByReason(book, run.id)] }));
    const tables = countTables(book);
    const ledger = totalLedger(runs);
    if (check) {
      const damage = book.pragma('integrity_check(1)', { simple: true });
      if (damage !== 'ok' || ledger.loaded !== tables.staging || tables.staging !== tables.transform) {
        throw new AppException(
          'WORKSPACE_DAMAGED',
          damage === 'ok'
            ? 'The tables do not hold the rows that the books name.'
            : `The database is damaged: ${String(damage)}.`,
          'Restore the folder from a copy, or import the source files into a new workspace.',
        );
      }
    }
    return {
      name: workspaceName(paths.folder),
      folder: paths.folder,
      tables,
      ledger,
      runs,
      findings: [...readFindings(book)],
      bytes: statSync(paths.book).size,
    };
  });
}
