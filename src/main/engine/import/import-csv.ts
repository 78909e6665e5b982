import { basename } from 'node:path';
import type { ImportOutcome, ImportRequest } from '../../../shared/contract/import.ts';
import { AppException } from '../../../shared/result.ts';
import { bindColumns, countKnownNames, type ColumnBinding } from '../../../etl/sources/column-binding.ts';
import { guessDelimiter, headerNames } from '../../../etl/sources/csv/csv-header.ts';
import type { CsvSurvey } from '../../../etl/sources/csv/csv-survey.ts';
import { surveyCsv } from '../../../etl/sources/csv/survey-csv.ts';
import { countRejectsByReason, countTables, findRunByHash, readFindings } from '../book/book-rows.ts';
import type { BookDatabase } from '../book/open-book.ts';
import { withBook, withCurrentLens, workspaceForWriting } from '../workspace.ts';
import { CsvImport } from './csv-import.ts';
import type { ImportContext } from './import-context.ts';
import { checkedSourceFile, damagedSource, validZone } from './source-file.ts';

/**
 * Imports a CSV file into a workspace: every row is loaded, rejected with its place and reason, or known as a duplicate.
 * Throws an `AppException`; then, as after a cancel or a crash, the workspace is as it was before.
 */
export async function importCsv(request: ImportRequest, context: ImportContext): Promise<ImportOutcome> {
  const started = performance.now();
  validZone(request.defaultZone);
  const file = checkedSourceFile(request.file);
  const survey = await damagedSource(request.file, context.signal, () =>
    surveyCsv(request.file, file.compression, guessDelimiter, context.signal, (bytes) =>
      context.onProgress({ stage: 'survey', rows: 0, totalRows: null, bytes, totalBytes: file.bytes }),
    ),
  ).catch((error: unknown) => {
    throw context.signal.aborted ? cancelled(error) : error;
  });
  const { delimiter, binding } = headerOf(survey, request.file);
  const { paths, undo } = workspaceForWriting(request.workspace);
  try {
    return await withBook(paths, 'write', async (book) => {
      const before = findRunByHash(book, survey.sha256);
      if (before !== null) return alreadyImported(book, before, performance.now() - started);
      return withCurrentLens(paths, book, async (lens) => {
        const task = new CsvImport(request, context, { file, survey, delimiter, binding }, paths, book, lens, started);
        const interrupt = (): void => task.interrupt();
        context.signal.addEventListener('abort', interrupt);
        try {
          return await task.run();
        } finally {
          context.signal.removeEventListener('abort', interrupt);
        }
      });
    });
  } catch (error) {
    undo();
    throw context.signal.aborted ? cancelled(error) : error;
  }
}

const cancelled = (cause: unknown): AppException =>
  new AppException(
    'CANCELLED',
    'The import was cancelled; the workspace is as it was before.',
    'Import the file again when you like.',
    { cause },
  );

function headerOf(survey: CsvSurvey, file: string): { delimiter: string; binding: ColumnBinding } {
  const delimiter = guessDelimiter(survey.head);
  const names = headerNames(survey.head, delimiter);
  if (countKnownNames(names) === 0 && survey.head.includes('\0')) {
    throw new AppException(
      'SOURCE_FORMAT_UNKNOWN',
      `${basename(file)} is not a text file.`,
      'Give a CSV file, plain or gzip; of a workbook, export its sheet as CSV.',
    );
  }
  if (names.length === 0 || survey.head.trim() === '') {
    throw new AppException(
      'SOURCE_EMPTY',
      `${basename(file)} holds no header.`,
      'Choose the CSV file that was exported, with its header in the first line.',
    );
  }
  const bound = bindColumns(names);
  if (!bound.ok) throw new AppException(bound.error.code, bound.error.message, bound.error.hint);
  return { delimiter, binding: bound.value };
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
