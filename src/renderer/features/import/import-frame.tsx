import type { ReactNode } from 'react';
import { PageFrame } from '../../components/page-frame.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { importWords } from './import-words.ts';

/** What every state of the import page has: its title, the steps, and what can be done next at the foot. */
export function ImportFrame({
  steps,
  foot,
  children,
}: {
  readonly steps: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const t = useWords(importWords);
  return (
    <PageFrame title={t('title')} actions={steps} foot={foot}>
      {children}
    </PageFrame>
  );
}
