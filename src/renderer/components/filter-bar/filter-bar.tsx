import { ActionIcon, Button, Popover, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconFilterPlus } from '@tabler/icons-react';
import { useState, type ReactNode, type Ref } from 'react';
import type { CardColumn } from '../../../shared/contract/model-card.ts';
import type { TableName } from '../../../shared/contract/ledger.ts';
import { withFilter, type SelectionStore } from '../../state/selection-store.ts';
import { useWords } from '../../i18n/use-words.ts';
import { AddFilter } from './add-filter.tsx';
import { filterBarWords } from './filter-bar-words.ts';
import { SearchBox } from './search-box.tsx';
import { fittedPopover } from './fitted-popover.ts';
import styles from './filter-bar.module.css';

/** What a page under a selection of rows is about. */
export interface FilterBarProps {
  readonly workspace: string;
  readonly table: TableName;
  /** Those that may be filtered. */
  readonly columns: readonly CardColumn[];
  readonly store: SelectionStore;
}

/** Makes a selection: a search over all texts, a new filter, undo and redo. The filters themselves are `FilterChips`. */
export function FilterBar({
  workspace,
  table,
  columns,
  store,
  searchRef,
}: FilterBarProps & { readonly searchRef?: Ref<HTMLInputElement> }): ReactNode {
  const t = useWords(filterBarWords);
  const { selection, change } = store;
  const [isAdding, setAdding] = useState(false);
  return (
    <div className={styles['bar']} role="group" aria-label={t('filters')}>
      <SearchBox
        value={selection.search}
        onChange={(search) => change({ ...selection, search }, 'search')}
        {...(searchRef === undefined ? {} : { inputRef: searchRef })}
      />
      <Popover
        opened={isAdding}
        onChange={setAdding}
        position="bottom-start"
        shadow="md"
        width={340}
        {...fittedPopover}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <Button
            size="compact-sm"
            variant="default"
            className={styles['add']}
            leftSection={<IconFilterPlus size={14} aria-hidden />}
            aria-label={t('addFilterLong')}
            onClick={() => setAdding(!isAdding)}
          >
            {t('addFilter')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p="sm" className={styles['dropdown'] ?? ''}>
          {isAdding && (
            <AddFilter
              columns={columns}
              scope={{ workspace, table, selection }}
              onApply={(filter) => {
                setAdding(false);
                change(withFilter(selection, filter, null));
              }}
              onCancel={() => setAdding(false)}
            />
          )}
        </Popover.Dropdown>
      </Popover>
      <Tooltip label={t('undo')}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('undo')} disabled={!store.canUndo} onClick={store.undo}>
          <IconArrowBackUp size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('redo')}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('redo')} disabled={!store.canRedo} onClick={store.redo}>
          <IconArrowForwardUp size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
