import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ColumnFilter } from '../../../shared/contract/row-selection.ts';
import { useWords } from '../../i18n/use-words.ts';
import { filterBarWords } from './filter-bar-words.ts';
import { MATCH_KEYS } from './filter-words.ts';
import type { EditorProps } from './filter-scope.ts';

type Match = (ColumnFilter & { kind: 'text' })['match'];
const MATCHES: readonly Match[] = ['contains', 'not-contains', 'equals', 'starts', 'ends'];

/** Rows whose text in the column compares in some way with a given one. */
export function TextEditor({ filter, onChange }: EditorProps<'text'>): ReactNode {
  const t = useWords(filterBarWords);
  return (
    <Stack gap="xs">
      <NativeSelect
        size="xs"
        aria-label={t('match')}
        value={filter.match}
        data={MATCHES.map((match) => ({ value: match, label: t(MATCH_KEYS[match]) }))}
        onChange={({ currentTarget }) => {
          const match = MATCHES.find((known) => known === currentTarget.value);
          if (match !== undefined) onChange({ ...filter, match });
        }}
      />
      <TextInput
        size="xs"
        aria-label={t('text')}
        data-autofocus
        value={filter.text}
        onChange={({ currentTarget }) => onChange({ ...filter, text: currentTarget.value })}
      />
      <Text size="xs" c="dimmed">
        {t('textHint')}
      </Text>
    </Stack>
  );
}
