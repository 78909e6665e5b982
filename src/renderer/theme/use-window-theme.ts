import { mergeThemeOverrides, Notification, type MantineThemeOverride } from '@mantine/core';
import { useMemo } from 'react';
import { componentWords } from '../components/component-words.ts';
import { useWords } from '../i18n/use-words.ts';
import { mantineTheme } from './mantine-theme.ts';

/** The theme with the words that Mantine's components need in the window's language. */
export function useWindowTheme(): MantineThemeOverride {
  const close = useWords(componentWords)('close');
  return useMemo(
    () =>
      mergeThemeOverrides(mantineTheme, {
        components: {
          Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': close } } }),
        },
      }),
    [close],
  );
}
