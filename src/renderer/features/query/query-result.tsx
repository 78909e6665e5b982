import { Button, Group, Loader, SegmentedControl, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy, IconDatabaseSearch, IconDownload } from '@tabler/icons-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { assertNever } from '../../../shared/assert-never.ts';
import type { QueryAnswer, Selected } from '../../../shared/contract/calls.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { answerAsTsv } from './answer-as-tsv.ts';
import type { QueryRun } from './query-run.ts';
import { queryWords } from './query-words.ts';
import { ResultGrid } from './result-grid.tsx';
import { useQueryExport } from './use-query-export.ts';
import styles from './query-page.module.css';

// The charts' library is only loaded by who looks at one.
const ResultChart = lazy(async () => ({ default: (await import('./result-chart.tsx')).ResultChart }));

/** What became of the query. */
export function QueryResult({
  workspace,
  run,
  onRetry,
}: {
  readonly workspace: string;
  readonly run: QueryRun;
  readonly onRetry: (sql: string) => void;
}): ReactNode {
  const t = useWords(queryWords);
  const format = useFormat();
  switch (run.kind) {
    case 'idle':
      return (
        <EmptyState icon={<IconDatabaseSearch size={36} aria-hidden />} title={t('idleTitle')} text={t('idleText')} />
      );
    case 'running':
      return (
        <Group justify="center" p="xl">
          <Loader size="sm" aria-hidden />
        </Group>
      );
    case 'cancelled':
      return (
        <Text p="lg" role="status">
          {t('cancelled', { time: format.duration(run.milliseconds) })}
        </Text>
      );
    case 'failed':
      return (
        <div style={{ padding: 12 }}>
          <FailurePanel error={run.error} onRetry={() => onRetry(run.sql)} />
        </div>
      );
    case 'done':
      return <Answer workspace={workspace} sql={run.sql} selected={run.selected} answer={run.answer} />;
    default:
      return assertNever(run);
  }
}

function Answer({
  workspace,
  sql,
  selected,
  answer,
}: {
  readonly workspace: string;
  readonly sql: string;
  readonly selected: Selected;
  readonly answer: QueryAnswer;
}): ReactNode {
  const t = useWords(queryWords);
  const format = useFormat();
  const [view, setView] = useState('grid');
  const exporting = useQueryExport(workspace, sql, selected);
  const rows = answer.block.rows;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(answerAsTsv(answer));
    notifications.show({ message: t('copied') });
  };
  return (
    <section aria-label={t('result')} style={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
      <div className={styles['bar']}>
        <SegmentedControl
          size="xs"
          aria-label={t('result')}
          data={[
            { value: 'grid', label: t('grid') },
            { value: 'chart', label: t('chart') },
          ]}
          value={view}
          onChange={setView}
        />
        <Text size="xs" role="status">
          {t('rows', { count: rows })} · {format.duration(answer.milliseconds)}
        </Text>
        <Group gap={6} ml="auto">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCopy size={15} aria-hidden />}
            disabled={rows === 0}
            onClick={() => void copy()}
          >
            {t('copy')}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={15} aria-hidden />}
            loading={exporting.isRunning}
            onClick={exporting.start}
          >
            {t('export')}
          </Button>
          {exporting.isRunning && (
            <Button size="xs" variant="subtle" onClick={exporting.cancel}>
              {t('cancel')}
            </Button>
          )}
        </Group>
        {answer.truncated && (
          <Text size="xs" c="dimmed" w="100%">
            {t('truncated', { rows: format.number(rows) })}
          </Text>
        )}
        {exporting.error !== null && (
          <div style={{ width: '100%' }}>
            <FailurePanel error={exporting.error} onRetry={exporting.start} />
          </div>
        )}
      </div>
      <div style={{ flex: 1, minHeight: 120 }}>
        {rows === 0 ? (
          <Text p="lg" c="dimmed">
            {t('empty')}
          </Text>
        ) : view === 'grid' ? (
          <ResultGrid answer={answer} label={t('result')} />
        ) : (
          <Suspense fallback={null}>
            <ResultChart answer={answer} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
