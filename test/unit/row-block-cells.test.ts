import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyColumn, blockRecords, blockRows, textColumn, type BlockCell } from '../../src/shared/row-block-cells.ts';
import { decodeBody, encodeBody } from '../../src/shared/rpc/frame.ts';
import { RowBlock } from '../../src/shared/contract/row-block.ts';

const cell = fc.oneof(
  fc.constant(null),
  fc.double({ noNaN: true }),
  fc.string(),
  fc.boolean(),
) as fc.Arbitrary<BlockCell>;

test('whatever cells a column holds, they come back the same after the journey between processes', () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 60 }), (values) => {
      const block = { rows: values.length, columns: [anyColumn('a', values)] };
      const arrived = RowBlock.parse(decodeBody(encodeBody(block)));
      expect(blockRows(arrived).map(([value]) => value)).toEqual(values);
    }),
  );
});

test('a negative zero keeps its sign, also among texts', () => {
  const block = { rows: 3, columns: [anyColumn('a', ['', -0, true])] };
  const arrived = RowBlock.parse(decodeBody(encodeBody(block)));
  expect(blockRows(arrived)).toEqual([[''], [-0], [true]]);
});

test('texts that repeat travel as codes, texts that differ as they are', () => {
  expect(textColumn('a', ['x', 'x', null, 'x', 'y', 'y']).kind).toBe('codes');
  expect(textColumn('a', ['x', 'y', 'z']).kind).toBe('texts');
});

test('rows are had as records by column name', () => {
  const block = { rows: 2, columns: [anyColumn('n', [1, null]), anyColumn('t', [true, false])] };
  expect(blockRecords(block)).toEqual([
    { n: 1, t: true },
    { n: null, t: false },
  ]);
});
