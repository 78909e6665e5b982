import { ActionIcon, Progress, Title, Tooltip } from '@mantine/core';
import { IconDownload, IconX } from '@tabler/icons-react';
import { useCallback, useEffect, useId, useMemo, useRef, type ReactNode } from 'react';
import type { ColumnFilter, RowSelection } from '../../../../shared/contract/row-selection.ts';
import { FailurePanel } from '../../../components/failure-panel.tsx';
import { toggledFilter } from '../../../state/selection-filters.ts';
import { cardTable } from '../../tables/card-table.ts';
import { saveBlob } from '../chart/chart-files.ts';
import { chartCsv } from '../chart/chart-table.ts';
import { useDashboard } from '../dashboard-context.ts';
import { ComparedSides } from './compared-sides.tsx';
import { DifferenceList } from './difference-list.tsx';
import { closeExplain } from './explain-store.ts';
import { useExplainVoice } from './explain-voice.ts';
import { explanationTable } from './explanation-table.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useExplanation } from './use-explanation.ts';
import styles from './explain-panel.module.css';

const ICON = { size: 16, 'aria-hidden': true } as const;

/** What the part is, what it is compared with, and all differences. */
export function ExplainContent({ part }: { readonly part: RowSelection }): ReactNode {
  const voice = useExplainVoice();
  const { t, format } = voice;
  const { workspace, scope, selection, change, model } = useDashboard();
  const explanation = useExplanation(workspace, scope, selection, part);
  const { answer, isStale, progress, failure, retry } = explanation;
  const columns = useMemo(() => cardTable(model, 'transform').byName, [model]);
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  useKeptFocus(panel, part);

  // Cards are drawn anew by their data alone: what a click does looks the present selection up.
  const latest = useRef({ selection, change });
  useEffect(() => {
    latest.current = { selection, change };
  });
  const filterBy = useCallback((filter: ColumnFilter, add: boolean) => {
    latest.current.change(toggledFilter(latest.current.selection, filter, add));
  }, []);

  const save = (): void => {
    const csv = chartCsv(explanationTable(answer?.columns ?? [], columns, voice));
    saveBlob(new Blob(['\uFEFF', csv], { type: 'text/csv;charset=utf-8' }), `${t('csvFile')}.csv`);
  };
  const isEmpty = answer === null || answer.columns.length === 0;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape for the whole panel, which has a button for it too
    <aside
      ref={panel}
      className={styles['panel']}
      aria-labelledby={titleId}
      aria-busy={isStale}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) closeExplain();
      }}
    >
      <div className={styles['bar']}>
        <Title order={2} id={titleId} className={styles['title'] ?? ''}>
          {t('title')}
        </Title>
        <Tooltip label={t('exportCsv')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('exportCsv')}
            disabled={isEmpty || isStale}
            onClick={save}
          >
            <IconDownload {...ICON} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('close')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('close')} onClick={closeExplain}>
            <IconX {...ICON} />
          </ActionIcon>
        </Tooltip>
      </div>
      {progress !== null && (
        <Progress
          className={styles['progress'] ?? ''}
          size={2}
          value={progress * 100}
          aria-label={t('loadingShare', { share: format.percent(progress, 0) })}
        />
      )}
      <div className={styles['body']}>
        <ComparedSides part={part} answer={isStale ? null : answer} />
        {failure !== null && <FailurePanel error={failure} onRetry={retry} />}
        {answer !== null && failure === null && (
          <DifferenceList answer={answer} isStale={isStale} columns={columns} onFilter={filterBy} />
        )}
        {answer === null && failure === null && (
          <p className={styles['notice']} role="status">
            {progress === null ? t('loading') : t('loadingShare', { share: format.percent(progress, 0) })}
          </p>
        )}
      </div>
    </aside>
  );
}
