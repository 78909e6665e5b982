import { Alert, Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { fileDialogWords } from './file-dialog-words.ts';

/** Asks before a file is overwritten. */
export function ReplaceQuestion({
  name,
  onReplace,
  onKeep,
}: {
  readonly name: string;
  readonly onReplace: () => void;
  readonly onKeep: () => void;
}): ReactNode {
  const t = useWords(fileDialogWords);
  return (
    <Alert
      color="yellow"
      role="alertdialog"
      title={t('replaceTitle', { name })}
      aria-label={t('replaceTitle', { name })}
    >
      <Group justify="space-between">
        {t('replaceText')}
        <Group gap="xs">
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the harmless answer is the one that Enter gives */}
          <Button variant="default" onClick={onKeep} autoFocus>
            {t('keep')}
          </Button>
          <Button color="red" onClick={onReplace}>
            {t('replace')}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}
