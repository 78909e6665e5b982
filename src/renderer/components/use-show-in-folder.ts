import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useClient } from '../client/client-context.ts';
import { useWords } from '../i18n/use-words.ts';
import { componentWords } from './component-words.ts';
import { useFailures } from './use-failures.ts';

/** Shows a file or folder in the system's file manager; where there is none, says where it lies. */
export function useShowInFolder(): (path: string) => void {
  const client = useClient();
  const t = useWords(componentWords);
  const fail = useFailures();
  return useCallback(
    (path) => {
      void client.invoke('host.showInFolder', { path }).then((answer) => {
        if (!answer.ok) fail(answer.error);
        else if (!answer.value.opened) notifications.show({ title: t('notShown'), message: path, autoClose: 12_000 });
      });
    },
    [client, t, fail],
  );
}
