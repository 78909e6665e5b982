import { useComputedColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import type { Settings } from '../../../shared/contract/settings.ts';
import { useClient } from '../../client/client-context.ts';
import { useCommands } from '../../commands/command-registry.ts';
import { useFailures } from '../../components/use-failures.ts';
import { useWords } from '../../i18n/use-words.ts';
import { viewAddress, viewHash } from '../../state/view-link.ts';
import { appWords } from '../app-words.ts';
import { commandWords } from './command-words.ts';

/** Commands about the window itself: links, theme, language, motion. */
export function useWindowCommands(): void {
  const t = useWords(commandWords);
  const words = useWords(appWords);
  const client = useClient();
  const fail = useFailures();
  const scheme = useComputedColorScheme('light');

  useCommands(
    useMemo(() => {
      const section = t('windowSection');
      const setting = (id: string, label: string, keywords: string, patch: Partial<Settings>) => ({
        id,
        label,
        section,
        keywords,
        shortcut: null,
        run: () => void change(patch),
      });
      const change = async (patch: Partial<Settings>): Promise<void> => {
        const answer = await client.invoke('settings.write', patch);
        if (!answer.ok) fail(answer.error);
      };
      const copyLink = async (): Promise<void> => {
        const link = viewAddress();
        try {
          await navigator.clipboard.writeText(link);
          notifications.show({ title: words('linkCopied'), message: words('linkCopiedText') });
        } catch {
          notifications.show({
            color: 'yellow',
            title: words('linkNotCopied'),
            message: words('linkNotCopiedText', { link }),
            autoClose: 20_000,
          });
        }
      };
      const openWindow = async (): Promise<void> => {
        const answer = await client.invoke('host.newWindow', { route: viewHash() });
        if (!answer.ok) fail(answer.error);
      };
      return [
        { id: 'copy-link', label: t('copyLink'), section, shortcut: 'mod+Shift+L', run: () => void copyLink() },
        { id: 'new-window', label: t('newWindow'), section, shortcut: null, run: () => void openWindow() },
        setting('toggle-theme', t('themeToggle'), t('themeKeywords'), { theme: scheme === 'dark' ? 'light' : 'dark' }),
        setting('theme-light', t('themeLight'), t('themeKeywords'), { theme: 'light' }),
        setting('theme-dark', t('themeDark'), t('themeKeywords'), { theme: 'dark' }),
        setting('theme-system', t('themeSystem'), t('themeKeywords'), { theme: 'system' }),
        setting('language-en', t('languageEnglish'), t('languageKeywords'), { language: 'en' }),
        setting('language-es', t('languageSpanish'), t('languageKeywords'), { language: 'es' }),
        setting('language-system', t('languageSystem'), t('languageKeywords'), { language: 'system' }),
        setting('motion-reduced', t('motionReduced'), t('motionKeywords'), { motion: 'reduced' }),
        setting('motion-system', t('motionSystem'), t('motionKeywords'), { motion: 'system' }),
      ];
    }, [t, words, client, fail, scheme]),
  );
}
