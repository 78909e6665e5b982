import type { BlockColumn, RowBlock } from './contract/row-block.ts';
import { assertNever } from './assert-never.ts';

export type BlockCell = string | number | boolean | null;
const MISSING_CODE = 0xffff;

/** A reader of one column of a block, by row. Not a number reads as missing. */
export function cellReader(column: BlockColumn): (row: number) => BlockCell {
  switch (column.kind) {
    case 'numbers':
      return numberReader(column.values);
    case 'truths':
      return (row) => {
        const value = column.values[row];
        return value === 1 ? true : value === 0 ? false : null;
      };
    case 'codes': {
      const codes = shorts(column.values);
      return (row) => column.dictionary[codes[row] ?? MISSING_CODE] ?? null;
    }
    case 'texts':
      return (row) => column.values[row] ?? null;
    case 'mixed': {
      const number = numberReader(column.numbers);
      return (row) => column.values[row] ?? number(row);
    }
    default:
      return assertNever(column);
  }
}

/** The rows of a block as lists of cells, for text output and small answers. */
export function blockRows(block: RowBlock): BlockCell[][] {
  const readers = block.columns.map(cellReader);
  return Array.from({ length: block.rows }, (_, row) => readers.map((read) => read(row)));
}

/** The rows of a block as records by column name, as a grid component takes them. */
export function blockRecords(block: RowBlock): Record<string, BlockCell>[] {
  const readers = block.columns.map((column) => [column.name, cellReader(column)] as const);
  return Array.from({ length: block.rows }, (_, row) =>
    Object.fromEntries(readers.map(([name, read]) => [name, read(row)])),
  );
}

function numberReader(bytes: Uint8Array): (row: number) => number | null {
  const values = floats(bytes);
  return (row) => {
    const value = values[row];
    return value === undefined || Number.isNaN(value) ? null : value;
  };
}

/** Bytes that arrive inside a message may begin anywhere: a typed array needs them aligned. A Buffer's own `slice` copies nothing. */
function floats(bytes: Uint8Array): Float64Array {
  return new Float64Array(new Uint8Array(bytes).buffer);
}

function shorts(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(new Uint8Array(bytes).buffer);
}

/** A column of numbers, missing ones as null. */
export function numberColumn(name: string, values: ArrayLike<number | null>): BlockColumn {
  const numbers = new Float64Array(values.length);
  for (let row = 0; row < numbers.length; row += 1) numbers[row] = values[row] ?? Number.NaN;
  return { kind: 'numbers', name, values: new Uint8Array(numbers.buffer) };
}

export function truthColumn(name: string, values: ArrayLike<boolean | number | null>): BlockColumn {
  return {
    kind: 'truths',
    name,
    values: Uint8Array.from(values, (value) => (value === null ? 2 : Number(value) === 0 ? 0 : 1)),
  };
}

/** A column of texts: as codes where few of them differ, else as they are. */
export function textColumn(name: string, values: readonly (string | null)[]): BlockColumn {
  const codes = new Map<string, number>();
  const coded = new Uint16Array(values.length);
  const most = Math.min(values.length / 2, MISSING_CODE - 1);
  for (const [row, value] of values.entries()) {
    if (value === null) {
      coded[row] = MISSING_CODE;
      continue;
    }
    const code = codes.get(value) ?? codes.size;
    if (code >= most) return { kind: 'texts', name, values: [...values] };
    codes.set(value, code);
    coded[row] = code;
  }
  return { kind: 'codes', name, dictionary: [...codes.keys()], values: new Uint8Array(coded.buffer) };
}

/** A column of whatever a query may answer, in the most compact kind that loses nothing. */
export function anyColumn(name: string, values: readonly BlockCell[]): BlockColumn {
  const present = values.filter((value) => value !== null);
  if (present.every((value) => typeof value === 'string')) return textColumn(name, values as (string | null)[]);
  if (present.every((value) => typeof value === 'number' && !Number.isNaN(value)))
    return numberColumn(name, values as (number | null)[]);
  if (present.every((value) => typeof value === 'boolean')) return truthColumn(name, values as (boolean | null)[]);
  const numbers = Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN));
  return {
    kind: 'mixed',
    name,
    values: values.map((value) => (typeof value === 'number' ? null : value)),
    numbers: new Uint8Array(numbers.buffer),
  };
}
