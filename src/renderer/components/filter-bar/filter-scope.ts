import type { TableName } from '../../../shared/contract/ledger.ts';
import type { CardColumn } from '../../../shared/contract/model-card.ts';
import type { ColumnFilter, RowSelection } from '../../../shared/contract/row-selection.ts';

/** Where a filter is to be put: editors show what the other filters leave there. */
export interface FilterScope {
  readonly workspace: string;
  readonly table: TableName;
  /** Without the filter that is edited. */
  readonly selection: RowSelection;
}

/** What an editor of one kind of filter is given. */
export interface EditorProps<Kind extends ColumnFilter['kind']> {
  readonly column: CardColumn;
  readonly filter: ColumnFilter & { readonly kind: Kind };
  readonly scope: FilterScope;
  readonly onChange: (filter: ColumnFilter & { readonly kind: Kind }) => void;
}
