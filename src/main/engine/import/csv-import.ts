import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { ImportOutcome, ImportRequest } from '../../../shared/contract/import.ts';
import type { ImportProgress } from '../../../shared/contract/import-progress.ts';
import type { Finding, Ledger } from '../../../shared/contract/ledger.ts';
import { AppException } from '../../../shared/result.ts';
import type { ColumnBinding, ColumnNames } from '../../../etl/sources/column-binding.ts';
import type { CsvSurvey } from '../../../etl/sources/csv/csv-survey.ts';
import { countRejectsByReason, countTables, lastRowId, type RunRecord } from '../book/book-rows.ts';
import type { StagingBlock } from '../book/block.ts';
import { BookWriter } from '../book/book-writer.ts';
import { lineStretches } from '../book/line-map.ts';
import type { BookDatabase } from '../book/open-book.ts';
import type { DuckDbSession } from '../duckdb-session.ts';
import { setLensStamp } from '../lens/lens.ts';
import { finishNextLens } from '../lens/next-lens.ts';
import { notBalanced } from '../book/not-balanced.ts';
import { withPassingDatabase } from '../lens/passing-database.ts';
import { dropUnnumberedRows, mirrorAttempts, numberRows, readRows } from '../lens/mirror-rows.ts';
import type { WritableWorkspace } from '../writing/with-writer.ts';
import { lateBlocks, sourceBlocks } from './book-feed.ts';
import { carefulRows } from './careful-rows.ts';
import { checkRows, loadedFindings, type Reading } from './check-rows.ts';
import type { ImportContext } from './import-context.ts';
import { regularRows } from './regular-rows.ts';
import { damagedSource, refuseChanged, type SourceFile } from './source-file.ts';
import type { AccountedRows, SourceRows } from './source-rows.ts';

/** A source that was surveyed and whose header fits. */
export interface SurveyedSource {
  readonly file: SourceFile;
  readonly survey: CsvSurvey;
  readonly delimiter: string;
  readonly decimalComma: boolean;
  /** What a person mapped, of the columns that are there. */
  readonly columnNames: ColumnNames;
  readonly binding: ColumnBinding;
}

/** Records that the first reader could not account for: the careful reader takes over. */
const UNACCOUNTED = Symbol('unaccounted');

/**
 * What DuckDB throws where it gives a file up as a whole. An IO error too: it takes fewer kinds of gzip headers and file
 * names than Node.js does; should the disk be at fault, the careful reader will say so.
 */
const GIVEN_UP = /^(Invalid Input|IO) Error/;

/** One import of one CSV file into an open workspace. */
export class CsvImport {
  readonly #request: ImportRequest;
  readonly #context: ImportContext;
  readonly #source: SurveyedSource;
  readonly #workspace: WritableWorkspace;
  readonly #book: BookDatabase;
  readonly #lens: DuckDbSession;
  readonly #started: number;
  readonly #reading: Reading;

  constructor(
    request: ImportRequest,
    context: ImportContext,
    source: SurveyedSource,
    workspace: WritableWorkspace,
    book: BookDatabase,
    lens: DuckDbSession,
    started: number,
  ) {
    this.#request = request;
    this.#context = context;
    this.#source = source;
    this.#workspace = workspace;
    this.#book = book;
    this.#lens = lens;
    this.#started = started;
    this.#reading = {
      binding: source.binding,
      settings: { decimalComma: source.decimalComma, zone: request.defaultZone },
      delimiter: source.delimiter,
      firstId: lastRowId(book) + 1,
    };
  }

  async run(): Promise<ImportOutcome> {
    const { survey, delimiter, binding } = this.#source;
    const { file } = this.#request;
    const { settings } = this.#reading;
    if (survey.irregularities.length === 0) {
      const outcome = await this.#load(regularRows(file, survey, delimiter, binding, settings)).catch(
        (error: unknown): typeof UNACCOUNTED => {
          if (error instanceof Error && GIVEN_UP.test(error.message)) return UNACCOUNTED;
          throw error;
        },
      );
      if (outcome !== UNACCOUNTED) return outcome;
    }
    return withPassingDatabase(this.#lens, this.#workspace.paths.passing, async () => {
      const onBytes = (bytes: number): void =>
        this.#context.onProgress({
          stage: 'read',
          rows: 0,
          totalRows: survey.records,
          bytes,
          totalBytes: survey.bytes,
        });
      const rows = await damagedSource(file, this.#context.signal, () =>
        carefulRows(this.#lens, file, survey, delimiter, binding, settings, this.#context.signal, onBytes),
      );
      const outcome = await this.#load(rows);
      if (outcome === UNACCOUNTED) throw notBalanced();
      return outcome;
    });
  }

  /**
   * Loads the lens and, at the same time, the book from the same source. The book gets the rows that are beyond doubt at
   * once, the others when the lens has checked them. The lens is finished first, aside from the one that is read; the
   * book's commit alone decides which of them counts.
   */
  async #load(source: SourceRows): Promise<ImportOutcome | typeof UNACCOUNTED> {
    const lens = this.#lens;
    let stage: ImportProgress['stage'] = 'read';
    let stored = 0;
    const enter = (next: ImportProgress['stage']): void => {
      stage = next;
      this.#progress(stage, stored);
    };
    const feed = await lens.connect();
    // Two readers share the processor with the book's writer: more threads would only wait for memory.
    await lens.run('SET threads = 1');
    const { paths, isNew } = this.#workspace;
    const writer = new BookWriter(paths.book, isNew, (rows) => {
      stored += rows;
      if (!this.#context.signal.aborted) this.#progress(stage, stored);
    });
    const { firstId } = this.#reading;
    const feeding = this.#pump(sourceBlocks(feed.connection, source.feedQuery, firstId, firstId > 1), writer);
    // A failure of the feed is seen when it is awaited below; until then it must not end the process.
    feeding.catch(() => undefined);
    try {
      enter('read');
      const accounted = await source.account(lens, await readRows(lens, source.query));
      if (accounted === null) {
        feed.interrupt();
        await this.#takeBack(writer, feeding);
        return UNACCOUNTED;
      }
      await lens.run('BEGIN');
      await numberRows(lens, firstId, accounted.rows);
      enter('check');
      const checked = await checkRows(lens, this.#book, accounted, this.#reading);
      this.#refuseTooMany(checked.rejects.length);
      const ledger = balanced(accounted.read, checked.rejects.length, checked.duplicates);
      enter('transform');
      const change = await mirrorAttempts(lens, firstId);
      const stamp = randomUUID();
      await setLensStamp(lens, stamp);
      await lens.run('COMMIT');
      const lensReady = Math.round(performance.now() - this.#started);
      enter('store');
      writer.hurry();
      const findings = [...this.#sourceFindings(), ...(await loadedFindings(lens, accounted, firstId))];
      await feeding;
      await this.#pump(lateBlocks(lens.connection, firstId), writer);
      await lens.run(
        `UPDATE transactions SET x_texts = NULL, x_zone_assumed = NULL WHERE id >= ${firstId} AND (x_texts IS NOT NULL OR x_zone_assumed)`,
      );
      writer.remove(checked.repeated);
      writer.setFinalAttempts(change.remove, change.add);
      feed.close();
      await finishNextLens(lens);
      enter('commit');
      refuseChanged(this.#request.file, this.#source.file);
      const run = await writer.finish({
        run: this.#runRecord(stamp, ledger, accounted),
        rejects: checked.rejects,
        findings,
        lines: lineStretches(accounted.rows, accounted.lineOf),
      });
      return this.#outcome(run, ledger, findings, lensReady);
    } catch (error) {
      feed.interrupt();
      await this.#takeBack(writer, feeding);
      throw error;
    } finally {
      feed.close();
      await lens.run('RESET threads').catch(() => undefined);
    }
  }

  async #pump(blocks: AsyncIterable<StagingBlock>, writer: BookWriter): Promise<void> {
    for await (const block of blocks) {
      this.#context.signal.throwIfAborted();
      await writer.write(block);
    }
  }

  async #takeBack(writer: BookWriter, feeding: Promise<void>): Promise<void> {
    await feeding.catch(() => undefined);
    await writer.cancel().catch(() => undefined);
    await this.#lens.run('ROLLBACK').catch(() => undefined);
    await dropUnnumberedRows(this.#lens).catch(() => undefined);
  }

  #runRecord(stamp: string, ledger: Ledger, accounted: AccountedRows): RunRecord {
    const { survey, delimiter, columnNames, binding } = this.#source;
    const { settings, firstId } = this.#reading;
    return {
      stamp,
      importedAt: this.#context.now().toISOString(),
      fileName: basename(this.#request.file),
      sha256: survey.sha256,
      bytes: survey.bytes,
      settings: {
        format: 'csv',
        delimiter,
        encoding: survey.encoding,
        compression: survey.compression,
        decimalComma: settings.decimalComma,
        defaultZone: settings.zone,
        columns: binding.columns.map(({ name }) => name),
        columnNames: { ...columnNames },
      },
      ledger,
      firstId,
      lastId: firstId + Math.max(accounted.rows - 1, 0),
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
      `${rejects} ${rejects === 1 ? 'row' : 'rows'} would be rejected, more than the limit of ${maxRejects}; the workspace is as it was before.`,
      'Raise --max-rejects, or import without it and look at the rejects.',
    );
  }

  #progress(
    stage: ImportProgress['stage'],
    rows: number,
    totalRows: number | null = this.#source.survey.records,
  ): void {
    this.#context.signal.throwIfAborted();
    this.#context.onProgress({
      stage,
      rows,
      totalRows,
      bytes: this.#source.survey.bytes,
      totalBytes: this.#source.survey.bytes,
    });
  }
}

function balanced(read: number, rejected: number, duplicates: number): Ledger {
  const loaded = read - rejected - duplicates;
  if (loaded < 0) throw notBalanced();
  return { read, loaded, rejected, duplicates };
}
