import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeModel } from '../../../src/main/services/model/model-card.ts';
import { cardTable } from '../../../src/renderer/features/tables/card-table.ts';
import { layoutOf, movedColumn, placedColumns } from '../../../src/renderer/features/tables/view/column-order.ts';
import {
  FIRST_VIEW,
  fitView,
  parseTableView,
  type TableViewState,
} from '../../../src/renderer/features/tables/view/table-view-state.ts';
import { printView, readView } from '../../../src/renderer/features/tables/view/view-text.ts';

const NAMES = ['date', 'convenio', 'total_time_ms', 'summary_desc', 'prob_ibeta2_clip_near_img'] as const;
const name = fc.constantFrom(...NAMES);
const names = fc.uniqueArray(name);
const bound = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0));
const filter = fc.oneof(
  fc.record({
    kind: fc.constant('values' as const),
    column: name,
    values: fc.array(fc.string({ unit: 'grapheme' })),
    exclude: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('range' as const), column: name, from: bound, to: bound }),
  fc.record({
    kind: fc.constant('text' as const),
    column: name,
    match: fc.constantFrom('contains' as const, 'not-contains' as const, 'equals' as const),
    text: fc.string({ unit: 'grapheme' }),
  }),
  fc.record({ kind: fc.constant('missing' as const), column: name, missing: fc.boolean() }),
);
const view: fc.Arbitrary<TableViewState> = fc.record({
  selection: fc.record({ filters: fc.array(filter, { maxLength: 6 }), search: fc.string({ maxLength: 40 }) }),
  order: fc.array(
    fc.record({ column: name, direction: fc.constantFrom('ascending' as const, 'descending' as const) }),
    { maxLength: 4 },
  ),
  columns: fc.record({
    sequence: names,
    widths: fc.dictionary(name, fc.integer({ min: 40, max: 900 })),
    left: names,
    right: names,
    hidden: names,
    closed: names,
  }),
  histograms: fc.boolean(),
});

describe('a view in an address', () => {
  test('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(view, (given) => {
        const text = printView(given);
        expect(text).toMatch(/^[\w-]+$/);
        expect(readView(text)).toEqual(JSON.parse(JSON.stringify(given)));
      }),
    );
  });

  test('that is damaged is none', () => {
    fc.assert(fc.property(fc.string(), (text) => readView(text) === null));
    const whole = printView(FIRST_VIEW);
    expect(readView(whole.slice(0, -7))).toBeNull();
  });

  test('of another version is none', () => {
    const other = btoa(JSON.stringify({ v: 2, view: FIRST_VIEW }));
    expect(readView(other)).toBeNull();
  });
});

describe('a view that was kept', () => {
  test('is read back, and what is none is forgotten', () => {
    expect(parseTableView(JSON.parse(JSON.stringify(FIRST_VIEW)))).toEqual(FIRST_VIEW);
    expect(parseTableView({ selection: 7 })).toBeNull();
    expect(parseTableView(null)).toBeNull();
  });

  test('loses what its table does not have, and says what', () => {
    const strange: TableViewState = {
      ...FIRST_VIEW,
      selection: {
        filters: [
          { kind: 'missing', column: 'gone', missing: true },
          { kind: 'missing', column: 'date', missing: false },
        ],
        search: 'x',
      },
      order: [{ column: 'gone', direction: 'ascending' }],
    };
    const { view: fitted, left } = fitView(strange, (column) => column !== 'gone');
    expect(left).toEqual(['gone']);
    expect(fitted.selection).toEqual({ filters: [{ kind: 'missing', column: 'date', missing: false }], search: 'x' });
    expect(fitted.order).toEqual([]);
  });

  test('keep a selection by the numbers of rows, which are no column', () => {
    const filters = [{ kind: 'values' as const, column: 'id', values: ['3', '5'], exclude: false }];
    const byNumber = { ...FIRST_VIEW, selection: { filters, search: '' } };
    expect(fitView(byNumber, () => false)).toMatchObject({ view: { selection: { filters } }, left: [] });
  });
});

describe('the columns of a view', () => {
  const own = NAMES.map((column, index) => ({ name: column, width: 100 + index }));

  test('stand in the table’s own order where nothing was moved', () => {
    expect(placedColumns(FIRST_VIEW.columns, own).map((column) => column.name)).toEqual([...NAMES]);
    expect(layoutOf(placedColumns(FIRST_VIEW.columns, own), own, FIRST_VIEW.columns.closed)).toEqual(
      FIRST_VIEW.columns,
    );
  });

  test('are all placed, each once, however the layout names them', () => {
    fc.assert(
      fc.property(view, ({ columns }) => {
        const placed = placedColumns(columns, own).map((column) => column.name);
        expect(placed.toSorted()).toEqual([...NAMES].toSorted());
      }),
    );
  });

  test('are placed alike by the layout that is read from them', () => {
    fc.assert(
      fc.property(view, ({ columns }) => {
        const placed = placedColumns(columns, own);
        expect(placedColumns(layoutOf(placed, own, columns.closed), own)).toEqual(placed);
      }),
    );
  });

  test('move among those that are frozen alike, and no farther', () => {
    const layout = { ...FIRST_VIEW.columns, left: ['date'] };
    const moved = movedColumn(layout, own, 'total_time_ms', -1);
    expect(placedColumns(moved, own).map((column) => column.name)).toEqual([
      'date',
      'total_time_ms',
      'convenio',
      'summary_desc',
      'prob_ibeta2_clip_near_img',
    ]);
    expect(movedColumn(layout, own, 'convenio', -1)).toBe(layout);
    expect(movedColumn(layout, own, 'prob_ibeta2_clip_near_img', 1)).toBe(layout);
  });
});

describe('the sections of a table', () => {
  const card = describeModel();

  test.each(['staging', 'transform', 'no_retries'] as const)('of %s hold every stored column once', (table) => {
    const { sections, columns, filterable, byName } = cardTable(card, table);
    const stored = (card.tables.find((one) => one.name === table)?.columns ?? []).filter(({ isExtra }) => !isExtra);
    expect(columns.map((column) => column.name).toSorted()).toEqual(stored.map((column) => column.name).toSorted());
    expect(filterable.length).toBe(byName.size);
    expect(sections.every(({ id }) => !byName.has(id))).toBe(true);
  });

  test('of staging head times by microservice', () => {
    const sections = cardTable(card, 'staging').sections.filter(({ id }) => id.startsWith('section:time:'));
    expect(sections.map(({ label }) => label.en)).toContain('Face detector');
    expect(sections).toHaveLength(card.microservices.length);
  });
});
