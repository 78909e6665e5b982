import { UnstyledButton } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import type { Scope } from '../../../shared/contract/aggregate.ts';
import type { ModelCard } from '../../../shared/contract/model-card.ts';
import type { ColumnFilter, RowSelection } from '../../../shared/contract/row-selection.ts';
import { useCall } from '../../client/use-call.ts';
import { FilterBar } from '../../components/filter-bar/filter-bar.tsx';
import { FilterChips } from '../../components/filter-bar/filter-chips.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { SelectionStore } from '../../state/selection-store.ts';
import { SELECTED } from './completion-schema.ts';
import { queryWords } from './query-words.ts';
import styles from './query-page.module.css';

const SCOPE_FILTERS: Readonly<Record<Scope, readonly ColumnFilter[]>> = {
  all: [],
  'without-retries': [{ kind: 'values', column: 'x_is_final_attempt', values: ['true'], exclude: false }],
  'first-attempts': [{ kind: 'values', column: 'x_attempt_number', values: ['1'], exclude: false }],
};
const SCOPE_WORDS = { all: null, 'without-retries': 'selectedFinal', 'first-attempts': 'selectedFirst' } as const;

/** The filters of the window, and the table that holds what they leave, for statements to read. */
export function SelectedStrip({
  workspace,
  card,
  scope,
  store,
  onInsert,
}: {
  readonly workspace: string;
  readonly card: ModelCard;
  readonly scope: Scope;
  readonly store: SelectionStore;
  readonly onInsert: () => void;
}): ReactNode {
  const t = useWords(queryWords);
  const { number } = useFormat();
  const columns = useMemo(() => card.tables.find(({ name }) => name === 'transform')?.columns ?? [], [card]);
  const { selection } = store;
  const scoped: RowSelection = { ...selection, filters: [...SCOPE_FILTERS[scope], ...selection.filters] };
  const { data } = useCall('grid.count', { workspace, table: 'transform', selection: scoped }, { keepPrevious: true });
  const filterable = { workspace, table: 'transform' as const, columns, store };
  const scopeWord = SCOPE_WORDS[scope];
  const told =
    data === undefined
      ? t('selectedCounting')
      : data.rows === data.ofRows
        ? t('selectedWhole', { all: number(data.ofRows) })
        : t('selectedHolds', { rows: number(data.rows), all: number(data.ofRows) });
  return (
    <div className={styles['selected']}>
      <FilterBar {...filterable} />
      <span className={styles['selectedText']}>
        <UnstyledButton
          className={styles['selectedName'] ?? ''}
          aria-label={t('selectedInsert', { name: SELECTED })}
          onClick={onInsert}
        >
          {SELECTED}
        </UnstyledButton>{' '}
        <span role="status">
          {told}
          {scopeWord !== null && ` · ${t(scopeWord)}`}
        </span>
      </span>
      <FilterChips {...filterable} />
    </div>
  );
}
