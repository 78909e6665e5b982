import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { madeRows } from './staging-maker.ts';
import { COLUMN_NAMES, csvCell, type CsvCells } from './transaction-csv.ts';

export const MADE: readonly CsvCells[] = madeRows(60, 5).map(({ cells }) => cells);
/** Texts that trip a reader up. */
export const NASTY = [
  '',
  ' ',
  '"',
  '""',
  '"x',
  'x"',
  ',',
  ';',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\t',
  'NaN',
  'inf',
  '-',
  '1e999',
  "'",
  '\\',
  '\\N',
  'NULL',
  '=1+1',
  '\uFEFF',
  '\uFFFD',
  '🙂',
  'é',
  'x'.repeat(5000),
  '2025-02-30',
  '<script>',
  '%s%n',
  '${x}',
];

/** A change to the text of a whole file. */
type Damage = (lines: readonly string[]) => readonly string[];

export const at = fc.nat(10_000);
const damage: fc.Arbitrary<Damage> = fc.oneof(
  at.map(
    (line): Damage =>
      (lines) =>
        lines.toSpliced(line % lines.length, 1),
  ),
  at.map(
    (line): Damage =>
      (lines) =>
        lines.toSpliced(line % lines.length, 0, lines[line % lines.length] ?? ''),
  ),
  at.map(
    (line): Damage =>
      (lines) =>
        lines.toSpliced(1 + (line % lines.length), 0, ''),
  ),
  fc.tuple(at, at, fc.constantFrom(...NASTY)).map(([line, place, text]): Damage => (lines) => {
    const index = 1 + (line % Math.max(1, lines.length - 1));
    const old = lines[index] ?? '';
    const cut = place % (old.length + 1);
    return lines.toSpliced(index, 1, old.slice(0, cut) + text + old.slice(cut));
  }),
  fc.tuple(at, at).map(([line, length]): Damage => (lines) => {
    const index = line % lines.length;
    return lines.toSpliced(index, 1, (lines[index] ?? '').slice(0, length % 400));
  }),
);

/** Damage that the fast reader can take: rows lost, repeated, cut short or too long, blank lines. */
export const harmless: fc.Arbitrary<Damage> = fc
  .tuple(at, fc.constantFrom('drop', 'repeat', 'blank', 'short', 'long'))
  .map(([line, kind]): Damage => (lines) => {
    const index = 1 + (line % (lines.length - 1));
    const old = lines[index] ?? '';
    if (kind === 'drop') return lines.toSpliced(index, 1);
    if (kind === 'repeat') return lines.toSpliced(index, 0, old);
    if (kind === 'blank') return lines.toSpliced(index, 0, '', '');
    return lines.toSpliced(index, 1, kind === 'short' ? 'a few' : `${old},x;y\tz`);
  });

const encode = {
  utf8: (text: string) => Buffer.from(text),
  bom: (text: string) => Buffer.from(`\uFEFF${text}`),
  utf16le: (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  utf16be: (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  latin1: (text: string) => Buffer.from(text, 'latin1'),
  gzip: (text: string) => gzipSync(text),
} satisfies Record<string, (text: string) => Buffer>;

/** A CSV file in any dress, damaged in any way. */
export const damagedSource = fc.record({
  rows: fc.subarray([...MADE], { minLength: 1, maxLength: 25 }),
  columns: fc.shuffledSubarray([...COLUMN_NAMES, 'not stored'], { minLength: 76 }),
  cells: fc.array(fc.tuple(at, at, fc.constantFrom(...NASTY)), { maxLength: 6 }),
  delimiter: fc.constantFrom(',', ',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\n', '\r\n', '\r'),
  damages: fc.array(damage, { maxLength: 4 }),
  encoding: fc.constantFrom(...(Object.keys(encode) as (keyof typeof encode)[])),
  truncated: fc.option(fc.nat(100_000), { freq: 3 }),
});

export type DamagedSource = typeof damagedSource extends fc.Arbitrary<infer T> ? T : never;

/** The file, as text and as bytes. */
export function writeSource({
  rows,
  columns,
  cells,
  delimiter,
  lineEnd,
  damages,
  encoding,
  truncated,
}: DamagedSource): {
  readonly text: string;
  readonly content: Buffer;
} {
  const changed: Record<string, string>[] = rows.map((row) => ({ ...row, 'not stored': 'dropped' }));
  for (const [row, column, text] of cells) {
    const target = changed[row % changed.length];
    if (target !== undefined) target[columns[column % columns.length] ?? ''] = text;
  }
  const lines = [columns, ...changed.map((row) => columns.map((name) => row[name] ?? ''))].map((line) =>
    line.map((cell) => csvCell(cell, delimiter)).join(delimiter),
  );
  const text = damages.reduce<readonly string[]>((some, damaging) => damaging(some), lines).join(lineEnd) + lineEnd;
  const whole = encode[encoding](text);
  return { text, content: truncated === null ? whole : whole.subarray(0, truncated % (whole.length + 1)) };
}
