import type { ColumnDifference } from '../../../../shared/contract/aggregate.ts';
import type { CodedColumn } from '../../../engine/columns/coded-column.ts';
import type { ComparedRows, ValueCounts } from './compared-rows.ts';
import type { ExplainedColumn } from './explained-columns.ts';
import type { Finding } from './finding.ts';
import { tableDifference } from './table-difference.ts';

/** A text with more values than this names things rather than sorts them. */
const MOST_TEXTS = 500;
/** So many texts are listed, by the larger of their shares; numbers and truths all, as hours and minutes are. */
const LISTED_TEXTS = 12;

interface ListedValue {
  readonly value: string;
  readonly part: number;
  readonly rest: number;
}

/** How the part is spread over categories against the rest; null where a side has none, or there is but one. */
export function categoryDifference(
  column: CodedColumn,
  written: ExplainedColumn['values'],
  { part, rest }: ValueCounts,
): Finding | null {
  const listed: ListedValue[] = [];
  for (let code = 0; code < part.length; code += 1) {
    const [inPart, inRest] = [part[code] ?? 0, rest[code] ?? 0];
    if (inPart + inRest > 0) listed.push({ value: writtenValue(column, code, written), part: inPart, rest: inRest });
  }
  if (listed.length < 2 || (written === 'text' && listed.length > MOST_TEXTS)) return null;
  const found = tableDifference(
    listed.map((value) => value.part),
    listed.map((value) => value.rest),
  );
  return found === null ? null : { ...found, centre: null, shape: shapeOf(listed, written, found) };
}

/** In how many rows of each side there is a value at all; null where there is one everywhere or nowhere. */
export function missingDifference({ missingPart, missingRest }: ValueCounts, rows: ComparedRows): Finding | null {
  const presentPart = rows.part.length - missingPart;
  const presentRest = rows.rest.length - missingRest;
  if (missingPart + missingRest === 0 || presentPart + presentRest === 0) return null;
  const found = tableDifference([missingPart, presentPart], [missingRest, presentRest]);
  if (found === null) return null;
  return { ...found, centre: null, shape: { kind: 'missing', part: missingPart, rest: missingRest } };
}

function writtenValue({ values }: CodedColumn, code: number, written: ExplainedColumn['values']): string {
  const value = values[code];
  if (written === 'truth') return value === 1 ? 'true' : 'false';
  return String(value);
}

function shapeOf(
  listed: readonly ListedValue[],
  written: ExplainedColumn['values'],
  { nPart, nRest }: { readonly nPart: number; readonly nRest: number },
): ColumnDifference['shape'] {
  if (written !== 'text') return { kind: 'values', values: [...listed], others: null };
  const share = ({ part, rest }: ListedValue): number => Math.max(part / nPart, rest / nRest);
  const bySize = listed.toSorted((left, right) => share(right) - share(left));
  const rare = bySize.slice(LISTED_TEXTS);
  return {
    kind: 'values',
    values: bySize.slice(0, LISTED_TEXTS),
    others:
      rare.length === 0
        ? null
        : {
            values: rare.length,
            part: rare.reduce((sum, { part }) => sum + part, 0),
            rest: rare.reduce((sum, { rest }) => sum + rest, 0),
          },
  };
}
