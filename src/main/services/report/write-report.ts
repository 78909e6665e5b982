import { writeFile } from 'node:fs/promises';
import type { z } from 'zod';
import type { PlainProgress, ReportOutcome, ReportRequest } from '../../../shared/contract/calls.ts';
import { AppException, valueOrThrow } from '../../../shared/result.ts';
import { writeWholeFile } from '../../../etl/output/write-whole-file.ts';
import type { LensReader } from '../../engine/lens-reader.ts';
import type { BookDatabase } from '../../engine/book/open-book.ts';
import type { WorkspaceAccess } from '../../engine/workspace-access.ts';
import { computeFigures } from '../figures/compute-figures.ts';
import { readViews } from '../../engine/book/saved-views.ts';
import { profileTable } from '../profile/profile-table.ts';
import { infoOfBook } from '../workspace/workspace-info.ts';
import type { PdfPrinter } from './pdf-printer.ts';
import { renderReport } from './render-report.ts';
import type { ReportView } from './report-input.ts';

/** What writing a report needs beside its request. */
export interface ReportContext {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: z.output<typeof PlainProgress>) => void;
  readonly productVersion: string;
  readonly now: () => Date;
  readonly access: WorkspaceAccess;
  readonly printPdf: PdfPrinter;
}

/** Writes the report on one table of a workspace as one HTML file or as a PDF, whole or not at all. Figures of `staging` are those of `transform`, which has the same rows. */
export async function writeReport(
  { workspace, table, out, language }: z.output<typeof ReportRequest>,
  { signal, onProgress, productVersion, now, access, printPdf }: ReportContext,
): Promise<z.output<typeof ReportOutcome>> {
  const started = performance.now();
  const isPdf = /\.pdf$/i.test(out);
  if (!isPdf && !/\.html?$/i.test(out)) {
    throw new AppException(
      'USAGE',
      `A report is an HTML page or a PDF, and ${out} does not end like one.`,
      'End the name with .html or .pdf.',
    );
  }
  const read = async (lens: LensReader, book: BookDatabase): Promise<string> => {
    const { name, tables, runs, findings } = infoOfBook(workspace, book);
    const figures = valueOrThrow(
      await computeFigures(lens, { table: table === 'no_retries' ? 'no_retries' : 'transform', where: [] }),
    );
    const views = await reportViews(lens, book);
    const totalRows = tables[table];
    const profile = await profileTable(lens, table, signal, (fraction) =>
      onProgress({ stage: 'profile', rows: Math.round(fraction * totalRows), totalRows }),
    );
    const provenance = { workspace: name, tables, runs, findings };
    return renderReport({ figures, views, profile, provenance, language, generatedAt: now(), productVersion });
  };
  const { file, bytes } = await writeWholeFile(
    out,
    async (path) => {
      const html = await access.withLens(workspace, read, { signal });
      if (!isPdf) return writeFile(path, html);
      onProgress({ stage: 'print', rows: 0, totalRows: null });
      return printPdf({ html, out: path, signal });
    },
    signal,
  );
  return { file, bytes, milliseconds: Math.round(performance.now() - started) };
}

/** The views that are marked for the report, each with its figures. */
async function reportViews(lens: LensReader, book: BookDatabase): Promise<readonly ReportView[]> {
  const views: ReportView[] = [];
  for (const { name, page, scope, selection, inReport } of readViews(book).views) {
    if (!inReport) continue;
    const figures = await computeFigures(lens, {
      table: scope === 'without-retries' ? 'no_retries' : 'transform',
      where: [],
      selection,
      firstAttempts: scope === 'first-attempts',
    });
    views.push({ name, page, figures: valueOrThrow(figures) });
  }
  return views;
}
