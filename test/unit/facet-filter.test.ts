import { describe, expect, it } from 'vitest';
import { facetFilter, facetPasses } from '../../src/shared/dashboards/facet-filter.ts';

describe('the filter of a value of a facet', () => {
  it.each([
    ['client', 'convenio_2', { kind: 'values', column: 'convenio', values: ['convenio_2'], exclude: false }],
    ['day', '2025-01-08', { kind: 'dates', column: 'date', from: '2025-01-08', to: '2025-01-08' }],
    ['month', '2024-02', { kind: 'dates', column: 'date', from: '2024-02-01', to: '2024-02-29' }],
    ['weekday', 7, { kind: 'values', column: 'date_day_off_week', values: ['Sunday'], exclude: false }],
    ['attempt', 3, { kind: 'values', column: 'x_attempt_number', values: ['3'], exclude: false }],
    ['attempt', 10, { kind: 'range', column: 'x_attempt_number', from: 10, to: null }],
    ['code', null, { kind: 'missing', column: 'summary_code', missing: true }],
  ] as const)('%s %s', (facet, value, filter) => {
    expect(facetFilter(facet, value)).toEqual(filter);
  });

  it.each([
    ['client', 'convenio_2', 'convenio_3'],
    ['day', '2025-01-08', '2025-01-09'],
    ['month', '2024-02', '2024-03'],
    ['weekday', 1, 2],
    ['hour', 0, 23],
    ['attempt', 10, 9],
    ['status', null, 'ok'],
  ] as const)('lets %s %s through and not %s', (facet, value, other) => {
    const filters = [facetFilter(facet, value)];
    expect(facetPasses(filters, facet, value)).toBe(true);
    expect(facetPasses(filters, facet, other)).toBe(false);
  });

  it('lets everything through where no filter is on its column', () => {
    expect(facetPasses([facetFilter('hour', 3)], 'client', 'convenio_1')).toBe(true);
  });

  it('turns an exclusion round', () => {
    const filters = [{ kind: 'values', column: 'convenio', values: ['a', ''], exclude: true }] as const;
    expect(facetPasses([{ ...filters[0], values: ['a', ''] }], 'client', 'a')).toBe(false);
    expect(facetPasses([{ ...filters[0], values: ['a', ''] }], 'client', null)).toBe(false);
    expect(facetPasses([{ ...filters[0], values: ['a', ''] }], 'client', 'b')).toBe(true);
  });
});
