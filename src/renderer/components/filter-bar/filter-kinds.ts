import type { CardColumn } from '../../../shared/contract/model-card.ts';
import type { ColumnFilter } from '../../../shared/contract/row-selection.ts';

export type FilterKind = ColumnFilter['kind'];

/** The kinds of filter that make sense for a column, the likeliest first. */
export function filterKinds({ kind, unit, group }: CardColumn): readonly FilterKind[] {
  switch (kind) {
    case 'text':
      return ['values', 'text', 'missing'];
    case 'boolean':
      return ['values', 'missing'];
    case 'timestamp':
      return ['dates', 'missing'];
    case 'integer':
      return unit === 'code' || group === 'date' ? ['values', 'range', 'missing'] : ['range', 'values', 'missing'];
    case 'score':
    case 'probability':
    case 'duration':
      return ['range', 'missing'];
  }
}

/** A filter of a kind that leaves out nothing yet, to begin an editor with. */
export function blankFilter(column: string, kind: FilterKind): ColumnFilter {
  switch (kind) {
    case 'values':
      return { kind, column, values: [], exclude: false };
    case 'range':
      return { kind, column, from: null, to: null };
    case 'text':
      return { kind, column, match: 'contains', text: '' };
    case 'dates':
      return { kind, column, from: null, to: null };
    case 'missing':
      return { kind, column, missing: true };
  }
}

/** Why a filter cannot be applied as it stands, or null. */
export function filterFault(filter: ColumnFilter): 'empty' | 'turned' | null {
  switch (filter.kind) {
    case 'values':
      return filter.values.length === 0 ? 'empty' : null;
    case 'text':
      return filter.text === '' ? 'empty' : null;
    case 'range':
      if (filter.from === null && filter.to === null) return 'empty';
      return filter.from !== null && filter.to !== null && filter.from > filter.to ? 'turned' : null;
    case 'dates':
      if (filter.from === null && filter.to === null) return 'empty';
      if (filter.from === null || filter.to === null) return null;
      // A bare day at the end lasts until its midnight.
      return filter.from.slice(0, filter.to.length) > filter.to ? 'turned' : null;
    case 'missing':
      return null;
  }
}
