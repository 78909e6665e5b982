import type { Codes } from './coded-column.ts';

/** What a table says of the code of each row; a loop for each kind of codes, as in `count-codes.ts`. */
export function matchingCodes(codes: Codes, table: Uint8Array): Uint8Array {
  const bits = new Uint8Array(codes.length);
  if (codes instanceof Uint8Array) matchBytes(bits, codes, table);
  else if (codes instanceof Uint16Array) matchShorts(bits, codes, table);
  else matchWords(bits, codes, table);
  return bits;
}

function matchBytes(bits: Uint8Array, codes: Uint8Array, table: Uint8Array): void {
  for (let row = 0; row < bits.length; row += 1) bits[row] = table[codes[row] ?? 0] ?? 0;
}

function matchShorts(bits: Uint8Array, codes: Uint16Array, table: Uint8Array): void {
  for (let row = 0; row < bits.length; row += 1) bits[row] = table[codes[row] ?? 0] ?? 0;
}

function matchWords(bits: Uint8Array, codes: Uint32Array, table: Uint8Array): void {
  for (let row = 0; row < bits.length; row += 1) bits[row] = table[codes[row] ?? 0] ?? 0;
}
