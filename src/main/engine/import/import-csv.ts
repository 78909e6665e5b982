import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportOutcome, ImportRequest } from '../../../shared/contract/import.ts';
import { AppException } from '../../../shared/result.ts';
import type { ColumnBinding } from '../../../etl/sources/column-binding.ts';
import { surveyCsv } from '../../../etl/sources/csv/survey-csv.ts';
import { countRejectsByReason, countTables, findRunByHash, readFindings } from '../book/book-rows.ts';
import type { BookDatabase } from '../book/open-book.ts';
import type { DuckDbSession } from '../duckdb-session.ts';
import { withNextLens } from '../lens/with-next-lens.ts';
import { withBook, workspacePaths } from '../workspace.ts';
import { withWriter } from '../writing/with-writer.ts';
import { CsvImport } from './csv-import.ts';
import type { ImportContext } from './import-context.ts';
import { checkedSourceFile, damagedSource, refuseForeign, validZone } from './source-file.ts';
import { bindSource, checkReading, delimiterOf, readSourceHeader, usedColumnNames } from './source-header.ts';

/**
 * Imports a CSV file into a workspace: every row is loaded, rejected with its place and reason, or known as a duplicate.
 * Throws an `AppException`; then, as after a cancel or a crash, the workspace is as it was before.
 */
export async function importCsv(request: ImportRequest, context: ImportContext): Promise<ImportOutcome> {
  const started = performance.now();
  const { reading } = request;
  validZone(request.defaultZone);
  checkReading(reading);
  const file = checkedSourceFile(request.file);
  const survey = await damagedSource(request.file, context.signal, () =>
    surveyCsv(
      request.file,
      file.compression,
      (text) => delimiterOf(text, reading),
      context.signal,
      (bytes) => context.onProgress({ stage: 'survey', rows: 0, totalRows: null, bytes, totalBytes: file.bytes }),
      { encoding: reading.encoding, onStart: (start) => refuseForeign(request.file, start) },
    ),
  ).catch((error: unknown) => {
    throw context.signal.aborted ? cancelled(error) : error;
  });
  const head = { fileName: basename(request.file), text: survey.head, isWhole: survey.headIsWhole };
  const header = readSourceHeader(head.text, reading);
  let binding: ColumnBinding;
  try {
    binding = bindSource(head, header, reading);
  } catch (refusal) {
    // Under other settings it may have fitted: the same file again changes nothing, whatever the settings.
    const known = await importedBefore(request.workspace, survey.sha256, started);
    if (known === null) throw refusal;
    return known;
  }
  const { delimiter, decimalComma } = header;
  const source = { file, survey, delimiter, decimalComma, columnNames: usedColumnNames(header.matches), binding };
  return withWriter(request.workspace, 'import', (workspace) =>
    withBook(workspace.paths, 'write', async (book) => {
      const before = findRunByHash(book, survey.sha256);
      if (before !== null) return alreadyImported(book, before, performance.now() - started);
      const load = (lens: DuckDbSession): Promise<ImportOutcome> =>
        new CsvImport(request, context, source, workspace, book, lens, started).run();
      return withNextLens(workspace.paths, book, load, { signal: context.signal });
    }),
  ).catch((error: unknown) => {
    throw context.signal.aborted ? cancelled(error) : error;
  });
}

const cancelled = (cause: unknown): AppException =>
  new AppException(
    'CANCELLED',
    'The import was cancelled; the workspace is as it was before.',
    'Import the file again when you like.',
    { cause },
  );

/** What is to be told of a file that a workspace knows; null where it does not, or there is none. */
async function importedBefore(folder: string, sha256: string, started: number): Promise<ImportOutcome | null> {
  const paths = workspacePaths(folder);
  if (!existsSync(paths.book)) return null;
  return withBook(paths, 'read', (book) => {
    const run = findRunByHash(book, sha256);
    return run === null ? null : alreadyImported(book, run, performance.now() - started);
  });
}

function alreadyImported(
  book: BookDatabase,
  run: NonNullable<ReturnType<typeof findRunByHash>>,
  milliseconds: number,
): ImportOutcome {
  const { read, loaded, rejected, duplicates } = run.ledger;
  return {
    outcome: 'already',
    run: run.id,
    fileName: run.fileName,
    sha256: run.sha256,
    ledger: { read, loaded: 0, rejected, duplicates: duplicates + loaded },
    tables: countTables(book),
    rejectsByReason: [...countRejectsByReason(book, run.id)],
    findings: readFindings(book).filter((finding) => finding.run === run.id),
    milliseconds: { lensReady: Math.round(milliseconds), total: Math.round(milliseconds) },
  };
}
