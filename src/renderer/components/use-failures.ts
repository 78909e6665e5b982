import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { AppError } from '../../shared/result.ts';
import { errorText } from '../i18n/error-words.ts';
import { useLanguage } from '../i18n/use-words.ts';

/** Tells of a failure in a corner of the window, for actions that have no place of their own to say so. */
export function useFailures(): (error: AppError) => void {
  const language = useLanguage();
  return useCallback(
    (error) => {
      if (error.code === 'CANCELLED') return;
      const { title, detail, hint } = errorText(error, language);
      notifications.show({
        color: 'red',
        title,
        message: detail === null ? hint : `${hint} (${detail})`,
        autoClose: 12_000,
      });
    },
    [language],
  );
}
