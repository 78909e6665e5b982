import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { AppException } from '../../shared/result.ts';
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
  const partial = join(dirname(out), `.${randomUUID()}.partial`);
  try {
    const source = Readable.from(texts(sampleChunks(request, format), count), { objectMode: true, highWaterMark: 1 });
    const sink = createWriteStream(partial);
    const options = context.signal === undefined ? {} : { signal: context.signal };
    await (out.endsWith('.gz') ? pipeline(source, createGzip(), sink, options) : pipeline(source, sink, options));
    const { size } = await stat(partial);
    await rename(partial, out);
    return { rows, bytes: size };
  } catch (error) {
    await rm(partial, { force: true });
    throw appException(error, context.signal);
  }
}

function* texts(chunks: Iterable<SampleChunk>, count: (chunk: SampleChunk) => string): Generator<string, void> {
  for (const chunk of chunks) yield count(chunk);
}

function appException(error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted === true)
    return new AppException('CANCELLED', 'Cancelled.', 'No file was written.', { cause: error });
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  return new AppException(
    'OUTPUT_NOT_WRITABLE',
    'The sample could not be written.',
    'Choose a folder that you may write to, on a disk with room.',
    {
      cause: error,
    },
  );
}
