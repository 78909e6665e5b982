import { Text } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import type { CardColumn } from '../../../shared/contract/model-card.ts';
import type { ImportPreview } from '../../../shared/contract/preview.ts';
import { useWords } from '../../i18n/use-words.ts';
import { keptColumns } from './column-mapping.ts';
import { fileStepWords } from './file-step-words.ts';
import { Panel } from '../../components/panel.tsx';
import { previewProblems } from './preview-problems.ts';
import { PreviewSummary } from './preview-summary.tsx';
import { PreviewTable } from './preview-table.tsx';
import classes from './preview-panel.module.css';

/** The first rows of the file as they would be read. */
export function PreviewPanel({
  preview,
  card,
  isUpdating,
}: {
  readonly preview: ImportPreview;
  readonly card: ReadonlyMap<string, CardColumn>;
  readonly isUpdating: boolean;
}): ReactNode {
  const t = useWords(fileStepWords);
  const problems = useMemo(() => previewProblems(preview.rows, keptColumns(preview.columns)), [preview]);
  return (
    <Panel
      title={t('previewTitle')}
      className={classes['preview']}
      actions={
        isUpdating && (
          <Text size="xs" c="dimmed">
            {t('previewUpdating')}
          </Text>
        )
      }
    >
      <div aria-live="polite">
        {/* Without its required columns no row is judged. */}
        {preview.obstacle === null && <PreviewSummary rows={preview.rows.length} problems={problems} />}
      </div>
      <PreviewTable preview={preview} card={card} isUpdating={isUpdating} />
    </Panel>
  );
}
