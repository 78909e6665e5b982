import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { z } from 'zod';
import type { ReportOutcome } from '../../../shared/contract/calls.ts';
import { useClient } from '../../client/client-context.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { folderOf } from './report-file.ts';
import { reportWords } from './report-words.ts';
import type { ReportProgressState } from './report-writing.ts';

const STAGE_WORDS = { profile: 'writing', print: 'printing' } as const;

/** The report is being written. */
export function ReportProgress({
  progress: { stage, share },
  onCancel,
}: {
  readonly progress: ReportProgressState;
  readonly onCancel: () => void;
}): ReactNode {
  const t = useWords(reportWords);
  const format = useFormat();
  return (
    <Stack gap="sm">
      <Group justify="space-between" role="status">
        <Text size="sm">{t(STAGE_WORDS[stage])}</Text>
        {share !== null && <Text size="sm">{format.percent(share, 0)}</Text>}
      </Group>
      <Progress
        value={(share ?? 1) * 100}
        animated={share === null}
        aria-label={t(STAGE_WORDS[stage])}
        transitionDuration={100}
      />
      <Group justify="end">
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Group>
    </Stack>
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
