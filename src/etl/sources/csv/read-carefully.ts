import type { ColumnBinding } from '../column-binding.ts';
import type { CsvSurvey } from './csv-survey.ts';
import { RecordSplitter, type CsvRecord } from './record-splitter.ts';
import { openContent, type ReadProgress } from './survey-csv.ts';
import { decoderOf } from './text-encoding.ts';

/**
 * Reads a CSV record by record, in any encoding and however damaged: slower than DuckDB's reader, but a broken record
 * costs one row, with its line number and text. The header is not yielded. Yields the records in portions.
 */
export async function* readCarefully(
  path: string,
  survey: CsvSurvey,
  delimiter: string,
  binding: ColumnBinding,
  signal: AbortSignal,
  onProgress: ReadProgress,
): AsyncGenerator<readonly CsvRecord[]> {
  let bytes = 0;
  const { portions, done } = openContent(path, survey.compression, signal, (portion) => {
    bytes += portion.length;
    onProgress(bytes);
  });
  done.catch(() => undefined);
  const decoder = decoderOf(survey.encoding);
  const splitter = new RecordSplitter(delimiter, binding.width);
  let headerSeen = false;
  const withoutHeader = (records: CsvRecord[]): CsvRecord[] => {
    if (headerSeen || records.length === 0) return records;
    headerSeen = true;
    return records.slice(1);
  };
  for await (const portion of portions)
    yield withoutHeader([...splitter.add(decoder.decode(portion, { stream: true }))]);
  await done;
  yield withoutHeader([...splitter.add(decoder.decode()), ...splitter.end()]);
}
