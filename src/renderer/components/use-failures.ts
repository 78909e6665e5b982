import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { AppError } from '../../shared/result.ts';
import { useErrorText } from './use-error-text.ts';

/** Tells of a failure in a corner of the window, for actions that have no place of their own to say so. */
export function useFailures(): (error: AppError) => void {
  const errorText = useErrorText();
  return useCallback(
    (error) => {
      if (error.code === 'CANCELLED') return;
      const { title, detail, hint } = errorText(error);
      notifications.show({
        color: 'red',
        title,
        message: detail === null ? hint : `${hint} (${detail})`,
        autoClose: 12_000,
      });
    },
    [errorText],
  );
}
