import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { writeWholeFile } from '../output/write-whole-file.ts';
import type { SampleOptions } from './generate-sample.ts';
import { sampleChunks, type SampleChunk, type SampleFormat } from './output/sample-chunks.ts';

/** What to generate and where to write it. */
export interface WriteSampleRequest extends SampleOptions {
  readonly format: SampleFormat;
  /** The file; a name that ends in `.gz` is compressed. A file of that name is replaced. */
  readonly out: string;
}

/** Told after every piece of the file. `totalRows` is `null` where a preset decides. */
export interface SampleProgress {
  readonly stage: string;
  readonly rows: number;
  readonly totalRows: number | null;
}

export interface WriteSampleContext {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: SampleProgress) => void) | undefined;
}

/** What was written: transactions, and bytes on the disk. */
export interface WrittenSample {
  readonly rows: number;
  readonly bytes: number;
}

/**
 * Writes a sample to a file in constant memory. The file appears when it is complete: until then a sibling grows, which
 * is removed when the work is cancelled or fails.
 */
export async function writeSample(
  request: WriteSampleRequest,
  context: WriteSampleContext = {},
): Promise<WrittenSample> {
  const { out, format, preset } = request;
  const totalRows = preset === undefined ? request.rows : null;
  let rows = 0;
  const count = (chunk: SampleChunk): string => {
    rows = chunk.rows;
    context.onProgress?.({ stage: 'sample', rows, totalRows });
    return chunk.text;
  };
  const { bytes } = await writeWholeFile(
    out,
    async (path) => {
      const source = Readable.from(texts(sampleChunks(request, format), count), { objectMode: true, highWaterMark: 1 });
      const sink = createWriteStream(path);
      const options = context.signal === undefined ? {} : { signal: context.signal };
      await (out.endsWith('.gz') ? pipeline(source, createGzip(), sink, options) : pipeline(source, sink, options));
    },
    context.signal,
  );
  return { rows, bytes };
}

function* texts(chunks: Iterable<SampleChunk>, count: (chunk: SampleChunk) => string): Generator<string, void> {
  for (const chunk of chunks) yield count(chunk);
}
