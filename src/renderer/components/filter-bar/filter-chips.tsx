import { Button, CloseButton } from '@mantine/core';
import { IconFilterX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { selectsEvery, withFilter, withoutFilter } from '../../state/selection-store.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { FilterBarProps } from './filter-bar.tsx';
import { filterBarWords } from './filter-bar-words.ts';
import { FilterChip } from './filter-chip.tsx';
import styles from './filter-bar.module.css';

/** The filters in force, in words, each to be changed or taken away; nothing where there are none. */
export function FilterChips({
  workspace,
  table,
  columns,
  store,
  children,
}: FilterBarProps & {
  /** What else can be done with the filters in force. */
  readonly children?: ReactNode;
}): ReactNode {
  const t = useWords(filterBarWords);
  const { selection, change } = store;
  if (selectsEvery(selection)) return null;
  return (
    <section className={styles['chips']} aria-label={t('activeFilters')}>
      {selection.search !== '' && (
        <span className={styles['chip']}>
          <span className={styles['chipText']}>{t('searchIs', { text: selection.search })}</span>
          <CloseButton
            size={24}
            iconSize={13}
            aria-label={t('clearSearch')}
            onClick={() => change({ ...selection, search: '' })}
          />
        </span>
      )}
      {selection.filters.map((filter, index) => (
        <FilterChip
          key={index}
          filter={filter}
          column={columns.find(({ name }) => name === filter.column)}
          scope={{ workspace, table, selection: withoutFilter(selection, index) }}
          onChange={(next) => change(withFilter(selection, next, index))}
          onRemove={() => change(withoutFilter(selection, index))}
        />
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconFilterX size={14} aria-hidden />}
        onClick={() => change({ filters: [], search: '' })}
      >
        {t('clearAll')}
      </Button>
      {children}
    </section>
  );
}
