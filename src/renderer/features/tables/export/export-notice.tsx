import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import type { CallAnswer } from '../../../../shared/contract/calls.ts';
import { useClient } from '../../../client/client-context.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { exportWords } from './export-words.ts';

/** Says how an export ended, when its dialog is gone. */
export function useExportNotice(): {
  readonly done: (outcome: CallAnswer<'table.export'>) => void;
  readonly cancelled: () => void;
} {
  const client = useClient();
  const t = useWords(exportWords);
  const format = useFormat();
  return useMemo(
    () => ({
      done: ({ file, rows, bytes }) => {
        notifications.show({
          title: t('done', { rows: format.number(rows) }),
          autoClose: 12_000,
          message: (
            <>
              <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
                {t('doneTold', { file, bytes: format.bytes(bytes) })}
              </Text>
              <Button
                size="compact-xs"
                variant="light"
                mt={4}
                onClick={() => void client.invoke('host.showInFolder', { path: file })}
              >
                {t('showInFolder')}
              </Button>
            </>
          ),
        });
      },
      cancelled: () => {
        notifications.show({ message: t('cancelled') });
      },
    }),
    [client, t, format],
  );
}
