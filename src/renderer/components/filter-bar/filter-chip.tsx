import { CloseButton, Popover, UnstyledButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CardColumn } from '../../../shared/contract/model-card.ts';
import type { ColumnFilter } from '../../../shared/contract/row-selection.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { filterBarWords } from './filter-bar-words.ts';
import { FilterEditor } from './filter-editor.tsx';
import type { FilterScope } from './filter-scope.ts';
import { filterWords } from './filter-words.ts';
import { fittedPopover } from './fitted-popover.ts';
import styles from './filter-bar.module.css';

const DIGITS = 6;

/** One filter in words: opens its editor, and can be taken away. */
export function FilterChip({
  filter,
  column,
  scope,
  onChange,
  onRemove,
}: {
  readonly filter: ColumnFilter;
  readonly column: CardColumn | undefined;
  readonly scope: FilterScope;
  readonly onChange: (filter: ColumnFilter) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const t = useWords(filterBarWords);
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const text = filterWords(filter, column, t, (value) => format.number(value, DIGITS));
  return (
    <span className={styles['chip']}>
      <Popover
        opened={isOpen && column !== undefined}
        onChange={setOpen}
        position="bottom-start"
        shadow="md"
        width={340}
        {...fittedPopover}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <UnstyledButton
            className={styles['chipText']}
            title={text}
            aria-label={t('editFilter', { words: text })}
            onClick={() => setOpen(!isOpen)}
          >
            {text}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p="sm" className={styles['dropdown'] ?? ''}>
          {isOpen && column !== undefined && (
            <FilterEditor
              column={column}
              filter={filter}
              scope={scope}
              onApply={(next) => {
                setOpen(false);
                onChange(next);
              }}
              onRemove={onRemove}
              onCancel={() => setOpen(false)}
            />
          )}
        </Popover.Dropdown>
      </Popover>
      <CloseButton size={24} iconSize={13} aria-label={t('removeFilter', { words: text })} onClick={onRemove} />
    </span>
  );
}
