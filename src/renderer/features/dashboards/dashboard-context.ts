import { createContext, useContext } from 'react';
import type { Facet, Scope } from '../../../shared/contract/aggregate.ts';
import type { ModelCard } from '../../../shared/contract/model-card.ts';
import type { ColumnFilter, RowSelection } from '../../../shared/contract/row-selection.ts';
import type { FacetValue } from '../../../shared/dashboards/facet-filter.ts';
import type { SelectionStore } from '../../state/selection-store.ts';
import type { DashboardCoordinator } from './coordinator/coordinator.ts';

/** Options of a click that filters. */
export interface ToggleOptions {
  /** Adds to the values chosen on the column instead of replacing them: Ctrl or Shift was held. */
  readonly add?: boolean;
}

/**
 * What the widgets of a dashboard share. The filters are those of the workspace, the same on every page; every change of them
 * is a step that can be undone.
 */
export interface Dashboard {
  readonly workspace: string;
  readonly model: ModelCard;
  readonly scope: Scope;
  readonly setScope: (scope: Scope) => void;
  readonly selection: RowSelection;
  readonly store: SelectionStore;
  /** Changes the selection. Changes of one `topic` in quick succession are undone together. */
  readonly change: (selection: RowSelection, topic?: string) => void;
  /** Selects by a value of a facet, as a group query answers it; the same once more takes it back. */
  readonly toggleFacet: (facet: Facet, value: FacetValue, options?: ToggleOptions) => void;
  /** Selects by a value of a column of `transform`, `''` is "missing"; the same once more takes it back. */
  readonly toggleValue: (column: string, value: string, options?: ToggleOptions) => void;
  /** Selects by a range of numbers, both ends included; null, null takes it back. `brushing`: it is being dragged. */
  readonly setRange: (
    column: string,
    from: number | null,
    to: number | null,
    options?: { readonly brushing?: boolean },
  ) => void;
  /** Selects by days, `YYYY-MM-DD`, or minutes, `YYYY-MM-DD HH:MM`, on the clock of the log, both ends included. */
  readonly setDates: (from: string | null, to: string | null, options?: { readonly brushing?: boolean }) => void;
  readonly clearColumn: (column: string) => void;
  /** Whether the filters let a value of a facet through: others are drawn pale. */
  readonly passes: (facet: Facet, value: FacetValue) => boolean;
  /** Whether there is a filter on a column. */
  readonly isFiltered: (column: string) => boolean;
  /** Goes to the table of the transactions selected, narrowed by `filters`. */
  readonly showRows: (filters?: readonly ColumnFilter[]) => void;
  /** Goes to one transaction and its process, by the id of its row. */
  readonly showRow: (row: number) => void;
  readonly coordinator: DashboardCoordinator;
}

export const DashboardContext = createContext<Dashboard | null>(null);

/** The dashboard that a component is part of. */
export function useDashboard(): Dashboard {
  const dashboard = useContext(DashboardContext);
  if (dashboard === null) throw new Error('no dashboard above this component');
  return dashboard;
}
