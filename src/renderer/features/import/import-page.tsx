import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { assertNever } from '../../../shared/assert-never.ts';
import { useCommands } from '../../commands/command-registry.ts';
import { useWords } from '../../i18n/use-words.ts';
import { ChooseFile } from './choose-file.tsx';
import { ImportDone } from './import-done.tsx';
import { ImportRunning } from './import-running.tsx';
import { ImportSetup } from './import-setup.tsx';
import { ImportStopped } from './import-stopped.tsx';
import { cancelImport, seeImport, useImportStore, type ImportRun } from './import-store.ts';
import { importWords } from './import-words.ts';

/** Brings a file into a workspace: which file and where to, which column is which, the import itself, its books. */
export function ImportPage({
  file,
  workspace,
}: {
  readonly file: string | null;
  readonly workspace: string | null;
}): ReactNode {
  const run = useImportStore((state) => state.run);
  // How an import ended is shown once: who comes again with the file wants to import it.
  const [old] = useState(() => ('isSeen' in run && run.isSeen ? run : null));
  // Without a file in the address, the import that is under way is what a person wants to see.
  const isOfFile = file === null ? run.kind === 'running' : run.kind !== 'none' && run.request.file === file;
  const isShown = isOfFile && run !== old;
  useEffect(() => {
    if (isShown) seeImport();
  }, [isShown, run]);
  if (isShown) return <ImportOf run={run} workspace={workspace} />;
  return file === null ? (
    <ChooseFile workspace={workspace} />
  ) : (
    <ImportSetup key={file} file={file} workspace={workspace} />
  );
}

function ImportOf({ run, workspace }: { readonly run: ImportRun; readonly workspace: string | null }): ReactNode {
  switch (run.kind) {
    case 'running':
      return (
        <>
          <CancelCommand />
          <ImportRunning run={run} />
        </>
      );
    case 'finished':
      return <ImportDone run={run} openWorkspace={workspace} />;
    case 'cancelled':
    case 'failed':
      return <ImportStopped run={run} />;
    case 'none':
      return null;
    default:
      return assertNever(run);
  }
}

function CancelCommand(): ReactNode {
  const t = useWords(importWords);
  useCommands(
    useMemo(
      () => [
        { id: 'cancel-import', label: t('commandCancel'), section: t('section'), shortcut: null, run: cancelImport },
      ],
      [t],
    ),
  );
  return null;
}
