import { Stack } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useClient } from '../../client/client-context.ts';
import { dropAnswersOf } from '../../client/query-client.ts';
import { useCommands } from '../../commands/command-registry.ts';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { ColumnsStep } from './columns-step.tsx';
import { FileStep } from './file-step.tsx';
import { IdentityWarnings } from './identity-warnings.tsx';
import { ImportFrame } from './import-frame.tsx';
import { ImportStepper, type ImportStep } from './import-stepper.tsx';
import { changeDraft, startImport, useDraft, useImportStore, type ImportDraft } from './import-store.ts';
import { ImportSummary } from './import-summary.tsx';
import { importWords } from './import-words.ts';
import { obstacleError, obstacleText } from './obstacle-text.ts';
import { SetupFoot } from './setup-foot.tsx';
import { startBlockages } from './start-blockage.ts';
import { useChooseFile } from './use-choose-file.ts';
import { useDestination } from './use-destination.ts';
import { useMappingMemory } from './use-mapping-memory.ts';
import { usePreview } from './use-preview.ts';
import { useRowsText } from './use-rows-text.ts';
import { useStagingCard } from './use-staging-card.ts';
import classes from './import-setup.module.css';

/** Everything that is decided before an import: what is read how, where it goes, which column is which. */
export function ImportSetup({
  file,
  workspace: openWorkspace,
}: {
  readonly file: string;
  readonly workspace: string | null;
}): ReactNode {
  const client = useClient();
  const language = useLanguage();
  const queries = useQueryClient();
  const draft = useDraft(file);
  const card = useStagingCard();
  const rowsText = useRowsText();
  const state = usePreview(file, draft.reading);
  const { preview, isUpdating, readAgain } = state;
  const changeMapping = useMappingMemory(file, preview?.columns);
  const resolved = useDestination(file, draft.destination, openWorkspace);
  const chooseOther = useChooseFile(openWorkspace, file);
  const isBusy = useImportStore(({ run }) => run.kind === 'running');
  const { step, knowsIdentities, reading, maxRejects } = draft;
  const { workspace } = resolved;
  const change = (patch: Partial<Omit<ImportDraft, 'file'>>): void => changeDraft(file, patch);
  const hasDestination = workspace !== null;
  const blockages = startBlockages({ preview, hasDestination, knowsIdentities, isUpdating, isBusy });
  const attention = blockages.flatMap((blockage) => (blockage.step === null ? [] : [blockage.step]));

  const goToStep = (next: ImportStep): void => {
    if (next !== 'ledger') change({ step: next });
  };
  const start = (): void => {
    const [blocked] = blockages;
    if (blocked?.step != null) goToStep(blocked.step);
    if (blocked === undefined && workspace !== null)
      void startImport(client, { file, workspace, isNew: !resolved.isExisting, reading, maxRejects }, (changed) =>
        dropAnswersOf(queries, changed),
      );
  };
  useStartCommand(start);

  const canGoOn = preview !== undefined && preview.columns.length > 0;
  const open: readonly ImportStep[] = canGoOn ? ['file', 'columns', 'import'] : ['file'];
  const at = open.indexOf(step);
  const shown = at < 0 ? 'file' : step;
  return (
    <ImportFrame
      steps={
        <ImportStepper
          current={shown}
          open={open}
          done={open.slice(0, Math.max(0, at))}
          attention={attention}
          onStep={goToStep}
        />
      }
      foot={
        canGoOn ? (
          <SetupFoot step={shown} blockages={blockages} rows={rowsText(preview)} onStep={goToStep} onStart={start} />
        ) : undefined
      }
    >
      {shown === 'file' && (
        <FileStep
          file={file}
          state={state}
          reading={reading}
          resolved={resolved}
          card={card}
          onOther={chooseOther}
          onReading={(next) => change({ reading: next })}
          onDestination={(destination) => change({ destination })}
          onColumns={() => goToStep('columns')}
        />
      )}
      {shown === 'columns' && preview !== undefined && (
        <div className={classes['narrow']}>
          {preview.obstacle?.code === 'COLUMN_REPEATED' && (
            <FailurePanel
              error={obstacleError(preview.obstacle)}
              text={obstacleText(preview.obstacle, language)}
              onRetry={readAgain}
            />
          )}
          <ColumnsStep
            preview={preview}
            mapping={{ card, columnNames: reading.columnNames, onChange: changeMapping }}
            isRemembered={draft.isRemembered}
          />
        </div>
      )}
      {shown === 'import' && preview !== undefined && (
        <Stack gap="md" className={classes['narrow'] ?? ''}>
          <IdentityWarnings
            warnings={preview.identityWarnings}
            isKnown={knowsIdentities}
            onKnown={(isKnown) => change({ knowsIdentities: isKnown })}
            onStop={chooseOther}
          />
          <ImportSummary
            preview={preview}
            resolved={resolved}
            maxRejects={maxRejects}
            onMaxRejects={(next) => change({ maxRejects: next })}
          />
        </Stack>
      )}
    </ImportFrame>
  );
}

/** Ctrl+Enter, and the palette. */
function useStartCommand(start: () => void): void {
  const t = useWords(importWords);
  const latest = useRef(start);
  useEffect(() => {
    latest.current = start;
  });
  useHotkeys([['mod+Enter', () => latest.current()]], []);
  useCommands(
    useMemo(
      () => [
        {
          id: 'start-import',
          label: t('commandStart'),
          section: t('section'),
          shortcut: 'mod+Enter',
          run: () => latest.current(),
        },
      ],
      [t],
    ),
  );
}
