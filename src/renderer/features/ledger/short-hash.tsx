import { ActionIcon, CopyButton, Group, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { ledgerWords } from './ledger-words.ts';

/** The beginning of a file's SHA-256, with the whole of it to be copied. */
export function ShortHash({ sha256, file }: { readonly sha256: string; readonly file: string }): ReactNode {
  const t = useWords(ledgerWords);
  return (
    <Group gap={2} wrap="nowrap">
      <Text component="code" size="xs" ff="monospace" title={sha256}>
        {sha256.slice(0, 12)}…
      </Text>
      <CopyButton value={sha256}>
        {({ copied, copy }) => (
          <Tooltip label={t(copied ? 'copied' : 'copyHash', { file })}>
            <ActionIcon size={24} aria-label={t('copyHash', { file })} onClick={copy}>
              {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  );
}
