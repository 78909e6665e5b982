import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { ImportOutcome, ImportRequest } from '../../../shared/contract/import.ts';
import type { ImportProgress } from '../../../shared/contract/import-progress.ts';
import type { Finding, Ledger, Reject, SourceSettings } from '../../../shared/contract/ledger.ts';
import { AppException } from '../../../shared/result.ts';
import { bindColumns, type ColumnBinding } from '../../../etl/sources/column-binding.ts';
import { guessDelimiter, headerNames } from '../../../etl/sources/csv/csv-header.ts';
import type { CsvSurvey } from '../../../etl/sources/csv/csv-survey.ts';
import { surveyCsv } from '../../../etl/sources/csv/survey-csv.ts';
import type { CellSettings } from '../../../etl/staging/cell-sql.ts';
import { countRejectsByReason, countTables, findRunByHash, lastRowId, readFindings } from '../book/book-rows.ts';
import { BookWriter } from '../book/book-writer.ts';
import type { BookDatabase } from '../book/open-book.ts';
import type { DuckDbSession } from '../duckdb-session.ts';
import { setLensStamp } from '../lens/lens.ts';
import { withPassingDatabase } from '../lens/passing-database.ts';
import { loadedRows, mirrorRows } from '../lens/mirror-rows.ts';
import { openCurrentLens, withBook, workspaceForWriting, type WorkspacePaths } from '../workspace.ts';
import { checkRows } from './check-rows.ts';
import { readBlocks } from './read-blocks.ts';
import { checkedSourceFile, damagedSource, validZone } from './source-file.ts';
import { stageCarefully } from './stage-carefully.ts';
import { stageRegular } from './stage-regular.ts';
import type { StagedSource } from './staged-source.ts';

/** What an import needs from its host. */
export interface ImportContext {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
  readonly productVersion: string;
  readonly now: () => Date;
}

/**
 * Imports a CSV file into a workspace: every row is loaded, rejected with its place and reason, or known as a duplicate.
 * Throws an `AppException`; then, as after a cancel or a crash, the workspace is as it was before.
 */
export async function importCsv(request: ImportRequest, context: ImportContext): Promise<ImportOutcome> {
  const started = performance.now();
  validZone(request.defaultZone);
  const { bytes: totalBytes, compression } = checkedSourceFile(request.file);
  const survey = await damagedSource(request.file, context.signal, () =>
    surveyCsv(request.file, compression, guessDelimiter, context.signal, (bytes) =>
      context.onProgress({ stage: 'survey', rows: 0, totalRows: null, bytes, totalBytes }),
    ),
  );
  const { delimiter, binding } = headerOf(survey, request.file);
  const { paths, undo } = workspaceForWriting(request.workspace);
  try {
    return await withBook(paths, 'write', async (book) => {
      const before = findRunByHash(book, survey.sha256);
      if (before !== null) return alreadyImported(book, before, performance.now() - started);
      const lens = await openCurrentLens(paths, book);
      const task = new CsvImport(request, context, { survey, delimiter, binding }, paths, book, lens, started);
      const interrupt = (): void => lens.connection.interrupt();
      context.signal.addEventListener('abort', interrupt);
      try {
        return await task.run();
      } finally {
        context.signal.removeEventListener('abort', interrupt);
        lens.close();
      }
    });
  } catch (error) {
    undo();
    if (context.signal.aborted) {
      throw new AppException('CANCELLED', 'The import was cancelled; the workspace is as it was before.', 'Import the file again when you like.', {
        cause: error,
      });
    }
    throw error;
  }
}

interface SurveyedSource {
  readonly survey: CsvSurvey;
  readonly delimiter: string;
  readonly binding: ColumnBinding;
}

function headerOf(survey: CsvSurvey, file: string): { delimiter: string; binding: ColumnBinding } {
  const delimiter = guessDelimiter(survey.head);
  const names = headerNames(survey.head, delimiter);
  if (names.length === 0 || survey.head.trim() === '') {
    throw new AppException('SOURCE_EMPTY', `${basename(file)} holds no header.`, 'Choose the CSV file that was exported, with its header in the first line.');
  }
  const bound = bindColumns(names);
  if (!bound.ok) throw new AppException(bound.error.code, bound.error.message, bound.error.hint);
  return { delimiter, binding: bound.value };
}

class CsvImport {
  readonly #request: ImportRequest;
  readonly #context: ImportContext;
  readonly #source: SurveyedSource;
  readonly #paths: WorkspacePaths;
  readonly #book: BookDatabase;
  readonly #lens: DuckDbSession;
  readonly #started: number;
  readonly #cells: CellSettings;

  constructor(
    request: ImportRequest,
    context: ImportContext,
    source: SurveyedSource,
    paths: WorkspacePaths,
    book: BookDatabase,
    lens: DuckDbSession,
    started: number,
  ) {
    this.#request = request;
    this.#context = context;
    this.#source = source;
    this.#paths = paths;
    this.#book = book;
    this.#lens = lens;
    this.#started = started;
    this.#cells = { decimalComma: source.delimiter === ';', zone: request.defaultZone };
  }

  async run(): Promise<ImportOutcome> {
    return withPassingDatabase(this.#lens, this.#paths.passing, async () => {
      const staged = await this.#stage();
      this.#progress('check', staged.read);
      const checked = await checkRows(this.#lens, this.#book, staged, this.#source.binding, this.#cells, this.#source.delimiter);
      this.#refuseTooMany(checked.rejects.length);
      const ledger = balanced(staged.read, checked.rejects.length, checked.duplicates);
      return this.#store(staged, ledger, checked.rejects, [...this.#sourceFindings(), ...checked.findings]);
    });
  }

  async #stage(): Promise<StagedSource> {
    const { survey, delimiter, binding } = this.#source;
    const file = this.#request.file;
    this.#progress('read', 0);
    if (survey.irregularities.length === 0) {
      const staged = await stageRegular(this.#lens, file, survey, delimiter, binding, this.#cells);
      if (staged !== null) return staged;
    }
    const onBytes = (bytes: number): void =>
      this.#context.onProgress({ stage: 'read', rows: 0, totalRows: survey.records, bytes, totalBytes: survey.bytes });
    return damagedSource(file, this.#context.signal, () =>
      stageCarefully(this.#lens, file, survey, delimiter, binding, this.#cells, this.#context.signal, onBytes),
    );
  }

  async #store(staged: StagedSource, ledger: Ledger, rejects: readonly Reject[], findings: readonly Finding[]): Promise<ImportOutcome> {
    const firstId = lastRowId(this.#book) + 1;
    let stored = 0;
    const writer = new BookWriter(this.#paths.book, (rows) => {
      stored += rows;
      this.#progress('store', stored, ledger.loaded);
    });
    const reading = await this.#lens.connect();
    const stamp = randomUUID();
    try {
      await this.#lens.run('BEGIN');
      const blocks = (async () => {
        for await (const block of readBlocks(reading, staged.incoming, firstId, staged.lineOf)) {
          this.#context.signal.throwIfAborted();
          await writer.write(block);
        }
      })();
      // A failure of the blocks is seen when they are awaited below; until then it must not end the process.
      blocks.catch(() => undefined);
      const change = await mirrorRows(this.#lens, loadedRows(firstId));
      const lensReady = Math.round(performance.now() - this.#started);
      await blocks;
      this.#context.signal.throwIfAborted();
      writer.setFinalAttempts(change.remove, change.add);
      await setLensStamp(this.#lens, stamp);
      this.#progress('commit', ledger.loaded, ledger.loaded);
      // Both at once: should the book fail, the lens bears a stamp that the book does not know and is rebuilt.
      const [run] = await Promise.all([
        writer.finish(this.#runRecord(stamp, ledger, firstId, firstId + staged.incoming), rejects, findings),
        this.#lens.run('COMMIT'),
      ]);
      return this.#outcome(run, ledger, findings, lensReady);
    } catch (error) {
      await writer.cancel().catch(() => undefined);
      await this.#lens.run('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      reading.closeSync();
    }
  }

  #runRecord(stamp: string, ledger: Ledger, firstId: number, lastId: number) {
    const { survey, delimiter, binding } = this.#source;
    const settings: SourceSettings = {
      format: 'csv',
      delimiter,
      encoding: survey.encoding,
      compression: survey.compression,
      decimalComma: this.#cells.decimalComma,
      defaultZone: this.#cells.zone,
      columns: binding.columns.map(({ name }) => name),
    };
    return {
      stamp,
      importedAt: this.#context.now().toISOString(),
      fileName: basename(this.#request.file),
      sha256: survey.sha256,
      bytes: survey.bytes,
      settings,
      ledger,
      firstId,
      lastId,
      productVersion: this.#context.productVersion,
      milliseconds: Math.round(performance.now() - this.#started),
    };
  }

  #outcome(run: number, ledger: Ledger, findings: readonly Finding[], lensReady: number): ImportOutcome {
    return {
      outcome: 'imported',
      run,
      fileName: basename(this.#request.file),
      sha256: this.#source.survey.sha256,
      ledger,
      tables: countTables(this.#book),
      rejectsByReason: [...countRejectsByReason(this.#book, run)],
      findings: [...findings],
      milliseconds: { lensReady, total: Math.round(performance.now() - this.#started) },
    };
  }

  #sourceFindings(): readonly Finding[] {
    const { absent, unknown } = this.#source.binding;
    return [
      ...absent.map((column): Finding => ({ kind: 'column-absent', column, count: 0, firstLine: null })),
      ...unknown.map((column): Finding => ({ kind: 'column-dropped', column, count: 0, firstLine: null })),
    ];
  }

  #refuseTooMany(rejects: number): void {
    const { maxRejects } = this.#request;
    if (maxRejects === null || rejects <= maxRejects) return;
    throw new AppException(
      'TOO_MANY_REJECTS',
      `${rejects} rows would be rejected, more than the limit of ${maxRejects}; the workspace is as it was before.`,
      'Raise --max-rejects, or import without it and look at the rejects.',
    );
  }

  #progress(stage: ImportProgress['stage'], rows: number, totalRows: number | null = this.#source.survey.records): void {
    this.#context.signal.throwIfAborted();
    this.#context.onProgress({ stage, rows, totalRows, bytes: this.#source.survey.bytes, totalBytes: this.#source.survey.bytes });
  }
}

function balanced(read: number, rejected: number, duplicates: number): Ledger {
  const loaded = read - rejected - duplicates;
  if (loaded < 0) throw new AppException('BOOKS_NOT_BALANCED', 'The books of this import do not balance; nothing was loaded.', 'This is a defect: please report it with the shape of the file.');
  return { read, loaded, rejected, duplicates };
}

function alreadyImported(book: BookDatabase, run: NonNullable<ReturnType<typeof findRunByHash>>, milliseconds: number): ImportOutcome {
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
