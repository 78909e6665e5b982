import type { Facet } from '../contract/aggregate.ts';
import type { ColumnFilter } from '../contract/row-selection.ts';

/** The column of `transform` that a facet is computed from: what to name in `without`, and what a filter on it filters. */
export const FACET_COLUMN = {
  client: 'convenio',
  code: 'summary_code',
  description: 'summary_desc',
  status: 'summary_status',
  day: 'date',
  month: 'date',
  year: 'date_year',
  weekday: 'date_day_off_week',
  hour: 'date_hour',
  minute: 'date_minute',
  attempt: 'x_attempt_number',
  near_class: 'image_quality_near_img',
  far_class: 'image_quality_far_img',
  near_aspect: 'aspect_ratio_near_img',
  far_aspect: 'aspect_ratio_far_img',
  same_class: 'same_image_quality',
  same_aspect: 'same_aspect_ratio',
} as const satisfies Record<Facet, string>;

/** As the column `date_day_off_week` has them, Monday first. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Attempts from this one on are one value of the facet `attempt`. */
const OPEN_ATTEMPT = 10;

export type FacetValue = string | number | boolean | null;

/** The filter that selects the transactions of one value of a facet, as a group query answers it. */
export function facetFilter(facet: Facet, value: FacetValue): ColumnFilter {
  const column = FACET_COLUMN[facet];
  if (value === null) return { kind: 'missing', column, missing: true };
  switch (facet) {
    case 'day':
      return { kind: 'dates', column, from: String(value), to: String(value) };
    case 'month':
      return { kind: 'dates', column, from: `${value}-01`, to: lastDay(String(value)) };
    case 'weekday':
      return { kind: 'values', column, values: [WEEKDAYS[Number(value) - 1] ?? ''], exclude: false };
    case 'attempt':
      if (Number(value) >= OPEN_ATTEMPT) return { kind: 'range', column, from: OPEN_ATTEMPT, to: null };
      return { kind: 'values', column, values: [String(value)], exclude: false };
    default:
      return { kind: 'values', column, values: [String(value)], exclude: false };
  }
}

/** Whether the filters on a facet's column let a value of it through; all values pass where there is no filter on it. */
export function facetPasses(filters: readonly ColumnFilter[], facet: Facet, value: FacetValue): boolean {
  return filters.filter(({ column }) => column === FACET_COLUMN[facet]).every((filter) => passes(filter, facet, value));
}

function passes(filter: ColumnFilter, facet: Facet, value: FacetValue): boolean {
  switch (filter.kind) {
    case 'values': {
      const text = value === null ? '' : facet === 'weekday' ? (WEEKDAYS[Number(value) - 1] ?? '') : String(value);
      return filter.values.includes(text) !== filter.exclude;
    }
    case 'range':
      return value !== null && Number(value) >= (filter.from ?? -Infinity) && Number(value) <= (filter.to ?? Infinity);
    case 'dates': {
      if (value === null) return false;
      const day = String(value);
      return (
        (filter.from === null || day >= filter.from.slice(0, day.length)) &&
        (filter.to === null || day <= filter.to.slice(0, day.length))
      );
    }
    case 'missing':
      return filter.missing === (value === null);
    case 'text':
      return true;
  }
}

/** The last day of a month `YYYY-MM`. */
function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
