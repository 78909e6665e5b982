import { useMantineColorScheme } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { DEFAULT_SETTINGS } from '../../shared/contract/settings.ts';
import { useCall } from '../client/use-call.ts';
import { languageFor, translator } from '../i18n/i18n.ts';

/** Lets the settings take effect: language, colour scheme, motion. Shows the window once they are known, as it will look. */
export function SettingsEffects({ children }: { readonly children: ReactNode }): ReactNode {
  const { data: settings = DEFAULT_SETTINGS, isPending } = useCall('settings.read', {});
  const { setColorScheme } = useMantineColorScheme();
  const { language, theme, motion } = settings;
  useEffect(() => {
    const chosen = languageFor(language);
    document.documentElement.lang = chosen;
    void translator.changeLanguage(chosen);
  }, [language]);
  useEffect(() => setColorScheme(theme === 'system' ? 'auto' : theme), [theme, setColorScheme]);
  useEffect(() => {
    document.documentElement.dataset['motion'] = motion;
  }, [motion]);
  return isPending ? null : children;
}
