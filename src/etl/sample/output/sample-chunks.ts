import { generateSample, type SampleOptions } from '../generate-sample.ts';
import { CSV_HEADER, csvLine } from './csv-line.ts';
import { rawDocument } from './raw-document.ts';

export const SAMPLE_FORMATS = ['csv', 'json'] as const;
/** `csv`: the anonymised table. `json`: an array of raw documents, one a line, with raw (invented) identities. */
export type SampleFormat = (typeof SAMPLE_FORMATS)[number];

/** A piece of the file, and how many rows are written once it is. */
export interface SampleChunk {
  readonly text: string;
  readonly rows: number;
}

const CHUNK_LENGTH = 262_144;

/** The text of a sample in pieces large enough to write at once, made when they are asked for. */
export function* sampleChunks(options: SampleOptions, format: SampleFormat): Generator<SampleChunk, void> {
  let text = format === 'csv' ? `${CSV_HEADER}\n` : '[';
  let rows = 0;
  for (const { cells, attempt } of generateSample(options)) {
    if (format === 'csv') text += `${csvLine(cells)}\n`;
    else text += `${rows === 0 ? '' : ','}\n${JSON.stringify(rawDocument(cells, attempt, options.seed, rows + 1))}`;
    rows++;
    if (text.length < CHUNK_LENGTH) continue;
    yield { text, rows };
    text = '';
  }
  yield { text: format === 'csv' ? text : `${text}\n]\n`, rows };
}
