import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { z } from 'zod';
import type { ReportOutcome } from '../../../shared/contract/calls.ts';
import { useClient } from '../../client/client-context.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { folderOf } from './report-file.ts';
import { reportWords } from './report-words.ts';

/** The report is being written. */
export function ReportProgress({
  stage,
  onCancel,
}: {
  readonly stage: string | null;
  readonly onCancel: () => void;
}): ReactNode {
  const t = useWords(reportWords);
  return (
    <Group justify="space-between">
      <Group gap="sm" role="status">
        <Loader size="sm" aria-hidden />
        <Text size="sm">
          {t('writing')}
          {stage !== null && ` · ${stage}`}
        </Text>
      </Group>
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </Group>
  );
}

/** The report is there: open it, or find it. */
export function ReportDone({
  outcome: { file, bytes, milliseconds },
  onAgain,
  onClose,
}: {
  readonly outcome: z.infer<typeof ReportOutcome>;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(reportWords);
  const format = useFormat();
  const client = useClient();
  const [notOpened, setNotOpened] = useState(false);
  const ask = async (call: 'host.openFile' | 'host.showInFolder'): Promise<void> => {
    const result = await client.invoke(call, { path: file });
    setNotOpened(!result.ok || !result.value.opened);
  };
  return (
    <Stack gap="sm">
      <Alert color="teal" icon={<IconCircleCheck aria-hidden />} role="status" title={t('done', { file })}>
        <Text size="sm">{t('size', { bytes: format.bytes(bytes), time: format.duration(milliseconds) })}</Text>
        {notOpened && <Text size="sm">{t('notOpened', { folder: folderOf(file) })}</Text>}
      </Alert>
      <Group justify="end">
        <Button variant="subtle" onClick={onAgain}>
          {t('again')}
        </Button>
        <Button variant="default" onClick={() => void ask('host.showInFolder')}>
          {t('show')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('close')}
        </Button>
        <Button data-autofocus onClick={() => void ask('host.openFile')}>
          {t('openNow')}
        </Button>
      </Group>
    </Stack>
  );
}
