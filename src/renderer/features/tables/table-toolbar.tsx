import { ActionIcon, Button, Menu, Title, Tooltip } from '@mantine/core';
import { IconColumns3, IconDots, IconFileExport, IconLink, IconRestore } from '@tabler/icons-react';
import { useMemo, type ReactNode, type Ref } from 'react';
import { runCommand } from '../../commands/command-registry.ts';
import { FilterBar } from '../../components/filter-bar/filter-bar.tsx';
import { FilterChips } from '../../components/filter-bar/filter-chips.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { SelectionStore } from '../../state/selection-store.ts';
import { useTable } from './table-context.ts';
import { tableWords } from './table-words.ts';
import toolbar from '../../components/toolbar.module.css';
import styles from './table-page.module.css';

const NAMES = { staging: 'tableStaging', transform: 'tableTransform', no_retries: 'tableNoRetries' } as const;
const ABOUT = { staging: 'aboutStaging', transform: 'aboutTransform', no_retries: 'aboutNoRetries' } as const;
const ICON = { size: 15, 'aria-hidden': true } as const;

/** What stands above a table: its name, its rows, its filters, and what can be done with the view. */
export function TableToolbar({
  rows,
  ofRows,
  searchRef,
  hasColumns,
  onToggleColumns,
  onExport,
}: {
  readonly rows: number | null;
  readonly ofRows: number | null;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly hasColumns: boolean;
  readonly onToggleColumns: () => void;
  readonly onExport: () => void;
}): ReactNode {
  const t = useWords(tableWords);
  const { number } = useFormat();
  const { workspace, table, view } = useTable();
  const { state, change, undo, redo, canUndo, canRedo } = view;
  const hidden = state.columns.hidden.length;
  const store = useMemo(
    (): SelectionStore => ({
      selection: state.selection,
      change: (selection, topic) => change((present) => ({ ...present, selection }), topic),
      undo,
      redo,
      canUndo,
      canRedo,
    }),
    [state.selection, change, undo, redo, canUndo, canRedo],
  );
  const filterable = { workspace, table: table.name, columns: table.filterable, store };
  return (
    <header className={`${toolbar['toolbar'] ?? ''} ${styles['toolbar'] ?? ''}`}>
      <div className={toolbar['heading']}>
        <Title order={1} className={toolbar['title'] ?? ''} title={t(ABOUT[table.name])}>
          {t(NAMES[table.name])}
        </Title>
        <span className={toolbar['count']} role="status">
          {rows === null || ofRows === null
            ? t('counting')
            : rows === ofRows
              ? t('rowsAll', { all: number(ofRows) })
              : t('rowsOf', { rows: number(rows), all: number(ofRows) })}
        </span>
      </div>
      <div className={styles['filters']}>
        <FilterBar {...filterable} searchRef={searchRef} />
      </div>
      <div className={styles['actions']}>
        <Tooltip label={t('columnsShown', { shown: table.columns.length - hidden, all: table.columns.length })}>
          <Button
            size="compact-sm"
            variant="default"
            className={styles['toggle'] ?? ''}
            aria-pressed={hasColumns}
            leftSection={<IconColumns3 {...ICON} />}
            onClick={onToggleColumns}
          >
            {t('columns')}
            {hidden > 0 && ` ${table.columns.length - hidden}/${table.columns.length}`}
          </Button>
        </Tooltip>
        <Button size="compact-sm" variant="default" leftSection={<IconFileExport {...ICON} />} onClick={onExport}>
          {t('export')}
        </Button>
        <Menu position="bottom-end" shadow="md" width={240}>
          <Menu.Target>
            <ActionIcon variant="default" size={26} aria-label={t('more')}>
              <IconDots {...ICON} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.CheckboxItem
              checked={state.histograms}
              onChange={(histograms) => change((present) => ({ ...present, histograms }))}
            >
              {t('showHistograms')}
            </Menu.CheckboxItem>
            <Menu.Divider />
            <Menu.Item leftSection={<IconLink {...ICON} />} onClick={() => runCommand('copy-link')}>
              {t('copyLink')}
            </Menu.Item>
            <Menu.Item leftSection={<IconRestore {...ICON} />} onClick={() => runCommand('reset-view')}>
              {t('resetView')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <FilterChips {...filterable} />
    </header>
  );
}
