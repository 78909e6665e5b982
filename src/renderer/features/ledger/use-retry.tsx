import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useState } from 'react';
import type { RejectRetryAnswer } from '../../../shared/contract/calls.ts';
import type { StoredReject } from '../../../shared/contract/ledger.ts';
import { useClient } from '../../client/client-context.ts';
import { componentWords } from '../../components/component-words.ts';
import { useFailures } from '../../components/use-failures.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../route/use-route.ts';
import { rejectsWords } from './rejects-words.ts';

/** What is still wrong with a corrected row. */
export type StillWrong = RejectRetryAnswer & { readonly outcome: 'rejected' };

/** Loads a corrected reject again and tells how it went; what is still wrong is for the place of the cells to say. */
export function useRetry(workspace: string): {
  readonly isLoading: boolean;
  readonly retry: (
    reject: StoredReject,
    corrections: Readonly<Record<string, string>>,
  ) => Promise<StillWrong | 'done' | 'failed'>;
} {
  const client = useClient();
  const fail = useFailures();
  const format = useFormat();
  const t = useWords(rejectsWords);
  const tc = useWords(componentWords);
  const [isLoading, setIsLoading] = useState(false);
  const retry = useCallback(
    async ({ id, line, fileName }: StoredReject, corrections: Readonly<Record<string, string>>) => {
      setIsLoading(true);
      const answer = await client.invoke('reject.retry', { workspace, id, corrections });
      setIsLoading(false);
      if (!answer.ok) {
        fail(answer.error);
        return 'failed' as const;
      }
      const { value } = answer;
      if (value.outcome === 'rejected') return value;
      if (value.outcome === 'duplicate') {
        notifications.show({
          color: 'blue',
          closeButtonProps: { 'aria-label': tc('close') },
          title: t('duplicateTitle'),
          message: t('duplicateText'),
        });
        return 'done' as const;
      }
      notifications.show({
        color: 'teal',
        title: t('loadedTitle'),
        autoClose: 8000,
        closeButtonProps: { 'aria-label': tc('close') },
        message: (
          <Group gap="xs" justify="space-between">
            <Text size="xs" c="dimmed">
              {t('loadedText', { line: format.number(line), file: fileName })}
            </Text>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => goTo({ kind: 'table', workspace, table: 'transform', view: null, row: value.row })}
            >
              {t('showRow')}
            </Button>
          </Group>
        ),
      });
      return 'done' as const;
    },
    [client, workspace, fail, format, t, tc],
  );
  return { isLoading, retry };
}
