import { Button, Group, Paper, Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { homeWords } from './home-words.ts';
import { useSample, useSampleState } from './use-sample.ts';

/** How far the sample is, and why it could not be made. */
export function SampleProgress(): ReactNode {
  const t = useWords(homeWords);
  const format = useFormat();
  const { start, dismiss } = useSample();
  const state = useSampleState((store) => store.state);
  if (state.kind === 'idle') return null;
  if (state.kind === 'failed')
    return (
      <FailurePanel error={state.error} onRetry={start}>
        <Button variant="default" onClick={dismiss}>
          {t('dismiss')}
        </Button>
      </FailurePanel>
    );
  const label = t(state.step === 'write' ? 'writing' : 'importing');
  return (
    <Paper p="sm">
      <Group justify="space-between" mb={6}>
        <Text role="status">{label}</Text>
        <Group gap="sm">
          <Text c="dimmed">{format.percent(state.share, 0)}</Text>
          <Button variant="default" onClick={state.cancel}>
            {t('cancel')}
          </Button>
        </Group>
      </Group>
      <Progress value={state.share * 100} aria-label={label} transitionDuration={100} />
    </Paper>
  );
}
