import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { tableWords } from './table-words.ts';

/** Says what was copied: so many rows, or, where that is 0, one cell. */
export function useCopyNotice(): (rows: number, isDone: boolean) => void {
  const t = useWords(tableWords);
  return useCallback(
    (rows, isDone) => {
      if (!isDone) {
        notifications.show({ id: 'copied', color: 'red', title: t('copyFailed'), message: t('copyFailedHint') });
        return;
      }
      const message = rows === 0 ? t('cellCopied') : t('rowsCopied', { count: rows });
      notifications.hide('copied');
      notifications.show({ id: 'copied', message, autoClose: 2500 });
    },
    [t],
  );
}
