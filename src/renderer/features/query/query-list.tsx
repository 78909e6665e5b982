import { ActionIcon, Button, Group, ScrollArea, Stack, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { EXAMPLE_QUERIES } from './example-queries.ts';
import type { RanQuery } from './query-run.ts';
import type { SavedQuery } from './kept-queries.ts';
import { queryWords } from './query-words.ts';
import styles from './query-list.module.css';

interface Choosing {
  readonly onChoose: (sql: string) => void;
}

/** Queries that were run, latest first. */
export function HistoryList({
  history,
  onChoose,
  onClear,
}: Choosing & { readonly history: readonly RanQuery[]; readonly onClear: () => void }): ReactNode {
  const t = useWords(queryWords);
  const format = useFormat();
  if (history.length === 0)
    return (
      <Text size="sm" c="dimmed" p="xs">
        {t('historyNone')}
      </Text>
    );
  return (
    <Stack gap={4} h="100%">
      <ScrollArea flex={1} type="auto">
        {history.map(({ sql, at, milliseconds, rows }) => (
          <Entry
            key={at + sql}
            sql={sql}
            note={`${format.ago(at)} · ${rows === null ? t('failedRun') : t('rows', { count: rows })} · ${format.duration(milliseconds)}`}
            onChoose={onChoose}
          />
        ))}
      </ScrollArea>
      <Button size="compact-xs" variant="subtle" onClick={onClear}>
        {t('historyClear')}
      </Button>
    </Stack>
  );
}

/** Queries that were saved by name, and examples to begin with. */
export function SavedList({
  saved,
  onChoose,
  onRemove,
}: Choosing & { readonly saved: readonly SavedQuery[]; readonly onRemove: (name: string) => void }): ReactNode {
  const t = useWords(queryWords);
  return (
    <ScrollArea h="100%" type="auto">
      {saved.length === 0 && (
        <Text size="sm" c="dimmed" p="xs">
          {t('savedNone')}
        </Text>
      )}
      {saved.map(({ name, sql }) => (
        <Group key={name} gap={2} wrap="nowrap">
          <Entry sql={sql} title={name} onChoose={onChoose} />
          <Tooltip label={t('delete')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t('delete')}: ${name}`}
              onClick={() => onRemove(name)}
            >
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      ))}
      <Text size="xs" fw={600} c="dimmed" px="xs" pt="md" pb={4}>
        {t('examples')}
      </Text>
      {EXAMPLE_QUERIES.map(({ title, sql }) => (
        <Entry key={title} sql={sql} title={t(title)} onChoose={onChoose} />
      ))}
    </ScrollArea>
  );
}

function Entry({
  sql,
  title,
  note,
  onChoose,
}: Choosing & { readonly sql: string; readonly title?: string; readonly note?: string }): ReactNode {
  return (
    <UnstyledButton className={styles['entry'] ?? ''} title={sql} onClick={() => onChoose(sql)}>
      {title !== undefined && <span className={styles['title']}>{title}</span>}
      <span className={styles['sql']}>{sql.replaceAll(/\s+/g, ' ')}</span>
      {note !== undefined && <span className={styles['note']}>{note}</span>}
    </UnstyledButton>
  );
}
