import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import type { z } from 'zod';
import type { PlainProgress, ReportOutcome, ReportRequest } from '../../../shared/contract/calls.ts';
import { AppException } from '../../../shared/result.ts';
import type { CallContext } from '../../call-context.ts';
import { withLens } from '../../engine/workspace.ts';
import { computeFigures } from '../figures/compute-figures.ts';
import { profileTable } from '../profile/profile-table.ts';
import { workspaceInfo } from '../workspace/workspace-info.ts';
import { renderReport } from './render-report.ts';

/**
 * Writes the report of a workspace to one HTML file, whole or not at all. The figures are those of all transactions,
 * or of the last attempts where `no_retries` is profiled.
 */
export async function writeReport(
  { workspace, table, out, language }: z.output<typeof ReportRequest>,
  { signal, onProgress, now, productVersion }: CallContext<z.output<typeof PlainProgress>>,
): Promise<z.output<typeof ReportOutcome>> {
  const started = performance.now();
  const file = resolve(out);
  if (!['.html', '.htm'].includes(extname(file).toLowerCase())) {
    throw new AppException('USAGE', `A report is an HTML file, and ${file} does not end so.`, 'End the name with .html.');
  }
  const { name, tables, runs, findings } = await workspaceInfo({ workspace, check: false });
  const step = (stage: string, rows = 0): void => onProgress({ stage, rows, totalRows: tables[table] });
  const html = await withLens(workspace, async (lens) => {
    const interrupt = (): void => lens.connection.interrupt();
    signal.addEventListener('abort', interrupt);
    try {
      step('figures');
      const figures = await computeFigures(lens, { table: table === 'no_retries' ? 'no_retries' : 'transform', where: [] });
      if (!figures.ok) throw new AppException(figures.error.code, figures.error.message, figures.error.hint);
      step('profile');
      const profile = await profileTable(lens, table, signal, (share) => step('profile', Math.round(share * tables[table])));
      step('report', tables[table]);
      const provenance = { workspace: name, tables, runs, findings };
      return renderReport({ figures: figures.value, profile, provenance, language, generatedAt: now(), productVersion });
    } finally {
      signal.removeEventListener('abort', interrupt);
    }
  });
  writeWhole(file, html);
  return { file, bytes: statSync(file).size, milliseconds: Math.round(performance.now() - started) };
}

function writeWhole(file: string, text: string): void {
  const partial = join(dirname(file), `.${randomUUID()}.partial`);
  try {
    writeFileSync(partial, text);
    renameSync(partial, file);
  } catch (error) {
    throw new AppException('OUTPUT_NOT_WRITABLE', `${file} cannot be written.`, 'Check that its folder exists, the free space, and that you may write there.', {
      cause: error,
    });
  } finally {
    rmSync(partial, { force: true });
  }
}
