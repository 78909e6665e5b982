import { ActionIcon, Progress, SegmentedControl, Title, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { SCOPES } from '../../../shared/contract/aggregate.ts';
import type { DashboardPageName } from '../../../shared/dashboards/declared-query.ts';
import { FilterBar } from '../../components/filter-bar/filter-bar.tsx';
import { FilterChips } from '../../components/filter-bar/filter-chips.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { cardTable } from '../tables/card-table.ts';
import { useAnswerTime, useLoadingShare, useRowCounts } from './coordinator/use-progress.ts';
import { useDashboard } from './dashboard-context.ts';
import { dashboardWords, SCOPE_HINTS, SCOPE_WORDS } from './dashboard-words.ts';
import { ExplainButton } from './explain/explain-button.tsx';
import { ViewsMenu } from './views/views-menu.tsx';
import toolbar from '../../components/toolbar.module.css';
import styles from './dashboard-page.module.css';

/** What stands above a dashboard: its name, its transactions, which attempts count, and the filters. */
export function DashboardToolbar({
  page,
  hasSlicers,
  onSlicers,
}: {
  readonly page: DashboardPageName;
  readonly hasSlicers: boolean;
  readonly onSlicers: () => void;
}): ReactNode {
  const t = useWords(dashboardWords);
  const { workspace, model, scope, setScope, store } = useDashboard();
  const share = useLoadingShare();
  const format = useFormat();
  const table = useMemo(() => cardTable(model, 'transform'), [model]);
  const filterable = { workspace, table: table.name, columns: table.filterable, store };
  const ToggleIcon = hasSlicers ? IconLayoutSidebarLeftCollapse : IconLayoutSidebarLeftExpand;
  return (
    <header className={`${toolbar['toolbar'] ?? ''} ${styles['toolbar'] ?? ''}`}>
      <div className={styles['lead']}>
        <Tooltip label={hasSlicers ? t('hideSlicers') : t('showSlicers')}>
          <ActionIcon
            size={26}
            aria-label={hasSlicers ? t('hideSlicers') : t('showSlicers')}
            aria-expanded={hasSlicers}
            onClick={onSlicers}
          >
            <ToggleIcon size={17} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <div className={toolbar['heading']}>
          <Title order={1} className={toolbar['title'] ?? ''}>
            {t(page)}
          </Title>
          <RowCount />
        </div>
        <div className={styles['controls']}>
          <SegmentedControl
            className={styles['scope'] ?? ''}
            aria-label={t('scope')}
            value={scope}
            onChange={(value) => setScope(SCOPES.find((known) => known === value) ?? 'all')}
            data={SCOPES.map((value) => ({
              value,
              label: (
                <Tooltip label={t(SCOPE_HINTS[value])} multiline w={240}>
                  <span>{t(value === 'all' ? 'scopeAllShort' : SCOPE_WORDS[value])}</span>
                </Tooltip>
              ),
            }))}
          />
          <ViewsMenu page={page} />
        </div>
      </div>
      <div className={styles['filters']}>
        <FilterBar {...filterable} />
        <FilterChips {...filterable}>
          <ExplainButton />
        </FilterChips>
      </div>
      {share !== null && (
        <Progress
          className={styles['loading'] ?? ''}
          size={2}
          value={share * 100}
          aria-label={t('loadingColumns', { share: format.percent(share, 0) })}
        />
      )}
    </header>
  );
}

function RowCount(): ReactNode {
  const t = useWords(dashboardWords);
  const { number, duration } = useFormat();
  const counts = useRowCounts();
  const time = useAnswerTime();
  if (counts === null) return <span className={toolbar['count']} role="status" aria-label={t('loading')} />;
  const { rows, ofRows } = counts;
  return (
    <span
      className={toolbar['count']}
      role="status"
      title={time === null ? undefined : t('answeredIn', { time: duration(time) })}
    >
      {rows === ofRows
        ? t('rowsAll', { all: number(ofRows) })
        : t('rowsOf', { rows: number(rows), all: number(ofRows) })}
    </span>
  );
}
