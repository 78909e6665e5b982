import { NavLink, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ModelCard } from '../../../shared/contract/model-card.ts';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { quotedName } from './quoted-name.ts';
import { queryWords } from './query-words.ts';

/** The tables and their columns, to find a name and put it into the query. */
export function SchemaPanel({
  card,
  onInsert,
}: {
  readonly card: ModelCard | undefined;
  readonly onInsert: (text: string) => void;
}): ReactNode {
  const t = useWords(queryWords);
  const language = useLanguage();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const matches = (text: string): boolean => text.toLowerCase().includes(wanted);
  return (
    <Stack gap={6} h="100%">
      <TextInput
        size="xs"
        aria-label={t('schemaSearch')}
        placeholder={t('schemaSearch')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <ScrollArea flex={1} type="auto">
        {card?.tables.map(({ name, columns }) => {
          const shown = columns.filter((column) => matches(column.name) || matches(column.meaning[language]));
          if (shown.length === 0 && !matches(name)) return null;
          return (
            <NavLink
              key={name}
              label={
                <Text size="sm" fw={600} component="span">
                  {name}
                </Text>
              }
              component="button"
              defaultOpened={name === 'transform' || wanted !== ''}
              childrenOffset={8}
              py={3}
            >
              {shown.map((column) => (
                <NavLink
                  key={column.name}
                  component="button"
                  label={
                    <Text size="xs" ff="monospace" component="span">
                      {column.name}
                    </Text>
                  }
                  description={column.unit ?? column.kind}
                  title={`${t('schemaInsert', { name: column.name })}: ${column.meaning[language]}`}
                  py={1}
                  onClick={() => onInsert(quotedName(column.name))}
                />
              ))}
            </NavLink>
          );
        })}
      </ScrollArea>
    </Stack>
  );
}
