import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChartBarOff, IconFileImport } from '@tabler/icons-react';
import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react';
import type { ModelCard } from '../../../shared/contract/model-card.ts';
import { EVERY_ROW } from '../../../shared/contract/row-selection.ts';
import type { DashboardPageName } from '../../../shared/dashboards/declared-query.ts';
import { useCall } from '../../client/use-call.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../route/use-route.ts';
import { useKeptState } from '../../state/use-kept-state.ts';
import { useFailure, useRowCounts } from './coordinator/use-progress.ts';
import { DashboardContext, useDashboard } from './dashboard-context.ts';
import { DashboardToolbar } from './dashboard-toolbar.tsx';
import { dashboardWords } from './dashboard-words.ts';
import { ExplainPanel } from './explain/explain-panel.tsx';
import { SlicerPanel } from './slicers/slicer-panel.tsx';
import { useDashboardState } from './use-dashboard-state.ts';
import { useOpeningView } from './views/use-opening-view.ts';
import toolbar from '../../components/toolbar.module.css';
import styles from './dashboard-page.module.css';

/** The cards of each page; they stand in a grid of twelve columns. */
const PAGES: Readonly<Record<DashboardPageName, ComponentType>> = {
  clients: lazy(async () => ({ default: (await import('./clients/clients-page.tsx')).ClientsPage })),
  times: lazy(async () => ({ default: (await import('./times/times-page.tsx')).TimesPage })),
  retries: lazy(async () => ({ default: (await import('./retries/retries-page.tsx')).RetriesPage })),
  quality: lazy(async () => ({ default: (await import('./quality/quality-page.tsx')).QualityPage })),
};

interface DashboardPageProps {
  readonly workspace: string;
  readonly page: DashboardPageName;
  /** The selection that the address asks for, as text. */
  readonly view: string | null;
}

/** A page of charts under the filters of the workspace. */
export function DashboardPage(props: DashboardPageProps): ReactNode {
  const { data: model, error, refetch } = useCall('model.card', {});
  if (error !== null)
    return (
      <main className={toolbar['notice']}>
        <FailurePanel error={error.error} onRetry={() => void refetch()} />
      </main>
    );
  return model === undefined ? (
    <main className={`${toolbar['page'] ?? ''} ${styles['page'] ?? ''}`} aria-busy />
  ) : (
    <Dashboard {...props} model={model} />
  );
}

function Dashboard({ workspace, page, view, model }: DashboardPageProps & { readonly model: ModelCard }): ReactNode {
  const isSettled = useOpeningView(workspace, view !== null);
  const dashboard = useDashboardState(workspace, page, view, model);
  if (dashboard === null || !isSettled)
    return <main className={`${toolbar['page'] ?? ''} ${styles['page'] ?? ''}`} aria-busy />;
  return (
    <DashboardContext value={dashboard}>
      <DashboardFrame page={page} />
    </DashboardContext>
  );
}

function DashboardFrame({ page }: { readonly page: DashboardPageName }): ReactNode {
  const [wantsSlicers, setWanted] = useKeptState('dashboard-slicers', true, parseTruth);
  // In a small window they would stand before everything else.
  const isSmall = useMediaQuery('(max-width: 760px), (height < 520px)', false, { getInitialValueInEffect: false });
  const [hasThem, setHasThem] = useState(false);
  const [hasSlicers, setSlicers] = isSmall ? [hasThem, setHasThem] : [wantsSlicers, setWanted];
  const counts = useRowCounts();
  const failure = useFailure();
  const { coordinator } = useDashboard();
  const Cards = PAGES[page];
  return (
    <main className={`${toolbar['page'] ?? ''} ${styles['page'] ?? ''}`}>
      <DashboardToolbar page={page} hasSlicers={hasSlicers} onSlicers={() => setSlicers(!hasSlicers)} />
      {counts?.ofRows === 0 ? (
        <NoRows />
      ) : (
        <div className={styles['content']}>
          {hasSlicers && <SlicerPanel />}
          <div className={styles['scroller']} key={page}>
            {failure !== null && (
              <div className={styles['failure']}>
                <FailurePanel error={failure} onRetry={() => coordinator.retry()} />
              </div>
            )}
            {counts?.rows === 0 && <NoMatch ofRows={counts.ofRows} />}
            <div className={styles['grid']} hidden={counts?.rows === 0}>
              <Suspense fallback={null}>
                <Cards />
              </Suspense>
            </div>
          </div>
          <ExplainPanel />
        </div>
      )}
    </main>
  );
}

function NoRows(): ReactNode {
  const t = useWords(dashboardWords);
  const { workspace } = useDashboard();
  return (
    <EmptyState icon={<IconFileImport size={32} aria-hidden />} title={t('emptyTitle')} text={t('emptyText')}>
      <Button onClick={() => goTo({ kind: 'import', file: null, workspace })}>{t('emptyAction')}</Button>
    </EmptyState>
  );
}

function NoMatch({ ofRows }: { readonly ofRows: number }): ReactNode {
  const t = useWords(dashboardWords);
  const { number } = useFormat();
  const { change } = useDashboard();
  return (
    <EmptyState
      icon={<IconChartBarOff size={32} aria-hidden />}
      title={t('noMatchTitle')}
      text={t('noMatchText', { all: number(ofRows) })}
    >
      <Button variant="default" onClick={() => change(EVERY_ROW)}>
        {t('clearFilters')}
      </Button>
    </EmptyState>
  );
}

function parseTruth(json: unknown): boolean | null {
  return typeof json === 'boolean' ? json : null;
}
