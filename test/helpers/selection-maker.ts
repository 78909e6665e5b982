import fc from 'fast-check';
import type { ColumnFilter } from '../../src/shared/contract/row-selection.ts';
import type { FilterColumn } from '../../src/etl/sql/filter-columns.ts';
import type { StagingRow } from './lens-fixture.ts';
import type { LensCells } from './selection-reference.ts';

/** Texts that mean something to a database where they are not taken for texts. */
export const HOSTILE = [
  "'; DROP TABLE transactions; --",
  '") OR TRUE --',
  "' OR '1'='1",
  '?',
  '$1',
  '%',
  '_',
  '\\',
  'back\\slash "quoted" \'single\'',
  'NULL',
  '\u0000',
  '🙂',
] as const;

/** The sample writes dates as a CSV does; the lens holds them with a space. */
export const canonical = (row: StagingRow): StagingRow => ({ ...row, date: String(row['date']).replace('T', ' ') });

/** The fixture's driver binds a whole number as one of 64 bits. */
export const bindable = (row: StagingRow): StagingRow =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'number' && value > 2 ** 60 ? 1e15 + 0.5 : value,
    ]),
  );

/** A value of the column as a CSV would write it, of a row or of none. */
function valueOf(column: FilterColumn, rows: readonly LensCells[]): fc.Arbitrary<string> {
  const held = fc
    .nat()
    .map((at) => rows[at % rows.length]?.[column.name] ?? null)
    .map((value) =>
      value === null || (!Number.isFinite(value ?? 0) && typeof value === 'number') ? '' : String(value),
    );
  const other: Record<FilterColumn['kind'], readonly string[]> = {
    text: ['nothing', ...HOSTILE],
    integer: ['0', '-1', '1400'],
    score: ['-2', '0.1', '1e-300'],
    probability: ['-1', '0.5'],
    duration: ['0', '12.5', '1e+308'],
    timestamp: ['2025-01-08', '2025-01-08 22:49:46.404009-05:00', 'never'],
    boolean: ['true', 'False'],
  };
  return fc.oneof(held, fc.constantFrom('', ...other[column.kind]));
}

const isNumber = ({ kind }: FilterColumn): boolean => !['text', 'timestamp', 'boolean'].includes(kind);
const bound = fc.option(
  fc.oneof(fc.integer({ min: -5, max: 5000 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
);
const day = fc.option(
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .chain((date) =>
      fc.constantFrom(date.toISOString().slice(0, 10), date.toISOString().slice(0, 16).replace('T', ' ')),
    ),
);

/** Any filter on a column, about values that rows have or others. */
export function filterOf(column: FilterColumn, rows: readonly LensCells[]): fc.Arbitrary<ColumnFilter> {
  const name = column.name;
  const some: fc.Arbitrary<ColumnFilter>[] = [
    fc.record({
      kind: fc.constant('values'),
      column: fc.constant(name),
      values: fc.array(valueOf(column, rows), { maxLength: 20 }),
      exclude: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('missing'), column: fc.constant(name), missing: fc.boolean() }),
  ];
  if (isNumber(column))
    some.push(fc.record({ kind: fc.constant('range'), column: fc.constant(name), from: bound, to: bound }));
  if (column.kind === 'timestamp')
    some.push(fc.record({ kind: fc.constant('dates'), column: fc.constant(name), from: day, to: day }));
  if (column.kind === 'text') {
    some.push(
      fc.record({
        kind: fc.constant('text'),
        column: fc.constant(name),
        match: fc.constantFrom('contains', 'not-contains', 'equals', 'starts', 'ends'),
        text: fc.oneof(
          valueOf(column, rows),
          // By code points: half a character is no text that anybody can type.
          valueOf(column, rows).map((text) => Array.from(text).slice(1, 4).join('').toUpperCase()),
        ),
      }),
    );
  }
  return fc.oneof(...some);
}
