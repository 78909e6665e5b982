import { Menu, Popover } from '@mantine/core';
import {
  IconArrowAutofitWidth,
  IconArrowDown,
  IconArrowUp,
  IconArrowsHorizontal,
  IconArrowsSort,
  IconCopy,
  IconEyeOff,
  IconFilter,
  IconPinned,
  IconPinnedOff,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CardColumn } from '../../../../shared/contract/model-card.ts';
import type { RowOrder } from '../../../../shared/contract/row-selection.ts';
import { fittedPopover } from '../../../components/filter-bar/fitted-popover.ts';
import { FilterEditor } from '../../../components/filter-bar/filter-editor.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { filterOfColumn, withFilter, withoutFilter } from '../../../state/selection-store.ts';
import { copyText } from '../copy-text.ts';
import { useTable, type HeadPanel } from '../table-context.ts';
import { tableWords } from '../table-words.ts';
import { HeadAnchor } from './head-anchor.tsx';
import styles from './grid.module.css';

/** The panel that is open below a head. */
export interface OpenHead {
  readonly panel: HeadPanel;
  readonly column: CardColumn;
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

const OUTSIDE = ['mousedown', 'touchstart'];
const ICON = { size: 15, 'aria-hidden': true } as const;

/** What the heads of all columns share: one menu and one filter editor, opened where they are asked for. */
export function HeadPanels({
  open,
  onOpen,
  onClose,
  onFit,
}: {
  readonly open: OpenHead | null;
  readonly onOpen: (open: OpenHead) => void;
  /** Closes, and gives the focus back to the head. */
  readonly onClose: () => void;
  /** Makes columns as wide as what they show; null: all. */
  readonly onFit: (column: string | null) => void;
}): ReactNode {
  if (open === null) return null;
  const { panel, column } = open;
  if (panel === 'filter') return <FilterPanel key={column.name} open={open} onClose={onClose} />;
  return (
    <ColumnMenu open={open} onFilter={() => onOpen({ ...open, panel: 'filter' })} onClose={onClose} onFit={onFit} />
  );
}

function FilterPanel({ open, onClose }: { readonly open: OpenHead; readonly onClose: () => void }): ReactNode {
  const t = useWords(tableWords);
  const { workspace, table, view } = useTable();
  const { selection } = view.state;
  const index = filterOfColumn(selection, open.column.name);
  const select = (next: typeof selection): void => {
    view.change((state) => ({ ...state, selection: next }));
    onClose();
  };
  return (
    <Popover opened position="bottom-start" shadow="md" width={340} {...fittedPopover} trapFocus onDismiss={onClose}>
      <Popover.Target>
        <HeadAnchor box={open.box} label={t('filterColumn', { column: open.column.name })} />
      </Popover.Target>
      <Popover.Dropdown p="sm" className={styles['dropdown'] ?? ''}>
        <FilterEditor
          column={open.column}
          filter={index === null ? null : (selection.filters[index] ?? null)}
          scope={{ workspace, table: table.name, selection: withoutFilter(selection, index) }}
          onApply={(filter) => select(withFilter(selection, filter, index))}
          onRemove={() => select(withoutFilter(selection, index))}
          onCancel={onClose}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function ColumnMenu({
  open,
  onFilter,
  onClose,
  onFit,
}: {
  readonly open: OpenHead;
  readonly onFilter: () => void;
  readonly onClose: () => void;
  readonly onFit: (column: string | null) => void;
}): ReactNode {
  const t = useWords(tableWords);
  const { view } = useTable();
  const { name } = open.column;
  const { order, columns } = view.state;
  const isOrdered = order.some(({ column }) => column === name);
  const reorder = (next: RowOrder): void => view.change((state) => ({ ...state, order: next }));
  const others = order.filter(({ column }) => column !== name);
  const pin = (side: 'left' | 'right' | null): void =>
    view.change((state) => {
      const left = state.columns.left.filter((column) => column !== name);
      const right = state.columns.right.filter((column) => column !== name);
      return {
        ...state,
        columns: {
          ...state.columns,
          left: side === 'left' ? [...left, name] : left,
          right: side === 'right' ? [name, ...right] : right,
        },
      };
    });
  const hide = (): void =>
    view.change((state) => ({
      ...state,
      columns: { ...state.columns, hidden: [...state.columns.hidden, name] },
    }));
  const isLeft = columns.left.includes(name);
  const isRight = columns.right.includes(name);
  return (
    <Menu
      opened
      position="bottom-end"
      shadow="md"
      width={260}
      {...fittedPopover}
      // Without keydown: the very key that opens the menu would close it.
      clickOutsideEvents={OUTSIDE}
      onClose={onClose}
      loop
    >
      <Menu.Target>
        <HeadAnchor box={open.box} label={t('columnMenu', { column: name })} />
      </Menu.Target>
      <Menu.Dropdown className={styles['dropdown'] ?? ''} aria-label={t('columnMenu', { column: name })}>
        <Menu.Item
          leftSection={<IconArrowUp {...ICON} />}
          onClick={() => reorder([{ column: name, direction: 'ascending' }])}
        >
          {t('sortAscending')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown {...ICON} />}
          onClick={() => reorder([{ column: name, direction: 'descending' }])}
        >
          {t('sortDescending')}
        </Menu.Item>
        {others.length > 0 && (
          <Menu.Item
            leftSection={<IconArrowsSort {...ICON} />}
            onClick={() => reorder([...others, { column: name, direction: 'ascending' }])}
          >
            {t('sortThen', { place: others.length + 1 })}
          </Menu.Item>
        )}
        {isOrdered && (
          <Menu.Item leftSection={<IconX {...ICON} />} onClick={() => reorder(others)}>
            {t('sortNone')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item closeMenuOnClick={false} leftSection={<IconFilter {...ICON} />} onClick={onFilter}>
          {t('filterThis')}
        </Menu.Item>
        <Menu.Divider />
        {!isLeft && (
          <Menu.Item leftSection={<IconPinned {...ICON} />} onClick={() => pin('left')}>
            {t('freezeLeft')}
          </Menu.Item>
        )}
        {!isRight && (
          <Menu.Item leftSection={<IconPinned {...ICON} />} onClick={() => pin('right')}>
            {t('freezeRight')}
          </Menu.Item>
        )}
        {(isLeft || isRight) && (
          <Menu.Item leftSection={<IconPinnedOff {...ICON} />} onClick={() => pin(null)}>
            {t('unfreeze')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconArrowAutofitWidth {...ICON} />} onClick={() => onFit(name)}>
          {t('fitThis')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowsHorizontal {...ICON} />} onClick={() => onFit(null)}>
          {t('fitAll')}
        </Menu.Item>
        <Menu.Item leftSection={<IconEyeOff {...ICON} />} onClick={hide}>
          {t('hideThis')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconCopy {...ICON} />} onClick={() => void copyText(name)}>
          {t('copyName')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
