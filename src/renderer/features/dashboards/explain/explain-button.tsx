import { Button, Tooltip } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useCommands } from '../../../commands/command-registry.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { selectsEvery } from '../../../state/selection-store.ts';
import { useDashboard } from '../dashboard-context.ts';
import { openExplain } from './explain-store.ts';
import { explainWords } from './explain-words.ts';

/** Explains what the page's filters select against everything else; nothing where they select everything. */
export function ExplainButton(): ReactNode {
  const t = useWords(explainWords);
  const { selection } = useDashboard();
  const isIdle = selectsEvery(selection);
  useCommands(
    useMemo(
      () =>
        isIdle
          ? []
          : [
              {
                id: 'explain-filters',
                label: t('command'),
                section: t('section'),
                shortcut: null,
                run: () => openExplain(selection),
              },
            ],
      [t, isIdle, selection],
    ),
  );
  if (isIdle) return null;
  return (
    <Tooltip label={t('openHint')} multiline w={240}>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconBulb size={15} aria-hidden />}
        onClick={() => openExplain(selection)}
      >
        {t('open')}
      </Button>
    </Tooltip>
  );
}
