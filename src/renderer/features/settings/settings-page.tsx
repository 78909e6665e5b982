import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { CenteredPage } from '../../components/centered-page.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { AboutApplication } from './about-application.tsx';
import { AppearanceSettings } from './appearance-settings.tsx';
import { ComputerSettings } from './computer-settings.tsx';
import { settingsWords } from './settings-words.ts';

/** What a person chooses for every window, and what there is to know about the application. */
export function SettingsPage(): ReactNode {
  const t = useWords(settingsWords);
  return (
    <CenteredPage width="text">
      <Title order={1}>{t('title')}</Title>
      <AppearanceSettings />
      <ComputerSettings />
      <AboutApplication />
    </CenteredPage>
  );
}
