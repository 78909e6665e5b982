import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CardColumn } from '../../../shared/contract/model-card.ts';
import type { ImportPreview, ReadingChoice } from '../../../shared/contract/preview.ts';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { Panel } from '../../components/panel.tsx';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { keptColumns } from './column-mapping.ts';
import { columnsStepWords } from './columns-step-words.ts';
import { DestinationPanel } from './destination-panel.tsx';
import type { Destination } from './import-store.ts';
import { fileStepWords } from './file-step-words.ts';
import { importWords } from './import-words.ts';
import { obstacleError, obstacleText } from './obstacle-text.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { ReadingControls } from './reading-controls.tsx';
import { SourcePanel } from './source-panel.tsx';
import { isAboutColumns } from './start-blockage.ts';
import type { ResolvedDestination } from './use-destination.ts';
import type { PreviewState } from './use-preview.ts';
import classes from './file-step.module.css';

/** Which file goes where, and how it is read. */
export function FileStep({
  file,
  state: { preview, failure, isUpdating, readAgain },
  reading,
  resolved,
  card,
  onOther,
  onReading,
  onDestination,
  onColumns,
}: {
  readonly file: string;
  readonly state: PreviewState;
  readonly reading: ReadingChoice;
  readonly resolved: ResolvedDestination;
  readonly card: ReadonlyMap<string, CardColumn>;
  readonly onOther: () => void;
  readonly onReading: (reading: ReadingChoice) => void;
  readonly onDestination: (destination: Destination) => void;
  readonly onColumns: () => void;
}): ReactNode {
  const t = useWords(fileStepWords);
  return (
    <div className={classes['file']}>
      <div className={classes['where']}>
        <SourcePanel file={file} preview={preview} onOther={onOther} onReadAgain={readAgain} />
        <DestinationPanel resolved={resolved} onChange={onDestination} />
      </div>
      {failure !== null && (
        <FailurePanel error={failure.error} onRetry={readAgain}>
          <OtherFile onOther={onOther} />
        </FailurePanel>
      )}
      {preview === undefined && failure === null && (
        <Stack gap="sm" role="status" aria-label={t('previewLoading')} className={classes['loading'] ?? ''}>
          <Skeleton height={86} />
          <Skeleton height={340} />
        </Stack>
      )}
      {preview !== undefined && (
        <>
          <Obstacle preview={preview} onColumns={onColumns} onOther={onOther} onRetry={readAgain} />
          {!isUnreadable(preview) && <ReadingControls preview={preview} reading={reading} onChange={onReading} />}
          {keptColumns(preview.columns).length > 0 && (
            <PreviewPanel preview={preview} card={card} isUpdating={isUpdating} />
          )}
        </>
      )}
    </div>
  );
}

function Obstacle({
  preview,
  onColumns,
  onOther,
  onRetry,
}: {
  readonly preview: ImportPreview;
  readonly onColumns: () => void;
  readonly onOther: () => void;
  readonly onRetry: () => void;
}): ReactNode {
  const t = useWords(fileStepWords);
  const ti = useWords(importWords);
  const tc = useWords(columnsStepWords);
  const language = useLanguage();
  if (preview.obstacle === null) return null;
  if (!isAboutColumns(preview))
    return (
      <FailurePanel
        error={obstacleError(preview.obstacle)}
        text={obstacleText(preview.obstacle, language)}
        onRetry={onRetry}
      >
        <OtherFile onOther={onOther} />
      </FailurePanel>
    );
  const required = preview.missing.filter((column) => column.required).map(({ name }) => name);
  return (
    <Panel
      tone="error"
      icon={<IconAlertTriangle size={16} aria-hidden />}
      title={required.length > 0 ? tc('requiredTitle') : ti('obstacleTitle')}
      actions={
        <Button size="compact-sm" variant="default" onClick={onColumns}>
          {t('toColumns')}
        </Button>
      }
    >
      <Text size="sm" ff="monospace">
        {required.join(', ')}
      </Text>
    </Panel>
  );
}

function OtherFile({ onOther }: { readonly onOther: () => void }): ReactNode {
  const t = useWords(fileStepWords);
  return (
    <Button variant="default" onClick={onOther}>
      {t('otherFile')}
    </Button>
  );
}

/** There is no text in it, however it is read. */
function isUnreadable({ obstacle }: ImportPreview): boolean {
  return obstacle !== null && ['SOURCE_EMPTY', 'SOURCE_FORMAT_UNKNOWN'].includes(obstacle.code);
}
