import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { z } from 'zod';
import type { InfoRequest, WorkspaceInfo } from '../../../shared/contract/calls.ts';
import { AppException } from '../../../shared/result.ts';
import {
  countRejectsByReason,
  countTables,
  readFindings,
  readRuns,
  recountTables,
  totalLedger,
} from '../../engine/book/book-rows.ts';
import type { BookDatabase } from '../../engine/book/open-book.ts';
import { countCorrections } from '../../engine/book/store-correction.ts';
import type { ServiceContext } from '../../engine/service-context.ts';
import { workspacePaths } from '../../engine/workspace.ts';

/** The name of a workspace: its folder's, without the ending. */
export function workspaceName(folder: string): string {
  return basename(folder).replace(/\.veriscope$/, '');
}

/**
 * What a workspace holds and how it came there, by its books: no table is read. `check` reads every page of the book and
 * compares the books with the tables.
 */
export async function workspaceInfo(
  { workspace, check }: z.output<typeof InfoRequest>,
  { access }: Pick<ServiceContext, 'access'>,
): Promise<WorkspaceInfo> {
  return access.withBook(workspace, (book) => {
    if (check) refuseDamaged(book);
    return infoOfBook(workspace, book);
  });
}

/** What the book of a workspace tells of it. */
export function infoOfBook(workspace: string, book: BookDatabase): WorkspaceInfo {
  const { folder, book: file } = workspacePaths(workspace);
  const runs = readRuns(book).map((run) => ({
    ...run,
    rejectsByReason: [...countRejectsByReason(book, run.id)],
    corrected: countCorrections(book, run.id),
  }));
  return {
    name: workspaceName(folder),
    folder,
    tables: countTables(book),
    ledger: totalLedger(runs),
    runs,
    findings: [...readFindings(book)],
    bytes: statSync(file).size,
  };
}

function refuseDamaged(book: BookDatabase): void {
  const damage = book.pragma('integrity_check(1)', { simple: true });
  const [told, counted] = [countTables(book), recountTables(book)];
  const isBalanced =
    told.staging === counted.staging && told.transform === counted.transform && told.no_retries === counted.no_retries;
  if (damage === 'ok' && isBalanced) return;
  throw new AppException(
    'WORKSPACE_DAMAGED',
    damage === 'ok'
      ? 'The tables do not hold the rows that the books name.'
      : `The database is damaged: ${String(damage)}.`,
    'Restore the folder from a copy, or import the source files into a new workspace.',
  );
}
