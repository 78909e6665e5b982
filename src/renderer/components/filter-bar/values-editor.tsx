import { Button, Checkbox, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../client/use-call.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { FailurePanel } from '../failure-panel.tsx';
import { filterBarWords } from './filter-bar-words.ts';
import type { EditorProps } from './filter-scope.ts';
import { valueWord } from './filter-words.ts';
import styles from './filter-bar.module.css';

const SHOWN = 500;

/** Rows whose value is one of a list, or none of it: the values with their counts under the other filters. */
export function ValuesEditor({ column, filter, scope, onChange }: EditorProps<'values'>): ReactNode {
  const t = useWords(filterBarWords);
  const format = useFormat();
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search.trim(), 200);
  const { data, error, refetch } = useCall(
    'grid.values',
    { ...scope, column: column.name, search: asked, limit: SHOWN },
    { keepPrevious: true },
  );
  const chosen = new Set(filter.values);
  const listed = data?.values ?? [];
  const most = Math.max(1, ...listed.map(({ count }) => count));
  const shownDistinct = listed.filter(({ value }) => value !== '').length;
  const more = asked === '' ? (data?.distinct ?? 0) - shownDistinct : 0;
  const choose = (values: Iterable<string>): void => onChange({ ...filter, values: [...values] });
  const toggle = (value: string): void =>
    choose(chosen.has(value) ? filter.values.filter((other) => other !== value) : [...filter.values, value]);
  return (
    <Stack gap="xs">
      <TextInput
        size="xs"
        aria-label={t('searchValues')}
        placeholder={t('searchValues')}
        data-autofocus
        leftSection={<IconSearch size={14} aria-hidden />}
        value={search}
        onChange={({ currentTarget }) => setSearch(currentTarget.value)}
      />
      {error && <FailurePanel error={error.error} onRetry={() => void refetch()} />}
      <div className={styles['values']} role="group" aria-label={column.name}>
        {listed.map(({ value, count }) => (
          <label key={value} className={styles['value']}>
            <Checkbox size="xs" checked={chosen.has(value)} onChange={() => toggle(value)} />
            <span className={value === '' ? styles['muted'] : undefined}>{valueWord(value, column.kind, t)}</span>
            <span className={styles['count']}>{format.number(count)}</span>
            <span className={styles['share']} style={{ inlineSize: `${(100 * count) / most}%` }} />
          </label>
        ))}
        {data !== undefined && listed.length === 0 && (
          <Text size="xs" c="dimmed" p="xs">
            {t('noValues')}
          </Text>
        )}
        {more > 0 && (
          <Text size="xs" c="dimmed" p="xs">
            {t('moreValues', { count: more })}
          </Text>
        )}
      </div>
      <Group justify="space-between" gap="xs">
        <Group gap={4}>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => choose(new Set([...filter.values, ...listed.map(({ value }) => value)]))}
          >
            {t('selectAll')}
          </Button>
          <Button size="compact-xs" variant="subtle" disabled={chosen.size === 0} onClick={() => choose([])}>
            {t('selectNone')}
          </Button>
          <Text size="xs" c="dimmed" aria-live="polite">
            {t('chosen', { count: chosen.size })}
          </Text>
        </Group>
        <Switch
          size="xs"
          label={t('exclude')}
          checked={filter.exclude}
          onChange={({ currentTarget }) => onChange({ ...filter, exclude: currentTarget.checked })}
        />
      </Group>
    </Stack>
  );
}
