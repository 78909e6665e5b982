import { basename } from 'node:path';
import type { z } from 'zod';
import {
  GUESS_READING,
  PREVIEW_ROWS,
  type ImportPreview,
  type PreviewRequest,
} from '../../../shared/contract/preview.ts';
import { nearestName } from '../../../shared/nearest-name.ts';
import { AppException, type AppError } from '../../../shared/result.ts';
import { STAGING_COLUMNS } from '../../../etl/model/staging-columns.ts';
import {
  bindingOf,
  countKnownNames,
  type ColumnBinding,
  type ColumnMatch,
} from '../../../etl/sources/column-binding.ts';
import { readContentStart, type ContentStart } from '../../../etl/sources/csv/read-content-start.ts';
import { RecordSplitter, type CsvRecord } from '../../../etl/sources/csv/record-splitter.ts';
import { identityShape } from '../../../etl/sources/identity-shape.ts';
import { cellText } from '../../../etl/staging/cell-text.ts';
import { judgeCells } from '../../engine/import/judge-cells.ts';
import { checkedSourceFile, damagedSource, refuseForeign, validZone } from '../../engine/import/source-file.ts';
import { bindSource, checkReading, readSourceHeader, type SourceHeader } from '../../engine/import/source-header.ts';
import type { ServiceContext } from '../../engine/service-context.ts';
import { identityWarnings } from './identity-warnings.ts';
import { previewText, type PreviewText } from './preview-text.ts';

/** As much of a source as is looked at: more than the longest quoted text that the splitter waits for the end of. */
const START_BYTES = 2_097_152;
/** A cell is shown up to this many characters. */
const LONGEST_CELL = 1000;

type Reading = z.output<typeof PreviewRequest>['reading'];
type PreviewRow = ImportPreview['rows'][number];

/**
 * Shows how a file would be read, from its start: what is guessed, what each column feeds, the first rows with what an
 * import would say to each cell, and what stands in its way. Writes nothing. Throws only where there is no file to read.
 */
export async function previewCsv(
  { file, reading: asked }: z.output<typeof PreviewRequest>,
  { signal }: Pick<ServiceContext, 'signal'>,
): Promise<ImportPreview> {
  const fileName = basename(file);
  const obstacles: AppError[] = [];
  const attempt = (check: () => void): boolean => {
    try {
      check();
      return true;
    } catch (error) {
      if (!(error instanceof AppException)) throw error;
      obstacles.push(error.error);
      return false;
    }
  };
  const reading = { ...asked };
  if (!attempt(() => validZone(reading.defaultZone))) reading.defaultZone = 'UTC';
  if (!attempt(() => checkReading(reading))) {
    const { delimiter, columnNames } = GUESS_READING;
    Object.assign(reading, { delimiter, columnNames });
  }
  const source = sourceFile(file, obstacles);
  const nothing = { ...unread(fileName, reading), bytes: source?.bytes ?? 0 };
  if (source === null) return { ...nothing, obstacle: obstacles[0] ?? null };
  const { bytes, compression } = source;
  let start: ContentStart;
  try {
    start = await damagedSource(file, signal, () => readContentStart(file, compression, START_BYTES, signal));
    refuseForeign(file, start.bytes);
  } catch (error) {
    if (signal.aborted || !(error instanceof AppException)) throw error;
    return { ...nothing, compression, obstacle: obstacles[0] ?? error.error };
  }
  const text = previewText(start, reading.encoding);
  const header = readSourceHeader(text.head, reading);
  attempt(() => void bindSource({ fileName, text: text.head, isWhole: text.headIsWhole }, header, reading));
  const { delimiter, decimalComma } = header;
  const common = { ...nothing, bytes, compression, encoding: text.encoding, delimiter, decimalComma };
  const obstacle = obstacles[0] ?? null;
  if (!hasHeader(header)) return { ...common, obstacle };
  const binding = bindingOf(header.matches);
  const records = recordsOf(text, start, delimiter, binding.width);
  const settings = { decimalComma, zone: reading.defaultZone };
  const fields = records.flatMap((record) => (record.kind === 'record' ? [record.fields] : []));
  const shown = await shownRows(records.slice(0, PREVIEW_ROWS), binding, settings, signal);
  return {
    ...common,
    columns: columnsOf(header.matches, binding),
    missing: missingOf(binding),
    ...shown,
    estimatedRows: estimate(records.length, start, bytes),
    identityWarnings: [...identityWarnings(fields, binding)],
    obstacle,
  };
}

/** Null, and the obstacle noted, for a file that is there and holds nothing. */
function sourceFile(file: string, obstacles: AppError[]): ReturnType<typeof checkedSourceFile> | null {
  try {
    return checkedSourceFile(file);
  } catch (error) {
    if (!(error instanceof AppException) || error.error.code !== 'SOURCE_EMPTY') throw error;
    obstacles.push(error.error);
    return null;
  }
}

const missingOf = ({ absent }: Pick<ColumnBinding, 'absent'>): ImportPreview['missing'] =>
  STAGING_COLUMNS.filter(({ name }) => absent.includes(name)).map(({ name, presence }) => ({
    name,
    required: presence === 'required',
  }));

/** A preview of a source of which nothing can be told. */
function unread(fileName: string, { delimiter, encoding, decimalComma, defaultZone }: Reading): ImportPreview {
  return {
    fileName,
    bytes: 0,
    compression: 'none',
    delimiter: delimiter ?? ',',
    encoding: encoding ?? 'utf-8',
    decimalComma: decimalComma ?? false,
    defaultZone,
    datesWithoutOffset: 0,
    dateExample: null,
    columns: [],
    missing: missingOf({ absent: STAGING_COLUMNS.map(({ name }) => name) }),
    rows: [],
    estimatedRows: null,
    identityWarnings: [],
    obstacle: null,
  };
}

/** A number or a date: no column is called so. */
const VALUE = /^[-+]?\d[\d.,]*$|^\d{4}-\d\d-\d\d/;

/** A first line of data is not taken for names, which may be shown: none of it is known, and some of it is no name. */
function hasHeader({ names, matches }: SourceHeader): boolean {
  if (countKnownNames(names) > 0 || matches.some(({ match }) => match === 'by-hand')) return true;
  const clean = names.map((name) => name.trim());
  // Surnames are written like titles: a person's name alone does not tell data from a header.
  return (
    names.length > 1 && !clean.some((name) => VALUE.test(name) || !['person-name', null].includes(identityShape(name)))
  );
}

function columnsOf(matches: readonly ColumnMatch[], { absent }: ColumnBinding): ImportPreview['columns'] {
  return matches.map(({ sourceName, stagingName, match }) => ({
    sourceName,
    stagingName,
    match,
    nearest: match === 'unknown' ? nearestName(sourceName, absent) : null,
  }));
}

/** The whole records of the start, without the header. */
function recordsOf({ text }: PreviewText, { isWhole }: ContentStart, delimiter: string, width: number): CsvRecord[] {
  const splitter = new RecordSplitter(delimiter, width);
  const records = [...splitter.add(text), ...(isWhole ? splitter.end() : [])];
  return records.slice(1);
}

async function shownRows(
  records: readonly CsvRecord[],
  binding: ColumnBinding,
  settings: Parameters<typeof judgeCells>[2],
  signal: AbortSignal,
): Promise<Pick<ImportPreview, 'rows' | 'datesWithoutOffset' | 'dateExample'>> {
  const texts = records.flatMap((record) =>
    record.kind === 'record' ? [binding.columns.map(({ position }) => cellText(record.fields[position] ?? ''))] : [],
  );
  const dateAt = binding.columns.findIndex(({ name }) => name === 'date');
  const judged = dateAt < 0 ? [] : await judgeCells(texts, binding, settings, signal);
  let next = 0;
  const rows = records.map((record): PreviewRow => {
    if (record.kind === 'broken') return { line: record.line, cells: [], problem: record.reason };
    const problems = judged[next]?.problems;
    const cells = (texts[next] ?? []).map((text, index) => ({
      text: text === null ? null : shortened(text),
      problem: problems?.get(binding.columns[index]?.name ?? '') ?? null,
    }));
    next += 1;
    return { line: record.line, cells, problem: null };
  });
  const example = texts.findIndex((row) => (row[dateAt] ?? null) !== null);
  return {
    rows,
    datesWithoutOffset: judged.filter(({ zoneAssumed }) => zoneAssumed).length,
    dateExample:
      example < 0
        ? null
        : {
            written: shortened(texts[example]?.[dateAt] ?? ''),
            understood: isoInstant(judged[example]?.epochMicroseconds ?? null),
          },
  };
}

const shortened = (text: string): string => (text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text);

/** ISO 8601 in UTC, to the microsecond. */
function isoInstant(microseconds: number | null): string | null {
  if (microseconds === null) return null;
  const seconds = Math.floor(microseconds / 1e6);
  const fraction = String(microseconds - seconds * 1e6).padStart(6, '0');
  return new Date(seconds * 1000).toISOString().replace('.000Z', `.${fraction}Z`);
}

/** Records of the whole file, exact where all of it was looked at. */
function estimate(records: number, { isWhole, fileBytes }: ContentStart, bytes: number): number {
  return isWhole || fileBytes === 0 ? records : Math.round((records / fileBytes) * bytes);
}
