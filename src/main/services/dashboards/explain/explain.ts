import { setImmediate as otherCalls } from 'node:timers/promises';
import type { ColumnDifference, ExplainAnswer, ExplainRequest } from '../../../../shared/contract/aggregate.ts';
import { benjaminiHochberg } from '../../../../shared/statistics/benjamini-hochberg.ts';
import type { CodedColumn } from '../../../engine/columns/coded-column.ts';
import type { WorkspaceColumns } from '../../../engine/columns/workspace-columns.ts';
import { Absences, nameOfRows, type CodeRows } from './absences.ts';
import { categoryDifference, missingDifference } from './category-difference.ts';
import { comparedRows, countAll, countValues, type ComparedRows, type ValueCounts } from './compared-rows.ts';
import { EXPLAINED_COLUMNS, type ExplainedColumn } from './explained-columns.ts';
import type { Finding } from './finding.ts';
import { numberDifference } from './number-difference.ts';
import { relatedTo } from './related-columns.ts';
import { SIGNIFICANT } from '../../../../shared/dashboards/explained-difference.ts';

type Candidate = Finding & Pick<ColumnDifference, 'column' | 'of' | 'isRelated' | 'alike'>;

/**
 * Ranks all columns by how the rows that `part` selects differ from the others of the selection, from every row.
 *
 * - Numbers: Cliff's delta with the Mann-Whitney test; where they are spread otherwise much more than they are higher or lower,
 *   as those of a part from the middle are, Cramér's V over bins with the chi-square test. Categories, and hours, minutes and days of the month, which go round:
 *   Cramér's V with the chi-square test. Where a column has no value in some rows, that is compared too, as a difference of its
 *   own; what is absent in the very same rows, or not executed, is one difference, named after
 *   the first.
 * - Left out: identifiers but the client, texts with more than 500 values, columns with one value only.
 * - The two measures are ranked by one strength: the size of Cliff's delta, and for Cramér's V the delta of two normal
 *   distributions, equally large, with the same association. Cramér's V as such falls with the size of the part, so that
 *   beside a delta every category of a small part would seem alike.
 * - Columns that the part is selected by, or that share with one of them what both are computed from, come last, marked as
 *   related.
 */
export async function explain(columns: WorkspaceColumns, request: ExplainRequest): Promise<ExplainAnswer> {
  const started = performance.now();
  const [selection, part] = await Promise.all([
    columns.mask(request),
    columns.mask({ ...request, selection: request.part }),
  ]);
  const rows = comparedRows(selection, part);
  const answer = { part: rows.part.length, rest: rows.rest.length };
  const none = rows.part.length === 0 || rows.rest.length === 0;
  const candidates = none ? [] : await candidatesOf(columns, rows, relatedTo(request.part));
  const tests = [...candidates.map(({ p }) => p), ...candidates.flatMap(({ alsoTested = [] }) => alsoTested)];
  const adjusted = benjaminiHochberg(tests);
  const ranked = candidates
    .map(({ alsoTested: _, ...candidate }, at): ColumnDifference => ({ ...candidate, p: adjusted[at] ?? 1 }))
    .toSorted((left, right) => tier(left) - tier(right) || right.strength - left.strength || left.p - right.p);
  return {
    ...answer,
    tested: tests.length,
    columns: ranked.slice(0, request.limit),
    milliseconds: performance.now() - started,
  };
}

const tier = ({ isRelated, p }: ColumnDifference): number => (isRelated ? 2 : p < SIGNIFICANT ? 0 : 1);

async function candidatesOf(
  columns: WorkspaceColumns,
  rows: ComparedRows,
  isRelated: (column: string) => boolean,
): Promise<readonly Candidate[]> {
  const loaded = await columns.coded(EXPLAINED_COLUMNS.map(({ sql }) => sql));
  const found: Candidate[] = [];
  const absences = new Absences<Candidate>(rows);
  for (const [index, explained] of EXPLAINED_COLUMNS.entries()) {
    const column = loaded[index];
    if (column === undefined) throw new Error('a column was not loaded');
    const about = { column: explained.name, isRelated: isRelated(explained.name), alike: [] };
    const counts = countValues(column, rows, rows.isEvery ? await totalsOf(columns, explained, column) : null);
    const value = valueDifference(explained, column, counts);
    if (value !== null && explained.tellsExecuted) {
      const [absentPart = 0, absentRest = 0] = [counts.part[FALSE], counts.rest[FALSE]];
      const codeRows = await absentRows(columns, explained, column, FALSE);
      absences.add(codeRows, absentPart, absentRest, { ...value, ...about, of: 'value' });
    } else if (value !== null) found.push({ ...value, ...about, of: 'value' });
    const absence = missingDifference(counts, rows);
    if (absence !== null) {
      const codeRows = await absentRows(columns, explained, column, column.missing);
      absences.add(codeRows, counts.missingPart, counts.missingRest, { ...absence, ...about, of: 'missing' });
    }
    await otherCalls();
    columns.signal.throwIfAborted();
  }
  return [...found, ...absences.all()];
}

async function absentRows(
  columns: WorkspaceColumns,
  { sql }: ExplainedColumn,
  { codes }: CodedColumn,
  code: number,
): Promise<CodeRows> {
  const { name } = await columns.kept(
    `absent ${code} ${sql}`,
    () => ({ name: nameOfRows(codes, code) }),
    () => BYTES_OF_NAME,
  );
  return { codes, code, name };
}
const BYTES_OF_NAME = 200;

/** Of a column of truths that holds both. */
const FALSE = 0;

function totalsOf(columns: WorkspaceColumns, { sql }: ExplainedColumn, column: CodedColumn): Promise<Uint32Array> {
  return columns.kept(
    `totals ${sql}`,
    () => countAll(column),
    ({ byteLength }) => byteLength,
  );
}

function valueDifference(
  { reading, values }: ExplainedColumn,
  column: CodedColumn,
  counts: ValueCounts,
): Finding | null {
  return reading === 'order' && column.kind === 'numbers'
    ? numberDifference(column, counts)
    : categoryDifference(column, values, counts);
}
