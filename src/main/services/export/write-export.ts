import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { z } from 'zod';
import type { ExportOutcome } from '../../../shared/contract/calls.ts';
import { writeWholeFile } from '../../../etl/output/write-whole-file.ts';
import { exportFormat, type ExportFormat } from './export-format.ts';

/**
 * Writes an export by `write`, which is given the path and the format and returns how many rows it wrote: whole or not at
 * all. The format follows from the ending of `out`.
 */
export async function writeExport(
  out: string,
  signal: AbortSignal,
  write: (path: string, format: ExportFormat) => Promise<number>,
): Promise<z.output<typeof ExportOutcome>> {
  const format = exportFormat(out);
  const { file, bytes, value } = await writeWholeFile(
    out,
    async (path) => {
      const rows = await write(path, format);
      const hash = createHash('sha256');
      await pipeline(createReadStream(path), hash, { signal });
      return { rows, sha256: hash.digest('hex') };
    },
    signal,
  );
  return { file, format, bytes, ...value };
}
