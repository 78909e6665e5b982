import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCall } from '../../client/use-call.ts';
import { runCommand } from '../../commands/command-registry.ts';
import { useWords } from '../../i18n/use-words.ts';
import classes from './settings-page.module.css';
import { SettingsLine, SettingsSection } from './settings-section.tsx';
import { settingsWords } from './settings-words.ts';

const PLATFORMS: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };

/** Version, licence and the like. */
export function AboutApplication(): ReactNode {
  const t = useWords(settingsWords);
  const { data: host } = useCall('host.describe', {});
  return (
    <SettingsSection title={t('about')}>
      {host !== undefined && (
        <>
          <SettingsLine label={t('version')}>
            <Text>Veriscope {host.productVersion}</Text>
          </SettingsLine>
          <SettingsLine label={t('host')}>
            <Text>{t(host.kind)}</Text>
          </SettingsLine>
          <SettingsLine label={t('platform')}>
            <Text>{PLATFORMS[host.platform] ?? host.platform}</Text>
          </SettingsLine>
        </>
      )}
      <SettingsLine label={t('offline')}>
        <Text>{t('offlineText')}</Text>
      </SettingsLine>
      <SettingsLine label={t('licence')}>
        <Text>{t('licenceText')}</Text>
      </SettingsLine>
      <div className={classes['links']}>
        <Button variant="default" onClick={() => runCommand('show-tour')}>
          {t('introduction')}
        </Button>
        <Button variant="default" onClick={() => runCommand('show-shortcuts')}>
          {t('shortcuts')}
        </Button>
      </div>
    </SettingsSection>
  );
}
