import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../route/use-route.ts';
import { ledgerWords } from './ledger-words.ts';

/** Leads to the import of a further file into the workspace. */
export function ImportMore({
  workspace,
  isNext = false,
}: {
  readonly workspace: string;
  /** It is what a person most likely wants to do now. */
  readonly isNext?: boolean;
}): ReactNode {
  const t = useWords(ledgerWords);
  return (
    <Button
      variant={isNext ? 'filled' : 'default'}
      leftSection={<IconFileImport size={15} aria-hidden />}
      onClick={() => goTo({ kind: 'import', file: null, workspace })}
    >
      {t('importMore')}
    </Button>
  );
}
