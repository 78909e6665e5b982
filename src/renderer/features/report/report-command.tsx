import { useDisclosure } from '@mantine/hooks';
import { useMemo, type ReactNode } from 'react';
import { useCommands } from '../../commands/command-registry.ts';
import { useWords } from '../../i18n/use-words.ts';
import { ReportDialog } from './report-dialog.tsx';
import { reportWords } from './report-words.ts';

/** Offers the command `write-report` while a workspace is open. */
export function ReportCommand({ workspace }: { readonly workspace: string }): ReactNode {
  const t = useWords(reportWords);
  const [opened, { open, close }] = useDisclosure(false);
  useCommands(
    useMemo(
      () => [{ id: 'write-report', label: t('command'), section: t('section'), shortcut: 'mod+P', run: open }],
      [t, open],
    ),
  );
  return opened && <ReportDialog workspace={workspace} onClose={close} />;
}
