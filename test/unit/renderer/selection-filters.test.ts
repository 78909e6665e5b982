import { describe, expect, it } from 'vitest';
import { toggledFilter, withoutColumn } from '../../../src/renderer/state/selection-filters.ts';
import { printSelection, readSelection } from '../../../src/renderer/state/workspace-selection.ts';
import type { ColumnFilter, RowSelection } from '../../../src/shared/contract/row-selection.ts';

const client = (...values: string[]): ColumnFilter => ({ kind: 'values', column: 'convenio', values, exclude: false });
const hour: ColumnFilter = { kind: 'range', column: 'date_hour', from: 8, to: 17 };
const under = (...filters: ColumnFilter[]): RowSelection => ({ filters, search: 'x' });

describe('a click on what a filter stands for', () => {
  it('selects by it alone, in the place of what was there on its column', () => {
    expect(toggledFilter(under(client('a', 'b'), hour), client('c'))).toEqual(under(client('c'), hour));
  });

  it('takes it back where it is all there is on its column', () => {
    expect(toggledFilter(under(client('a'), hour), client('a'))).toEqual(under(hour));
  });

  it('adds to and takes from the values that are chosen, and takes the filter away with the last', () => {
    const two = toggledFilter(under(client('a')), client('b'), true);
    expect(two).toEqual(under(client('a', 'b')));
    const one = toggledFilter(two, client('a'), true);
    expect(one).toEqual(under(client('b')));
    expect(toggledFilter(one, client('b'), true)).toEqual(under());
  });

  it('does not add to a filter of another kind', () => {
    const excluded: ColumnFilter = { kind: 'values', column: 'convenio', values: ['a'], exclude: true };
    expect(toggledFilter(under(excluded), client('b'), true)).toEqual(under(client('b')));
  });

  it('leaves other columns as they are', () => {
    expect(withoutColumn(under(client('a'), hour), 'convenio')).toEqual(under(hour));
  });
});

describe('the selection in an address', () => {
  it('is read as it was written', () => {
    const view = { scope: 'first-attempts', selection: under(client('convenio_ñ'), hour) } as const;
    expect(readSelection(printSelection({ ...view, selection: under(client('convenio_ñ'), hour) }))).toEqual(view);
  });

  it.each(['', 'nonsense', btoa('{"v":2}'), btoa('{"v":1,"view":{"scope":"none"}}')])('is none in %j', (text) => {
    expect(readSelection(text)).toBeNull();
  });
});
