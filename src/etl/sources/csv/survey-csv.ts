import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { headerNames } from './csv-header.ts';
import type { CsvSurvey } from './csv-survey.ts';
import { LineSurveyor } from './line-surveyor.ts';
import { decoderOf, guessEncoding, type TextEncoding } from './text-encoding.ts';

/** How much of the text is kept for the header. */
export const HEAD_BYTES = 262_144;
const PORTION_BYTES = 1_048_576;

/** Bytes read so far, for progress. */
export type ReadProgress = (bytesRead: number) => void;

interface FileContent {
  /** The text's bytes, decompressed. */
  readonly portions: AsyncIterable<Buffer>;
  /** Settles when the file was read to its end; rejects where it cannot be read or decompressed. */
  readonly done: Promise<void>;
}

/** Opens a plain or gzip file as portions of its content; `onRaw` sees the bytes as they are on disk. */
export function openContent(
  path: string,
  compression: 'none' | 'gzip',
  signal: AbortSignal,
  onRaw: (portion: Buffer) => void,
): FileContent {
  const file = createReadStream(path, { highWaterMark: PORTION_BYTES, signal });
  const tap = async function* (portions: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const portion of portions) {
      onRaw(portion);
      yield portion;
    }
  };
  if (compression === 'none') return { portions: tap(file), done: Promise.resolve() };
  const gunzip = createGunzip({ chunkSize: PORTION_BYTES });
  return { portions: gunzip, done: pipeline(file, tap, gunzip) };
}

/** The delimiter that most likely separates the header's names, or was chosen to. */
export type GuessDelimiter = (headText: string) => string;

/** What may be said about a file before it is surveyed. */
export interface SurveyOptions {
  /** The encoding that a person chose, instead of the guess. */
  readonly encoding?: TextEncoding | null;
  /** Sees the first bytes of the content, before the rest is read; may throw. */
  readonly onStart?: (start: Buffer) => void;
}

/**
 * Reads a CSV once, from end to end: hashes it, tells its encoding and line ends, counts its records and looks for what
 * DuckDB's reader would stumble over. Holds one portion in memory. Throws what the file system or the decompressor
 * throws, and an `AbortError` when cancelled.
 */
export async function surveyCsv(
  path: string,
  compression: 'none' | 'gzip',
  guessDelimiter: GuessDelimiter,
  signal: AbortSignal,
  onProgress: ReadProgress,
  { encoding: chosen = null, onStart }: SurveyOptions = {},
): Promise<CsvSurvey> {
  const hash = createHash('sha256');
  let bytes = 0;
  const { portions, done } = openContent(path, compression, signal, (portion) => {
    hash.update(portion);
    bytes += portion.length;
    onProgress(bytes);
  });
  let head = Buffer.alloc(0);
  let headIsWhole = true;
  let surveyor: LineSurveyor | null = null;
  const begin = (): LineSurveyor => {
    onStart?.(head);
    const text = decoderOf(chosen ?? guessEncoding(head)).decode(head);
    const delimiter = guessDelimiter(text);
    const started = new LineSurveyor(delimiter, headerNames(text, delimiter).length - 1);
    started.add(head);
    return started;
  };
  // Not awaited before the loop: a decompressor fails while its content is being read.
  done.catch(() => undefined);
  for await (const portion of portions) {
    if (surveyor !== null) {
      headIsWhole = false;
      surveyor.add(portion);
    } else {
      head = Buffer.concat([head, portion]);
      if (head.length >= HEAD_BYTES) surveyor = begin();
    }
  }
  await done;
  surveyor ??= begin();
  surveyor.end();
  const guessed = guessEncoding(head);
  const encoding = chosen ?? (guessed === 'utf-8' ? surveyor.encoding : guessed);
  const sameAsUtf8 = encoding === 'windows-1252' && surveyor.ascii;
  if (encoding !== 'utf-8' && !sameAsUtf8) surveyor.irregularities.add('encoding');
  return {
    sha256: hash.digest('hex'),
    bytes,
    compression,
    encoding,
    records: surveyor.records,
    blankLines: surveyor.blankLines,
    lineEnd: surveyor.lineEnd,
    irregularities: [...surveyor.irregularities],
    head: decoderOf(encoding).decode(head.subarray(0, HEAD_BYTES)),
    headIsWhole: headIsWhole && head.length <= HEAD_BYTES,
  };
}
