import { ActionIcon, Group, SegmentedControl, Skeleton, Stack, Text, Title, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconChevronUp, IconClipboardText, IconJson, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { TransactionDetail } from '../../../../shared/contract/grid.ts';
import { FailurePanel } from '../../../components/failure-panel.tsx';
import { useCall } from '../../../client/use-call.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { copyText } from '../copy-text.ts';
import { rowsText } from '../grid/rows-text.ts';
import { useTable } from '../table-context.ts';
import { tableWords } from '../table-words.ts';
import { AttemptList } from './attempt-list.tsx';
import { DetailHead } from './detail-head.tsx';
import { detailWords } from './detail-words.ts';
import { TimelineChart } from './timeline-chart.tsx';
import { timelineLayout } from './timeline-layout.ts';
import { TimelineTable } from './timeline-table.tsx';
import { ValueList } from './value-list.tsx';
import styles from './row-detail.module.css';

const ICON = { size: 16, 'aria-hidden': true } as const;

/** Everything known about one transaction. */
export function RowDetail({
  id,
  onOpen,
  onStep,
  onClose,
}: {
  readonly id: number;
  readonly onOpen: (id: number) => void;
  readonly onStep: (by: -1 | 1) => void;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(detailWords);
  const tTable = useWords(tableWords);
  const { workspace, table } = useTable();
  const { data, error, refetch } = useCall('transaction.read', { workspace, id }, { keepPrevious: true });
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.scrollTo({ top: 0 });
  }, [id]);
  const copy = async (text: string): Promise<void> => {
    const isDone = await copyText(text);
    notifications.show({ message: isDone ? t('copied') : tTable('copyFailed'), ...(isDone ? {} : { color: 'red' }) });
  };
  const values = data?.[table.name === 'staging' ? 'staging' : 'transform'] ?? {};
  const names = table.columns.map(({ name }) => name).filter((name) => name in values);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys for the whole panel, every one of them has a button too
    <aside
      className={styles['panel']}
      aria-label={t('title', { id })}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
        if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
          event.preventDefault();
          onStep(event.key === 'ArrowDown' ? 1 : -1);
        }
      }}
    >
      <Group className={styles['bar'] ?? ''} gap={2} wrap="nowrap">
        <Title order={2} size="h5" flex={1} className={styles['title'] ?? ''}>
          {t('title', { id })}
        </Title>
        <IconButton label={t('previous')} onClick={() => onStep(-1)} icon={<IconChevronUp {...ICON} />} />
        <IconButton label={t('next')} onClick={() => onStep(1)} icon={<IconChevronDown {...ICON} />} />
        <IconButton
          label={t('copyTsv')}
          isOff={data === undefined}
          onClick={() => void copy(rowsText(names, [names.map((name) => values[name])]))}
          icon={<IconClipboardText {...ICON} />}
        />
        <IconButton
          label={t('copyJson')}
          isOff={data === undefined}
          onClick={() => void copy(JSON.stringify(data, null, 2))}
          icon={<IconJson {...ICON} />}
        />
        <IconButton label={t('close')} onClick={onClose} icon={<IconX {...ICON} />} />
      </Group>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div ref={body} className={styles['body']} tabIndex={0}>
        {error !== null && <FailurePanel error={error.error} onRetry={() => void refetch()} />}
        {data === undefined ? error === null && <DetailSkeleton /> : <DetailBody detail={data} onOpen={onOpen} />}
      </div>
    </aside>
  );
}

function DetailBody({
  detail,
  onOpen,
}: {
  readonly detail: TransactionDetail;
  readonly onOpen: (id: number) => void;
}): ReactNode {
  const t = useWords(detailWords);
  const format = useFormat();
  const { model } = useTable();
  const [isTable, setTable] = useState(false);
  const columns = model.tables.find(({ name }) => name === 'staging')?.columns ?? [];
  const timeline = timelineLayout(model.microservices, columns, detail.staging);
  return (
    <Stack gap="md">
      <DetailHead detail={detail} />
      <section>
        <Group justify="space-between" mb={4}>
          <Title order={3} size="h6">
            {t('timeline')}
          </Title>
          <SegmentedControl
            size="xs"
            aria-label={t('timelineView')}
            value={isTable ? 'table' : 'chart'}
            onChange={(value) => setTable(value === 'table')}
            data={[
              { value: 'chart', label: t('asChart') },
              { value: 'table', label: t('asTable') },
            ]}
          />
        </Group>
        {timeline.bars.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('noTimes')}
          </Text>
        )}
        {isTable ? (
          <TimelineTable timeline={timeline} microservices={model.microservices} />
        ) : (
          <TimelineChart timeline={timeline} microservices={model.microservices} />
        )}
        <Text size="xs" c="dimmed" mt={4}>
          {t('timelineHonest')}
          {timeline.other !== null && timeline.other < 0 && (
            <> {t('timelineOverlap', { overlap: `${format.number(-timeline.other)} ms` })}</>
          )}
        </Text>
      </section>
      <section>
        <Group justify="space-between" mb={4}>
          <Title order={3} size="h6">
            {t('attempts')}
          </Title>
          <Text size="xs" c="dimmed">
            {t('attemptsOf', { count: detail.attemptCount })}
          </Text>
        </Group>
        <AttemptList detail={detail} onOpen={onOpen} />
      </section>
      <section>
        <Title order={3} size="h6" mb={4}>
          {t('values')}
        </Title>
        <ValueList detail={detail} />
      </section>
    </Stack>
  );
}

function IconButton({
  label,
  icon,
  isOff = false,
  onClick,
}: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly isOff?: boolean;
  readonly onClick: () => void;
}): ReactNode {
  return (
    <Tooltip label={label} openDelay={300}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={isOff} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

function DetailSkeleton(): ReactNode {
  return (
    <Stack gap="xs" aria-hidden>
      <Skeleton h={20} w="60%" />
      <Skeleton h={60} />
      <Skeleton h={240} />
      <Skeleton h={80} />
    </Stack>
  );
}
