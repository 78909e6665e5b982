import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useClient } from '../../client/client-context.ts';
import { componentWords } from '../../components/component-words.ts';
import { usePick } from '../../components/file-dialog/use-pick.ts';
import { folderOf, joinPath, workspaceTitle } from '../../components/path-text.ts';
import { useFailures } from '../../components/use-failures.ts';
import { useShowInFolder } from '../../components/use-show-in-folder.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { RejectsFilter } from './rejects-route.ts';
import { rejectsWords } from './rejects-words.ts';

/** Asks where to, then writes rejects to a CSV file; how far it is and how it ended is told in a corner of the window. */
export function useRejectsExport(workspace: string, filter: RejectsFilter): () => void {
  const client = useClient();
  const pick = usePick();
  const fail = useFailures();
  const showInFolder = useShowInFolder();
  const format = useFormat();
  const t = useWords(rejectsWords);
  const tc = useWords(componentWords);
  const { run, reason, column } = filter;
  return useCallback(() => {
    const write = async (): Promise<void> => {
      const name = `${workspaceTitle(workspace)}-${t('exportFile')}.csv`;
      const out = await pick({
        purpose: 'save-file',
        title: t('exportTitle'),
        suggested: joinPath(folderOf(workspace) ?? workspace, name),
        filters: [{ name: 'CSV', extensions: ['csv'] }],
      });
      if (out === null) return;
      const controller = new AbortController();
      const id = notifications.show({
        loading: true,
        autoClose: false,
        withCloseButton: false,
        title: t('exporting'),
        message: (
          <Button size="compact-xs" variant="default" onClick={() => controller.abort()}>
            {tc('cancel')}
          </Button>
        ),
      });
      const answer = await client.invoke(
        'rejects.export',
        { workspace, run, reason, column, out },
        { signal: controller.signal },
      );
      notifications.hide(id);
      if (!answer.ok) {
        fail(answer.error);
        return;
      }
      const { rows, bytes, file } = answer.value;
      notifications.show({
        color: 'teal',
        title: t('exported', { count: rows, n: format.number(rows) }),
        autoClose: 10_000,
        closeButtonProps: { 'aria-label': tc('close') },
        message: (
          <Group gap="xs" justify="space-between">
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {file} · {format.bytes(bytes)}
            </Text>
            <Button size="compact-xs" variant="default" onClick={() => showInFolder(file)}>
              {t('showInFolder')}
            </Button>
          </Group>
        ),
      });
    };
    void write();
  }, [client, pick, fail, showInFolder, format, t, tc, workspace, run, reason, column]);
}
