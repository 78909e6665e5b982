import { expect, test } from 'vitest';
import { selectionAfter, selectionFor } from '../../../src/renderer/features/tables/view/use-shared-selection.ts';
import type { ColumnFilter } from '../../../src/shared/contract/row-selection.ts';

const on = (column: string): ColumnFilter => ({ kind: 'missing', column, missing: true });
const isKnown = (column: string): boolean => column !== 'date_hour';

test('a table takes over the filters that it has a column for', () => {
  const shared = { filters: [on('convenio'), on('date_hour'), on('service')], search: 'v2' };
  expect(selectionFor(shared, isKnown)).toEqual({ filters: [on('convenio'), on('service')], search: 'v2' });
});

test('a filter on a column that the table has not survives what the table changes', () => {
  const shared = { filters: [on('convenio'), on('date_hour')], search: 'v2' };
  expect(selectionAfter(shared, { filters: [on('service')], search: '' }, isKnown)).toEqual({
    filters: [on('date_hour'), on('service')],
    search: '',
  });
});
