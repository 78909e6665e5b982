import type { RowBlock } from '../../shared/contract/row-block.ts';
import { findingVoice } from '../../shared/dashboards/finding-voice.ts';
import { pageQueries } from '../../shared/dashboards/page-queries.ts';
import { pageFigures } from '../../shared/dashboards/pages/page-figures.ts';
import type { FigureTable } from '../../shared/dashboards/pages/figure-table.ts';
import type { Language } from '../../shared/language.ts';
import { ok, type Result } from '../../shared/result.ts';
import { blockRecords, type BlockCell } from '../../shared/row-block-cells.ts';
import type { TextOfPage } from '../../shared/text/page-text.ts';
import type { CommandLine } from '../command-line.ts';
import type { PageRequest } from '../page-request.ts';

/** A page that was answered, and its raw answers by the name of the question. */
export interface AnsweredPage extends TextOfPage {
  readonly answers: Readonly<Record<string, RowBlock>>;
}

/** Asks everything that a page of the dashboards asks as it opens. */
export async function readPage(
  { app, signal }: CommandLine,
  workspace: string,
  { page, scope, selection }: PageRequest,
  language: Language,
): Promise<Result<AnsweredPage>> {
  const model = await app.invoke('model.card', {}, { signal });
  if (!model.ok) return model;
  const queries = Object.entries(pageQueries(page, model.value.microservices)).map(
    ([name, { query, without = [] }]) => ({
      name,
      query,
      without: [...without],
    }),
  );
  const read = await app.invoke('dashboard.read', { workspace, scope, selection, queries }, { signal });
  if (!read.ok) return read;
  const { answers, rows, ofRows } = read.value;
  const figures = pageFigures(page, {
    answers,
    model: model.value,
    filters: selection.filters,
    voice: findingVoice(language),
  });
  return ok({ page, scope, selection, rows, ofRows, figures, answers });
}

/** The same for programs: tables by column, and under `answers` every question's answer as the engine gave it. */
export function pageRecord({ page, scope, selection, rows, ofRows, figures, answers }: AnsweredPage): object {
  return {
    page,
    scope,
    selection,
    rows,
    ofRows,
    findings: figures.findings,
    tables: figures.tables.map(tableRecord),
    answers: Object.fromEntries(
      Object.entries(answers).map(([name, block]): [string, Readonly<Record<string, BlockCell>>[]] => [
        name,
        blockRecords(block),
      ]),
    ),
  };
}

function tableRecord({ name, title, questions, columns, rows }: FigureTable): object {
  return {
    name,
    title,
    questions,
    columns: columns.map((column) => ({ name: column.name, label: column.label, unit: column.unit })),
    rows,
  };
}
