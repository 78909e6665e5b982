import { RecordSplitter, type BrokenReason } from './record-splitter.ts';

/** The raw text of a record, cut into cells again. */
export type CutRecord =
  | {
      readonly kind: 'cells';
      readonly fields: readonly string[];
      /** Cells of which it is not sure what they hold, by position, and why. */
      readonly doubtful: ReadonlyMap<number, BrokenReason>;
    }
  | { readonly kind: 'uncut'; readonly reason: BrokenReason };

/** How a NUL character is shown. */
export const SHOWN_NUL = '\u2400';
const FIRST_PRIVATE = 0xe000;
const WELL_QUOTED = /^"(?:[^"]|"")*"$/;

/**
 * Cuts the raw text of a record that was put aside. Where its quotes are broken, the delimiters alone tell the cells,
 * if there are as many as must be; cells with quotes or NUL characters are doubtful then. A record of another width
 * cannot be cut: which cell is missing or too many cannot be told.
 */
export function cutRecord(raw: string, delimiter: string, width: number): CutRecord {
  const standIn = raw.includes('\0') ? unusedCharacter(raw) : null;
  const text = standIn === null ? raw : raw.replaceAll('\0', standIn);
  const splitter = new RecordSplitter(delimiter, width);
  const [first, ...more] = [...splitter.add(text), ...splitter.end()];
  if (first === undefined) return { kind: 'uncut', reason: 'too-few-columns' };
  if (first.kind === 'record' && more.length === 0) return cells(first.fields, standIn, new Map());
  const reason = first.kind === 'broken' ? first.reason : 'too-many-columns';
  const parts = text.split(delimiter);
  const brokenQuotes = reason === 'quote-not-closed' || reason === 'text-after-quote';
  if (!brokenQuotes || parts.length !== width) return { kind: 'uncut', reason };
  const doubtful = new Map<number, BrokenReason>();
  const fields = parts.map((part, position) => {
    if (WELL_QUOTED.test(part)) return part.slice(1, -1).replaceAll('""', '"');
    if (part.includes('"')) doubtful.set(position, reason);
    return part;
  });
  return cells(fields, standIn, doubtful);
}

function cells(
  fields: readonly string[],
  standIn: string | null,
  doubtful: ReadonlyMap<number, BrokenReason>,
): CutRecord {
  if (standIn === null) return { kind: 'cells', fields, doubtful };
  const all = new Map(doubtful);
  for (const [position, field] of fields.entries()) if (field.includes(standIn)) all.set(position, 'nul-character');
  return { kind: 'cells', fields: fields.map((field) => field.replaceAll(standIn, SHOWN_NUL)), doubtful: all };
}

/** A text has no room for all 6,400 characters of private use that it does not hold. */
function unusedCharacter(text: string): string {
  let code = FIRST_PRIVATE;
  while (text.includes(String.fromCharCode(code))) code += 1;
  return String.fromCharCode(code);
}
