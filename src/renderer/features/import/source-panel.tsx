import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconFileTypeCsv, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ImportPreview } from '../../../shared/contract/preview.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { fileStepWords } from './file-step-words.ts';
import { Panel } from '../../components/panel.tsx';
import { baseName, folderOf } from '../../components/path-text.ts';
import { useRowsText } from './use-rows-text.ts';

/** The file that is to be imported. */
export function SourcePanel({
  file,
  preview,
  onOther,
  onReadAgain,
}: {
  readonly file: string;
  readonly preview: ImportPreview | undefined;
  readonly onOther: () => void;
  readonly onReadAgain: () => void;
}): ReactNode {
  const t = useWords(fileStepWords);
  const format = useFormat();
  const rowsText = useRowsText();
  const facts =
    preview === undefined
      ? []
      : [
          format.bytes(preview.bytes),
          ...(preview.compression === 'gzip' ? ['gzip'] : []),
          ...(preview.estimatedRows === null ? [] : [rowsText(preview)]),
        ];
  return (
    <Panel
      title={t('source')}
      actions={
        <Group gap="xs">
          <Tooltip label={t('readAgain')}>
            <ActionIcon size={28} variant="subtle" color="gray" onClick={onReadAgain} aria-label={t('readAgain')}>
              <IconRefresh size={15} />
            </ActionIcon>
          </Tooltip>
          <Button size="compact-sm" variant="default" onClick={onOther}>
            {t('otherFile')}
          </Button>
        </Group>
      }
    >
      <Group gap="sm" wrap="nowrap" align="start">
        <IconFileTypeCsv size={30} stroke={1.3} aria-hidden style={{ flexShrink: 0 }} />
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={600} truncate title={file}>
            {baseName(file)}
          </Text>
          <Text size="xs" c="dimmed" truncate title={file}>
            {folderOf(file)}
          </Text>
          <Text size="xs" c="dimmed" mih="1.4em">
            {facts.join(' · ')}
          </Text>
        </div>
      </Group>
    </Panel>
  );
}
