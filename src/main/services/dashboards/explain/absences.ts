import type { ColumnDifference } from '../../../../shared/contract/aggregate.ts';
import type { Codes } from '../../../engine/columns/coded-column.ts';
import type { ComparedRows } from './compared-rows.ts';

/** The rows in which a column holds one code: that of "no value", or of "not executed". */
export interface CodeRows {
  readonly codes: Codes;
  readonly code: number;
  /** {@link nameOfRows}. */
  readonly name: string;
}

/** A name for the rows of a workspace that hold a code: equal sets have equal names, and others as good as never do. */
export function nameOfRows(codes: Codes, code: number): string {
  let sum = 0;
  let exclusive = 0;
  for (let row = 0; row < codes.length; row += 1) {
    if (codes[row] !== code) continue;
    const hash = mixed(row);
    sum += hash >>> 0;
    exclusive ^= Math.imul(hash, 0x9e37_79b1);
  }
  return `${sum} ${exclusive}`;
}

function mixed(row: number): number {
  let hash = Math.imul(row ^ (row >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
}

type About = Pick<ColumnDifference, 'column' | 'isRelated' | 'alike'>;

/** Differences of absence: what is absent in the very same rows as something before is no further one. */
export class Absences<Difference extends About> {
  readonly #rows: ComparedRows;
  /** By how many rows of the part and the rest they are. */
  readonly #byCounts = new Map<string, { readonly rows: CodeRows; difference: Difference }[]>();

  constructor(rows: ComparedRows) {
    this.#rows = rows;
  }

  add(rows: CodeRows, absentPart: number, absentRest: number, difference: Difference): void {
    const key = `${absentPart} ${absentRest}`;
    const known = this.#byCounts.get(key) ?? [];
    this.#byCounts.set(key, known);
    const same = known.find((other) => areSame(other.rows, rows, this.#rows));
    if (same === undefined) known.push({ rows, difference });
    else
      same.difference = {
        ...same.difference,
        isRelated: same.difference.isRelated || difference.isRelated,
        alike: [...same.difference.alike, difference.column],
      };
  }

  all(): readonly Difference[] {
    return [...this.#byCounts.values()].flat().map(({ difference }) => difference);
  }
}

/** Whether as many rows are the same ones among those compared: surely where they are in the whole workspace. */
function areSame(left: CodeRows, right: CodeRows, { part, rest }: ComparedRows): boolean {
  return left.name === right.name || (isWithin(left, right, part) && isWithin(left, right, rest));
}

function isWithin(left: CodeRows, right: CodeRows, rows: Uint32Array): boolean {
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    if (left.codes[row] === left.code && right.codes[row] !== right.code) return false;
  }
  return true;
}
