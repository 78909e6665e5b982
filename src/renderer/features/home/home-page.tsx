import { Button, Group, Text, Title } from '@mantine/core';
import { IconDatabase, IconFlask, IconFolderOpen, IconFolderPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useClient } from '../../client/client-context.ts';
import { useCall } from '../../client/use-call.ts';
import { runCommand } from '../../commands/command-registry.ts';
import { CenteredPage } from '../../components/centered-page.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Tour } from '../tour/tour.tsx';
import { useTourAsked } from '../tour/tour-state.ts';
import classes from './home-page.module.css';
import { homeWords } from './home-words.ts';
import { RecentTable } from './recent-table.tsx';
import { SampleProgress } from './sample-progress.tsx';
import { useSampleState } from './use-sample.ts';

/** Where a window begins: the workspaces that were opened lately, and the ways to another. */
export function HomePage(): ReactNode {
  const t = useWords(homeWords);
  const client = useClient();
  const { data: settings } = useCall('settings.read', {});
  const recent = useCall('recent.list', {});
  const isAsked = useTourAsked((state) => state.isAsked);
  const isBusy = useSampleState(({ state }) => state.kind === 'running');
  const showsTour = isAsked || settings?.tourSeen === false;
  const workspaces = recent.data?.workspaces ?? [];
  const dismissTour = (): void => {
    useTourAsked.setState({ isAsked: false });
    void client.invoke('settings.write', { tourSeen: true });
  };
  return (
    <CenteredPage width="table">
      <header className={classes['head']}>
        <Title order={1}>{t('title')}</Title>
        <Group gap="sm">
          <HeadButton
            command="open-workspace"
            icon={<IconFolderOpen size={16} stroke={1.6} aria-hidden />}
            label={t('open')}
            full={t('openFull')}
          />
          <HeadButton
            command="new-workspace"
            icon={<IconFolderPlus size={16} stroke={1.6} aria-hidden />}
            label={t('new')}
            full={t('newFull')}
          />
          {!showsTour && (
            <HeadButton
              command="try-sample"
              icon={<IconFlask size={16} stroke={1.6} aria-hidden />}
              label={t('sample')}
              full={t('sampleFull')}
              isDisabled={isBusy}
            />
          )}
        </Group>
      </header>
      <SampleProgress />
      {showsTour && <Tour isBusy={isBusy} onDismiss={dismissTour} />}
      {recent.error ? (
        <FailurePanel error={recent.error.error} onRetry={() => void recent.refetch()} />
      ) : workspaces.length > 0 ? (
        <>
          <RecentTable workspaces={workspaces} />
          <Text size="xs" c="dimmed">
            {t('dropHint')}
          </Text>
        </>
      ) : (
        recent.data !== undefined &&
        !showsTour && (
          <div className={classes['empty']}>
            <EmptyState
              icon={<IconDatabase size={40} stroke={1.2} aria-hidden />}
              title={t('emptyTitle')}
              text={t('emptyText')}
            >
              <Button variant="subtle" onClick={() => useTourAsked.setState({ isAsked: true })}>
                {t('showTour')}
              </Button>
            </EmptyState>
          </div>
        )
      )}
    </CenteredPage>
  );
}

function HeadButton({
  command,
  icon,
  label,
  full,
  isDisabled = false,
}: {
  readonly command: string;
  readonly icon: ReactNode;
  readonly label: string;
  readonly full: string;
  readonly isDisabled?: boolean;
}): ReactNode {
  return (
    <Button variant="default" leftSection={icon} title={full} disabled={isDisabled} onClick={() => runCommand(command)}>
      {label}
    </Button>
  );
}
