import { Button, Loader, Paper, Portal, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { appWords } from '../app-words.ts';
import classes from './drop-overlay.module.css';
import { useDrop } from './use-drop.ts';

/** The whole window takes what is dropped on it; this shows that it does. */
export function DropOverlay(): ReactNode {
  const t = useWords(appWords);
  const state = useDrop();
  if (state.kind === 'idle') return null;
  if (state.kind === 'over')
    return (
      <Portal>
        <div className={classes['overlay']}>
          <div className={classes['frame']}>
            <IconFileImport size={40} stroke={1.2} aria-hidden />
            <Text fw={650} size="lg">
              {t('dropTitle')}
            </Text>
            <Text c="dimmed" ta="center">
              {t('dropText')}
            </Text>
          </div>
        </div>
      </Portal>
    );
  return (
    <Portal>
      <Paper className={classes['locating'] ?? ''} shadow="lg" p="md" role="status">
        <Stack gap="xs">
          <span className={classes['looking']}>
            <Loader size={16} />
            <Text fw={600}>{t('locating', { name: state.name })}</Text>
          </span>
          <Text size="xs" c="dimmed">
            {t('locateWhy')}
          </Text>
          <Button variant="default" onClick={state.cancel} className={classes['cancel'] ?? ''}>
            {t('cancel')}
          </Button>
        </Stack>
      </Paper>
    </Portal>
  );
}
