import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** A folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'veriscope-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder that is removed when all tests of the file are done. */
export function folderOfFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'veriscope-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
