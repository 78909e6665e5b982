import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { CardColumn } from '../../shared/contract/model-card.ts';
import { useLanguage } from '../i18n/use-words.ts';
import { matchColumns } from './match-columns.ts';
import styles from './column-picker.module.css';

/** Finds a column by its name or by what it means, while one types. */
export function ColumnPicker({
  columns,
  label,
  nothing,
  mark,
  onPick,
}: {
  readonly columns: readonly CardColumn[];
  readonly label: string;
  /** Said where no column matches. */
  readonly nothing: string;
  /** A word behind a column, or null. */
  readonly mark?: (column: CardColumn) => string | null;
  readonly onPick: (column: CardColumn) => void;
}): ReactNode {
  const language = useLanguage();
  const id = useId();
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const found = matchColumns(columns, search, language);
  const move = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.min(found.length - 1, Math.max(0, active + step));
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
    const chosen = found[active];
    if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      onPick(chosen);
    }
  };
  return (
    <div>
      <TextInput
        size="sm"
        data-autofocus
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found.length === 0 ? undefined : `${id}-${active}`}
        placeholder={label}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={search}
        onChange={({ currentTarget }) => {
          setSearch(currentTarget.value);
          setActive(0);
        }}
        onKeyDown={move}
      />
      <div id={id} role="listbox" aria-label={label} className={styles['list']}>
        {found.map((column, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the text field above answers to the keys
          <div
            key={column.name}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles['option']}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(column)}
          >
            <span className={styles['name']}>{column.name}</span>
            {mark?.(column) && <span className={styles['mark']}>{mark(column)}</span>}
            <span className={styles['meaning']}>{column.meaning[language]}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={styles['nothing']}>{nothing}</p>}
    </div>
  );
}
