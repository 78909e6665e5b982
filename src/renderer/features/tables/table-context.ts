import { createContext, useContext } from 'react';
import type { ModelCard } from '../../../shared/contract/model-card.ts';
import type { ViewState } from '../../state/use-view-history.ts';
import type { CardTable } from './card-table.ts';
import type { CellText } from './grid/cell-text.ts';
import type { OverviewStore } from './grid/overview-store.ts';
import type { TableViewState } from './view/table-view-state.ts';

/** What opens below the head of a column. */
export type HeadPanel = 'menu' | 'filter';

/** What the parts of a table's page share. */
export interface TableContextValue {
  readonly workspace: string;
  readonly model: ModelCard;
  readonly table: CardTable;
  readonly view: ViewState<TableViewState>;
  readonly overviews: OverviewStore;
  readonly text: CellText;
  /** Opens a panel at an element of a column's head. */
  readonly openHead: (panel: HeadPanel, column: string, anchor: Element) => void;
  /** Heads show histograms: wanted, and there is room for them. */
  readonly hasHistograms: boolean;
  /** The column that was just looked for. */
  readonly found: string | null;
}

export const TableContext = createContext<TableContextValue | null>(null);

export function useTable(): TableContextValue {
  const table = useContext(TableContext);
  if (table === null) throw new Error('no table above this component');
  return table;
}
