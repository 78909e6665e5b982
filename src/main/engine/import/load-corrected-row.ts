import { randomUUID } from 'node:crypto';
import type { RejectReason, StoredReject } from '../../../shared/contract/ledger.ts';
import { incomingQuery, textsRelation } from '../../../etl/staging/incoming-sql.ts';
import { lastRowId } from '../book/book-rows.ts';
import type { StagingBlock } from '../book/block.ts';
import { rowIdOfLine } from '../book/line-map.ts';
import type { BookDatabase } from '../book/open-book.ts';
import { storeCorrection, type CorrectedRow } from '../book/store-correction.ts';
import type { DuckDbSession } from '../duckdb-session.ts';
import { setLensStamp } from '../lens/lens.ts';
import { mirrorAttempts, numberRows, readRows } from '../lens/mirror-rows.ts';
import { finishNextLens } from '../lens/next-lens.ts';
import { withNextLens } from '../lens/with-next-lens.ts';
import type { WorkspacePaths } from '../workspace.ts';
import { blockOfRow } from './book-feed.ts';
import { checkRows, loadedFindings, type Reading } from './check-rows.ts';
import type { ImportContext } from './import-context.ts';
import type { AccountedRows } from './source-rows.ts';

/** A reject with the cells that a person made of it. */
export interface CorrectedReject {
  readonly reject: StoredReject;
  /** In the order of the binding, a missing one null. */
  readonly texts: readonly (string | null)[];
  /** The staging columns that were corrected. */
  readonly columns: readonly string[];
  readonly reading: Omit<Reading, 'firstId'>;
}

/** What became of a corrected reject. */
export type Correcting =
  | { readonly kind: 'loaded'; readonly row: number }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'rejected'; readonly column: string | null; readonly reason: RejectReason };

/**
 * Loads a reject as corrected into a workspace that nobody else writes: a source of one row goes through the import's own
 * steps, and the book takes the row into the import that it came from. It gets back the id that it had when it was read,
 * so that it stands where its line does; one that could not be cut into cells then gets a new one.
 */
export async function loadCorrectedRow(
  paths: WorkspacePaths,
  book: BookDatabase,
  corrected: CorrectedReject,
  context: Pick<ImportContext, 'signal' | 'now' | 'productVersion'>,
): Promise<Correcting> {
  const { reject, texts, columns } = corrected;
  const reading = { ...corrected.reading, firstId: lastRowId(book) + 1 };
  const { binding, settings, firstId } = reading;
  const source: AccountedRows = { read: 1, rows: 1, lineOf: () => reject.line, broken: [] };
  const load = async (lens: DuckDbSession): Promise<Correcting> => {
    const interrupt = (): void => lens.interrupt();
    context.signal.addEventListener('abort', interrupt);
    try {
      await readRows(lens, incomingQuery(textsRelation([texts], binding), binding, settings));
      await numberRows(lens, firstId, 1);
      const { rejects, duplicates } = await checkRows(lens, book, source, reading);
      const [still] = rejects;
      if (still !== undefined) return { kind: 'rejected', column: still.column, reason: still.reason };
      const loaded = duplicates > 0 ? null : await mirrorCorrected(lens, book, source, reading, reject);
      context.signal.throwIfAborted();
      const { now, productVersion } = context;
      storeCorrection(book, { reject, columns, at: now().toISOString(), productVersion, loaded });
      return loaded === null ? { kind: 'duplicate' } : { kind: 'loaded', row: loaded.id };
    } finally {
      context.signal.removeEventListener('abort', interrupt);
    }
  };
  return withNextLens(paths, book, load, { signal: context.signal });
}

async function mirrorCorrected(
  lens: DuckDbSession,
  book: BookDatabase,
  source: AccountedRows,
  { firstId }: Reading,
  { run, line }: StoredReject,
): Promise<CorrectedRow> {
  const findings = await loadedFindings(lens, source, firstId);
  const id = rowIdOfLine(book, run, line) ?? firstId;
  await lens.run(`UPDATE transactions SET id = ${id}, x_texts = NULL, x_zone_assumed = NULL WHERE id = ${firstId}`);
  const change = await mirrorAttempts(lens, id, id);
  const stamp = randomUUID();
  await setLensStamp(lens, stamp);
  const blocks: StagingBlock[] = [];
  for await (const block of blockOfRow(lens.connection, id)) blocks.push(block);
  await finishNextLens(lens);
  return { id, stamp, blocks, ...change, findings };
}
