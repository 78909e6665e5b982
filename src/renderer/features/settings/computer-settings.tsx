import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useClient } from '../../client/client-context.ts';
import { useCall } from '../../client/use-call.ts';
import { useShowInFolder } from '../../components/use-show-in-folder.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import classes from './settings-page.module.css';
import { SettingsLine, SettingsSection } from './settings-section.tsx';
import { settingsWords } from './settings-words.ts';

/** What the application keeps on this computer, and where. */
export function ComputerSettings(): ReactNode {
  const t = useWords(settingsWords);
  const format = useFormat();
  const client = useClient();
  const show = useShowInFolder();
  const { data: host } = useCall('host.describe', {});
  const { data: recent } = useCall('recent.list', {});
  const workspaces = recent?.workspaces ?? [];
  const clear = async (): Promise<void> => {
    for (const { folder } of workspaces) await client.invoke('recent.forget', { folder });
  };
  return (
    <SettingsSection title={t('data')}>
      <SettingsLine label={t('recent')}>
        <div>
          <Text>
            {workspaces.length === 0
              ? t('recentNone')
              : t('recentCount', { count: workspaces.length, n: format.number(workspaces.length) })}
          </Text>
          <Text size="xs" c="dimmed">
            {t('clearHint')}
          </Text>
        </div>
        <Button variant="default" disabled={workspaces.length === 0} onClick={() => void clear()}>
          {t('clear')}
        </Button>
      </SettingsLine>
      {host !== undefined && (
        <SettingsLine label={t('documents')}>
          <Text className={classes['path'] ?? ''}>{host.documentsFolder}</Text>
        </SettingsLine>
      )}
      {host?.dataFolder !== undefined && (
        <SettingsLine label={t('dataFolder')}>
          <Text className={classes['path'] ?? ''}>{host.dataFolder}</Text>
          <Button
            variant="default"
            aria-label={`${t('show')}: ${host.dataFolder}`}
            onClick={() => show(host.dataFolder ?? '')}
          >
            {t('show')}
          </Button>
        </SettingsLine>
      )}
    </SettingsSection>
  );
}
