import { useEffect, useMemo, useRef } from 'react';
import { useCommands } from '../../commands/command-registry.ts';
import { useWords } from '../../i18n/use-words.ts';
import { tableWords } from './table-words.ts';

interface TableActions {
  readonly onFindColumn: () => void;
  readonly onExport: () => void;
  readonly onToggleColumns: () => void;
  readonly onClearFilters: () => void;
  readonly onSearch: () => void;
  readonly onShowRow: () => void;
  readonly onReset: () => void;
}

/** Offers what a table can do to the palette, the shortcuts and the host's menu. */
export function useTableCommands(actions: TableActions): void {
  const t = useWords(tableWords);
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useCommands(
    useMemo(() => {
      const section = t('section');
      return [
        {
          id: 'find-column',
          label: t('findColumn'),
          section,
          shortcut: 'mod+Shift+F',
          run: () => latest.current.onFindColumn(),
        },
        {
          id: 'quick-search',
          label: t('quickSearch'),
          section,
          shortcut: 'mod+F',
          run: () => latest.current.onSearch(),
        },
        {
          id: 'clear-filters',
          label: t('clearFilters'),
          section,
          shortcut: 'mod+Shift+X',
          run: () => latest.current.onClearFilters(),
        },
        {
          id: 'toggle-columns',
          label: t('toggleColumns'),
          section,
          shortcut: 'mod+Shift+C',
          run: () => latest.current.onToggleColumns(),
        },
        {
          id: 'show-row-detail',
          label: t('showRowDetail'),
          section,
          shortcut: null,
          run: () => latest.current.onShowRow(),
        },
        { id: 'export-view', label: t('exportView'), section, shortcut: 'mod+E', run: () => latest.current.onExport() },
        { id: 'reset-view', label: t('resetView'), section, shortcut: null, run: () => latest.current.onReset() },
      ];
    }, [t]),
  );
}
