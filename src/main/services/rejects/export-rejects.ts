import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { z } from 'zod';
import type { ExportOutcome, PlainProgress, RejectsExportRequest } from '../../../shared/contract/calls.ts';
import type { Run, StoredReject } from '../../../shared/contract/ledger.ts';
import { STAGING_COLUMNS } from '../../../etl/model/staging-columns.ts';
import { csvRecord } from '../../../etl/output/csv-record.ts';
import { writeWholeFile } from '../../../etl/output/write-whole-file.ts';
import { SHOWN_NUL } from '../../../etl/sources/csv/cut-record.ts';
import { readRuns } from '../../engine/book/book-rows.ts';
import type { BookDatabase } from '../../engine/book/open-book.ts';
import { countRejects, rejectPortions, type RejectFilter } from '../../engine/book/read-rejects.ts';
import type { ServiceContext } from '../../engine/service-context.ts';
import { cutReject } from './cut-reject.ts';

const ROWS_PER_PORTION = 1000;
/** Before the kept columns, and after them. */
const PLACE = ['source_file', 'line', 'column', 'reason', 'conflicts_with'] as const;
const RAW = 'raw_text';

interface ExportContext extends Pick<ServiceContext, 'access' | 'signal'> {
  readonly onProgress: (progress: z.output<typeof PlainProgress>) => void;
}

/**
 * Writes rejects to a CSV file in the order of import and line: their place and reason, then the columns that were kept as
 * the row had them, in the model card's order. What cannot be cut into cells stands whole in the last column. Imported
 * again, the file counts as a source: the columns of the place are dropped.
 */
export async function exportRejects(
  { workspace, out, run, reason, column }: z.output<typeof RejectsExportRequest>,
  { access, signal, onProgress }: ExportContext,
): Promise<z.output<typeof ExportOutcome>> {
  const written = await writeWholeFile(
    out,
    (path) =>
      access.withBook(workspace, (book) =>
        writeRejects(path, book, { run, reason, column }, signal, (rows, totalRows) =>
          onProgress({ stage: 'write', rows, totalRows }),
        ),
      ),
    signal,
  );
  return { file: written.file, format: 'csv', bytes: written.bytes, ...written.value };
}

async function writeRejects(
  path: string,
  book: BookDatabase,
  filter: RejectFilter,
  signal: AbortSignal,
  onRows: (rows: number, total: number) => void,
): Promise<{ rows: number; sha256: string }> {
  const runs = new Map(readRuns(book).map((run) => [run.id, run]));
  const total = countRejects(book, filter);
  const columns = keptColumns(filter.run === null ? [...runs.values()] : [runs.get(filter.run)]);
  const hash = createHash('sha256');
  let rows = 0;
  const records = async function* (): AsyncGenerator<string> {
    yield csvRecord([...PLACE, ...columns, RAW]);
    for (const portion of rejectPortions(book, filter, ROWS_PER_PORTION)) {
      yield portion.map((reject) => recordOf(reject, runs.get(reject.run), columns)).join('');
      rows += portion.length;
      onRows(rows, total);
      // The book is read at once, portion by portion: others want their turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const hashed = async function* (texts: AsyncIterable<string>): AsyncGenerator<string> {
    for await (const text of texts) {
      hash.update(text);
      yield text;
    }
  };
  await pipeline(records, hashed, createWriteStream(path), { signal });
  return { rows, sha256: hash.digest('hex') };
}

/** The staging columns that any of the runs kept. */
function keptColumns(runs: readonly (Run | undefined)[]): readonly string[] {
  const kept = new Set(runs.flatMap((run) => run?.settings.columns ?? []));
  return STAGING_COLUMNS.map(({ name }) => name).filter((name) => kept.has(name));
}

function recordOf(reject: StoredReject, run: Run | undefined, columns: readonly string[]): string {
  const { fileName, line, column, reason, rawText, other } = reject;
  const cut = run === undefined ? null : cutReject(reject, run);
  const place = [fileName, line, column, reason, other === null ? null : `${other.fileName}:${other.line}`];
  if (run === undefined || cut?.kind !== 'cells') {
    return csvRecord([...place, ...columns.map(() => null), rawText?.replaceAll('\0', SHOWN_NUL) ?? null]);
  }
  const cells = new Map(run.settings.columns.map((name, position) => [name, cut.fields[position] ?? '']));
  return csvRecord([...place, ...columns.map((name) => cells.get(name) ?? null), null]);
}
