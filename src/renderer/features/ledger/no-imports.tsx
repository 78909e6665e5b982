import { IconBook2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { ImportMore } from './import-more.tsx';
import { ledgerWords } from './ledger-words.ts';

/** A workspace into which nothing was imported yet. */
export function NoImports({ workspace }: { readonly workspace: string }): ReactNode {
  const t = useWords(ledgerWords);
  return (
    <EmptyState icon={<IconBook2 size={32} stroke={1.3} aria-hidden />} title={t('emptyTitle')} text={t('emptyText')}>
      <ImportMore workspace={workspace} isNext />
    </EmptyState>
  );
}
