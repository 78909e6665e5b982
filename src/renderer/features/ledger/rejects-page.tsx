import { Button, Group, Text } from '@mantine/core';
import { IconBook2, IconCircleCheck, IconDownload, IconFilterOff } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useCall } from '../../client/use-call.ts';
import { useCommands } from '../../commands/command-registry.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { PageFrame } from '../../components/page-frame.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../route/use-route.ts';
import { NoImports } from './no-imports.tsx';
import { RejectDetail } from './reject-detail.tsx';
import { RejectsFilters } from './rejects-filters.tsx';
import { RejectsList, type RejectsHandle } from './rejects-list.tsx';
import { EVERY_REJECT, parseRejectsFilter, rejectsRoute, type RejectsFilter } from './rejects-route.ts';
import { rejectsWords } from './rejects-words.ts';
import { useRejectsExport } from './use-rejects-export.tsx';
import classes from './rejects-page.module.css';

/**
 * The rows that were kept out, each to be looked at, corrected and loaded again. `view` is the filter as
 * {@link parseRejectsFilter} reads it, `row` the reject that is open.
 */
export function RejectsPage({
  workspace,
  view,
  row,
}: {
  readonly workspace: string;
  readonly view: string | null;
  readonly row: number | null;
}): ReactNode {
  const t = useWords(rejectsWords);
  const format = useFormat();
  const filter = useMemo(() => parseRejectsFilter(view), [view]);
  const { data: info, error, refetch } = useCall('workspace.info', { workspace });
  const [total, setTotal] = useState<number | null>(null);
  const list = useRef<RejectsHandle>(null);
  const exportRejects = useRejectsExport(workspace, filter);
  const show = useCallback(
    (next: RejectsFilter, id: number | null) => goTo(rejectsRoute(workspace, next, id), { replace: true }),
    [workspace],
  );
  const delimiterOf = (run: number): string => info?.runs.find(({ id }) => id === run)?.settings.delimiter ?? ',';
  const isFiltered = filter.run !== null || filter.reason !== null || filter.column !== null;
  const hasRejects = (info?.ledger.rejected ?? 0) > 0;
  useCommands(
    useMemo(
      () =>
        hasRejects
          ? [{ id: 'export-view', label: t('export'), section: t('section'), shortcut: 'mod+E', run: exportRejects }]
          : [],
      [t, hasRejects, exportRejects],
    ),
  );
  const hasImports = info !== undefined && info.runs.length > 0;
  const count = total ?? info?.ledger.rejected ?? 0;
  return (
    <PageFrame
      title={t('title')}
      subtitle={hasImports ? t(isFiltered ? 'countFiltered' : 'count', { count, n: format.number(count) }) : ''}
      isFlush
      actions={
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconBook2 size={15} aria-hidden />}
            onClick={() => goTo({ kind: 'ledger', workspace, run: filter.run })}
          >
            {t('ledger')}
          </Button>
          {hasRejects && (
            <Button
              variant="default"
              leftSection={<IconDownload size={15} aria-hidden />}
              disabled={count === 0}
              onClick={exportRejects}
            >
              {t('export')}
            </Button>
          )}
        </Group>
      }
    >
      {error !== null && <FailurePanel error={error.error} onRetry={() => void refetch()} />}
      {info !== undefined && !hasImports && <NoImports workspace={workspace} />}
      {hasImports && !hasRejects && (
        <EmptyState
          icon={<IconCircleCheck size={32} stroke={1.3} color="var(--vs-ok)" aria-hidden />}
          title={t('emptyTitle')}
          text={t('emptyText')}
        />
      )}
      {info !== undefined && hasRejects && (
        <>
          <RejectsFilters info={info} filter={filter} onChange={(next) => show(next, null)} />
          <div className={classes['split']}>
            <section className={classes['list']} aria-label={t('list')}>
              <RejectsList
                handle={list}
                workspace={workspace}
                filter={filter}
                current={row}
                onSelect={(id) => id !== row && show(filter, id)}
                onEdit={focusFirstField}
                onTotal={setTotal}
              />
              {total === 0 && (
                <div className={classes['nothing']}>
                  <EmptyState
                    icon={<IconFilterOff size={28} stroke={1.3} aria-hidden />}
                    title={t('nothingTitle')}
                    text={t('nothingText')}
                  >
                    <Button variant="default" onClick={() => show(EVERY_REJECT, null)}>
                      {t('clear')}
                    </Button>
                  </EmptyState>
                </div>
              )}
            </section>
            <section id={DETAIL} className={classes['detail']} aria-label={t('detail')}>
              {row === null ? (
                <Text size="sm" c="dimmed">
                  {t('detailHint')}
                </Text>
              ) : (
                <RejectDetail
                  workspace={workspace}
                  id={row}
                  delimiterOf={delimiterOf}
                  onDone={() => list.current?.advance()}
                />
              )}
            </section>
          </div>
        </>
      )}
    </PageFrame>
  );
}

const DETAIL = 'reject-detail';

/** Enter in the list leads to the first cell that can be corrected. */
function focusFirstField(): void {
  document.querySelector<HTMLElement>(`#${DETAIL} input`)?.focus();
}
