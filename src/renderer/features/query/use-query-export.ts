import { notifications } from '@mantine/notifications';
import { useCallback, useRef, useState } from 'react';
import type { Selected } from '../../../shared/contract/calls.ts';
import type { AppError } from '../../../shared/result.ts';
import { useClient } from '../../client/client-context.ts';
import { usePick } from '../../components/file-dialog/use-pick.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { queryWords } from './query-words.ts';

/** Writes the whole answer of a query to a file that the person chooses. */
export function useQueryExport(
  workspace: string,
  sql: string,
  selected: Selected,
): {
  readonly isRunning: boolean;
  readonly error: AppError | null;
  readonly start: () => void;
  readonly cancel: () => void;
} {
  const t = useWords(queryWords);
  const format = useFormat();
  const client = useClient();
  const pick = usePick();
  const running = useRef<AbortController | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const run = async (): Promise<void> => {
    const out = await pick({
      purpose: 'save-file',
      title: t('exportTitle'),
      suggested: 'query.csv',
      filters: [
        { name: 'CSV', extensions: ['csv'] },
        { name: 'Parquet', extensions: ['parquet'] },
        { name: 'JSON', extensions: ['json'] },
      ],
    });
    if (out === null) return;
    const cancel = new AbortController();
    running.current = cancel;
    setIsRunning(true);
    setError(null);
    const result = await client.invoke('query.export', { workspace, sql, selected, out }, { signal: cancel.signal });
    setIsRunning(false);
    if (result.ok) {
      const { file, rows } = result.value;
      notifications.show({ message: t('exported', { rows: format.number(rows), file }) });
    } else if (result.error.code !== 'CANCELLED') setError(result.error);
  };
  return {
    isRunning,
    error,
    start: () => void run(),
    cancel: useCallback(() => running.current?.abort(), []),
  };
}
