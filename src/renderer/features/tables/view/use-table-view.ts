import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useMemo } from 'react';
import { useWords } from '../../../i18n/use-words.ts';
import { goTo } from '../../../route/use-route.ts';
import { useViewHistory, type ViewState } from '../../../state/use-view-history.ts';
import { useViewLink } from '../../../state/view-link.ts';
import type { CardTable } from '../card-table.ts';
import { tableWords } from '../table-words.ts';
import { useSharedSelection } from './use-shared-selection.ts';
import { FIRST_VIEW, fitView, parseTableView, type TableViewState } from './table-view-state.ts';
import { printView, readView } from './view-text.ts';

/** The view of a table: as it was left, or as the address asks for, without what this table does not have. */
export function useTableView({
  workspace,
  table,
  link,
  row,
}: {
  readonly workspace: string;
  readonly table: CardTable;
  readonly link: string | null;
  readonly row: number | null;
}): ViewState<TableViewState> & { readonly reset: () => void } {
  const t = useWords(tableWords);
  const linked = useMemo(() => {
    const view = link === null ? null : readView(link);
    return view === null ? null : fitView(view, (column) => table.byName.has(column));
  }, [link, table]);
  const parse = useCallback(
    (json: unknown) => {
      const view = parseTableView(json);
      return view === null ? null : fitView(view, (column) => table.byName.has(column)).view;
    },
    [table],
  );
  const view = useViewHistory<TableViewState>({
    workspace,
    view: `table:${table.name}`,
    parse,
    initial: FIRST_VIEW,
    linked: linked?.view ?? null,
  });
  const { state, isReady, change } = view;
  const isShared = useSharedSelection(workspace, table, view, linked?.view.selection ?? null);

  useEffect(() => {
    if (link === null || !isReady) return;
    if (linked === null) notifications.show({ color: 'yellow', title: t('linkUnread'), message: t('linkUnreadHint') });
    else if (linked.left.length > 0)
      notifications.show({
        color: 'yellow',
        title: t('viewFitted'),
        message: t('viewFittedHint', { columns: linked.left.join(', ') }),
      });
    // From here on the view is the person's own, and no longer that of the link.
    goTo({ kind: 'table', workspace, table: table.name, view: null, row }, { replace: true });
  }, [link, linked, isReady, t, workspace, table.name, row]);

  useViewLink(() => ({ kind: 'table', workspace, table: table.name, view: printView(state), row }));
  const reset = useCallback(() => change(FIRST_VIEW), [change]);
  return useMemo(() => ({ ...view, isReady: isReady && isShared, reset }), [view, isReady, isShared, reset]);
}
