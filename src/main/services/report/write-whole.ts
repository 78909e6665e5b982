import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { AppException } from '../../../shared/result.ts';

const notWritable = (file: string, message: string, cause?: unknown): AppException =>
  new AppException(
    'OUTPUT_NOT_WRITABLE',
    message,
    `Check the folder of ${file}, the free space and that you may write there.`,
    { cause },
  );

/** The absolute path of a page to write; throws before the work where no file could stand there. */
export function checkPlace(out: string): string {
  const file = resolve(out);
  if (!['.html', '.htm'].includes(extname(file).toLowerCase())) {
    throw new AppException(
      'USAGE',
      `A report is an HTML page, and ${file} does not end like one.`,
      'End the name with .html.',
    );
  }
  const folder = statSync(dirname(file), { throwIfNoEntry: false });
  if (folder === undefined) throw notWritable(file, `The folder ${dirname(file)} does not exist.`);
  if (!folder.isDirectory()) throw notWritable(file, `${dirname(file)} is not a folder.`);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true)
    throw notWritable(file, `${file} is a folder.`);
  return file;
}

/** Writes a text beside its place and renames it, so that a file of that name is whole or untouched. Gives its size. */
export async function writeWhole(file: string, text: string): Promise<number> {
  const partial = join(dirname(file), `.${randomUUID()}.partial`);
  try {
    await writeFile(partial, text);
    await rename(partial, file);
    return Buffer.byteLength(text);
  } catch (error) {
    throw notWritable(file, `${file} cannot be written.`, error);
  } finally {
    await rm(partial, { force: true });
  }
}
