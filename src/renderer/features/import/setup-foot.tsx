import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ButtonKeys } from '../../components/button-keys.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../route/use-route.ts';
import { useImportStore, type ImportDraft } from './import-store.ts';
import { importWords } from './import-words.ts';
import type { Blockage } from './start-blockage.ts';

type Step = ImportDraft['step'];
const STEPS: readonly Step[] = ['file', 'columns', 'import'];

/** What can be done next while an import is prepared. */
export function SetupFoot({
  step,
  blockages,
  rows,
  onStep,
  onStart,
}: {
  readonly step: Step;
  readonly blockages: readonly Blockage[];
  /** How many rows there are, in words; empty where it is not known. */
  readonly rows: string;
  readonly onStep: (step: Step) => void;
  readonly onStart: () => void;
}): ReactNode {
  const t = useWords(importWords);
  const at = STEPS.indexOf(step);
  const previous = STEPS[at - 1];
  const following = STEPS[at + 1];
  const isWaiting = blockages.some(({ kind }) => kind === 'waiting');
  const real = blockages.filter(({ kind }) => kind !== 'waiting');
  const canStart = real.length === 0;
  return (
    <>
      <Text size="xs" c="dimmed" flex={1} miw={real.length === 0 ? 0 : 160} aria-live="polite">
        <Reason blockages={real} />
      </Text>
      <Group gap="sm" ml="auto">
        {previous !== undefined && (
          <Button size="sm" variant="default" onClick={() => onStep(previous)}>
            {t('back')}
          </Button>
        )}
        {following !== undefined && (
          <Button
            size="sm"
            variant={canStart ? 'default' : 'filled'}
            rightSection={<IconArrowRight size={15} aria-hidden />}
            onClick={() => onStep(following)}
          >
            {t('next')}
          </Button>
        )}
        {(canStart || following === undefined) && (
          <Button
            size="sm"
            disabled={!canStart}
            loading={canStart && isWaiting}
            onClick={onStart}
            rightSection={<ButtonKeys shortcut="mod+Enter" />}
          >
            {rows === '' ? t('start') : t('startRows', { rows })}
          </Button>
        )}
      </Group>
    </>
  );
}

function Reason({ blockages }: { readonly blockages: readonly Blockage[] }): ReactNode {
  const t = useWords(importWords);
  const run = useImportStore((state) => state.run);
  const [first] = blockages;
  switch (first?.kind) {
    case 'obstacle':
      return t('obstacleTitle');
    case 'destination':
      return t('noWorkspace');
    case 'identities':
      return t('identityNeeded');
    case 'busy':
      return (
        <>
          {t('otherRunning')}{' '}
          {run.kind === 'running' && (
            <Anchor
              component="button"
              type="button"
              size="xs"
              onClick={() => goTo({ kind: 'import', file: run.request.file, workspace: run.request.workspace })}
            >
              {t('showRunning')}
            </Anchor>
          )}
        </>
      );
    case 'waiting':
    case undefined:
      return null;
  }
}
