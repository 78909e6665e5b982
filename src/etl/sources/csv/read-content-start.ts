import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream/promises';

const PORTION_BYTES = 65_536;

/** The start of a file's content. */
export interface ContentStart {
  /** Unpacked. */
  readonly bytes: Buffer;
  /** Whether there is no more. */
  readonly isWhole: boolean;
  /** Bytes of the file, as it is on disk, that gave `bytes`; for gzip about so many. */
  readonly fileBytes: number;
}

/** Reads the first `most` bytes of the content of a plain or gzip file. Throws what the file system or the decompressor throws. */
export async function readContentStart(
  path: string,
  compression: 'none' | 'gzip',
  most: number,
  signal: AbortSignal,
): Promise<ContentStart> {
  const file = createReadStream(path, { highWaterMark: PORTION_BYTES, signal });
  const gunzip = compression === 'gzip' ? createGunzip({ chunkSize: PORTION_BYTES }) : null;
  // It fails where the content is read no further, and else while that is read.
  if (gunzip !== null) pipeline(file, gunzip).catch(() => undefined);
  const portions: Buffer[] = [];
  let length = 0;
  for await (const portion of (gunzip ?? file) as AsyncIterable<Buffer>) {
    portions.push(portion);
    length += portion.length;
    if (length > most) break;
  }
  const fileBytes = gunzip === null ? Math.min(length, most) : gunzip.bytesWritten;
  return { bytes: Buffer.concat(portions, Math.min(length, most)), isWhole: length <= most, fileBytes };
}
