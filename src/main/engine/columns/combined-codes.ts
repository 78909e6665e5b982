import { narrowed, widened, type Codes } from './coded-column.ts';
import { NumberCoder } from './number-coder.ts';

/** Codes that are combined with others: each below `size`. */
export interface CodePart {
  readonly codes: Codes;
  readonly size: number;
}

/** One code for each combination of codes that occurs, ordered by the first part, then the second, … */
export interface CombinedCodes {
  readonly codes: Codes;
  readonly size: number;
  /** The code of each part, by combination. */
  readonly parts: readonly Uint32Array[];
}

/** As many combinations are looked up in a table; more are hashed. */
const MOST_LOOKED_UP = 1 << 24;

/** Combines the codes of parts over all rows. */
export function combinedCodes(parts: readonly CodePart[]): CombinedCodes {
  const [first, ...others] = parts;
  if (first === undefined) throw new Error('there is nothing to combine');
  let combined: CombinedCodes = { ...first, parts: [Uint32Array.from({ length: first.size }, (_, code) => code)] };
  for (const part of others) combined = paired(combined, part);
  return combined;
}

function paired(left: CombinedCodes, right: CodePart): CombinedCodes {
  const { codes, keys } = left.size * right.size <= MOST_LOOKED_UP ? lookedUp(left, right) : hashed(left, right);
  const of = (index: number): number => Math.floor((keys[index] ?? 0) / right.size);
  return {
    codes,
    size: keys.length,
    parts: [
      ...left.parts.map((part) => Uint32Array.from({ length: keys.length }, (_, index) => part[of(index)] ?? 0)),
      Uint32Array.from({ length: keys.length }, (_, index) => (keys[index] ?? 0) % right.size),
    ],
  };
}

interface Keyed {
  readonly codes: Codes;
  readonly keys: ArrayLike<number>;
}

function lookedUp({ codes: left, size }: CombinedCodes, { codes: right, size: width }: CodePart): Keyed {
  const [wide, others] = [widened(left), widened(right)];
  const table = new Uint32Array(size * width);
  const codes = new Uint32Array(left.length);
  for (let row = 0; row < codes.length; row += 1) {
    const key = (wide[row] ?? 0) * width + (others[row] ?? 0);
    codes[row] = key;
    table[key] = 1;
  }
  const keys: number[] = [];
  for (let key = 0; key < table.length; key += 1)
    if (table[key] === 1) {
      table[key] = keys.length;
      keys.push(key);
    }
  for (let row = 0; row < codes.length; row += 1) codes[row] = table[codes[row] ?? 0] ?? 0;
  return { codes: narrowed(codes, keys.length), keys };
}

function hashed({ codes: left }: CombinedCodes, { codes: right, size: width }: CodePart): Keyed {
  const [wide, others] = [widened(left), widened(right)];
  const coder = new NumberCoder(left.length);
  for (let row = 0; row < wide.length; row += 1) coder.set(row, (wide[row] ?? 0) * width + (others[row] ?? 0));
  const { codes, values } = coder.finish();
  return { codes, keys: values };
}
