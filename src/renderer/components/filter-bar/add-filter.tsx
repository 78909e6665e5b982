import { useState, type ReactNode } from 'react';
import type { CardColumn } from '../../../shared/contract/model-card.ts';
import type { ColumnFilter } from '../../../shared/contract/row-selection.ts';
import { useWords } from '../../i18n/use-words.ts';
import { ColumnPicker } from '../column-picker.tsx';
import { filterBarWords } from './filter-bar-words.ts';
import { FilterEditor } from './filter-editor.tsx';
import type { FilterScope } from './filter-scope.ts';

/** A new filter in two steps: its column, then what is asked of it. */
export function AddFilter({
  columns,
  scope,
  onApply,
  onCancel,
}: {
  readonly columns: readonly CardColumn[];
  readonly scope: FilterScope;
  readonly onApply: (filter: ColumnFilter) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const t = useWords(filterBarWords);
  const [column, setColumn] = useState<CardColumn | null>(null);
  if (column === null)
    return <ColumnPicker columns={columns} label={t('findColumn')} nothing={t('noColumn')} onPick={setColumn} />;
  return (
    <FilterEditor
      column={column}
      filter={null}
      scope={scope}
      onApply={onApply}
      onRemove={onCancel}
      onCancel={onCancel}
    />
  );
}
