import { Radio, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { filterBarWords } from './filter-bar-words.ts';
import type { EditorProps } from './filter-scope.ts';

/** Rows with a value in the column, or without. */
export function MissingEditor({ column, filter, onChange }: EditorProps<'missing'>): ReactNode {
  const t = useWords(filterBarWords);
  return (
    <Radio.Group
      value={String(filter.missing)}
      onChange={(missing) => onChange({ ...filter, missing: missing === 'true' })}
      aria-label={`${t('kindMissing')}: ${column.name}`}
    >
      <Stack gap="xs">
        <Radio size="xs" value="true" label={t('missingOnly')} data-autofocus={filter.missing || undefined} />
        <Radio size="xs" value="false" label={t('missingNot')} />
        <Text size="xs" c="dimmed">
          {t('missingHint')}
        </Text>
      </Stack>
    </Radio.Group>
  );
}
