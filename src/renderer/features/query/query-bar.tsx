import { Button, Group, Popover, Select, Text, TextInput } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { IconDeviceFloppy, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode, type SyntheticEvent } from 'react';
import { ButtonKeys } from '../../components/button-keys.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { QueryRun } from './query-run.ts';
import { setLimit } from './query-store.ts';
import { queryWords } from './query-words.ts';
import { ROW_LIMITS } from './row-limits.ts';
import styles from './query-page.module.css';

/** Run, cancel, limit and save, and how long the query has been running. */
export function QueryBar({
  workspace,
  text,
  run,
  limit,
  onRun,
  onSave,
}: {
  readonly workspace: string;
  readonly text: string;
  readonly run: QueryRun;
  readonly limit: number;
  readonly onRun: () => void;
  readonly onSave: (name: string) => void;
}): ReactNode {
  const t = useWords(queryWords);
  const format = useFormat();
  const hasText = text.trim() !== '';
  return (
    <div className={styles['bar']}>
      {run.kind === 'running' ? (
        <Button
          size="xs"
          color="red"
          variant="light"
          leftSection={<IconPlayerStop size={15} aria-hidden />}
          onClick={run.cancel}
        >
          {t('cancel')}
        </Button>
      ) : (
        <Button
          size="xs"
          leftSection={<IconPlayerPlay size={15} aria-hidden />}
          rightSection={<ButtonKeys shortcut="mod+Enter" />}
          disabled={!hasText}
          onClick={onRun}
        >
          {t('run')}
        </Button>
      )}
      <SaveButton disabled={!hasText} onSave={onSave} />
      <Group gap={6} ml="auto" wrap="nowrap">
        <Text size="xs" c="dimmed" component="label" htmlFor="query-limit">
          {t('limit')}
        </Text>
        <Select
          id="query-limit"
          size="xs"
          w={104}
          allowDeselect={false}
          data={ROW_LIMITS.map((value) => ({ value: String(value), label: format.number(value) }))}
          value={String(limit)}
          onChange={(value) => setLimit(workspace, Number(value ?? limit))}
        />
      </Group>
      <div role="status" style={{ flexBasis: run.kind === 'running' ? '100%' : 0 }}>
        {run.kind === 'running' && <Elapsed since={run.startedAt} />}
      </div>
    </div>
  );
}

function Elapsed({ since }: { readonly since: number }): ReactNode {
  const t = useWords(queryWords);
  const format = useFormat();
  const [now, setNow] = useState(since);
  const { start, stop } = useInterval(() => setNow(Date.now()), 200);
  useEffect(() => {
    start();
    return stop;
  }, [start, stop]);
  return <Text size="xs">{t('running', { time: format.duration(Math.max(0, now - since)) })}</Text>;
}

function SaveButton({
  disabled,
  onSave,
}: {
  readonly disabled: boolean;
  readonly onSave: (name: string) => void;
}): ReactNode {
  const t = useWords(queryWords);
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    onSave(name.trim());
    setOpened(false);
    setName('');
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-start">
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          disabled={disabled}
          leftSection={<IconDeviceFloppy size={15} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {t('save')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('saveAs')}>
        <form onSubmit={submit}>
          <Group align="end" gap="xs" wrap="nowrap">
            <TextInput
              size="xs"
              data-autofocus
              label={t('saveName')}
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button size="xs" type="submit" disabled={name.trim() === ''}>
              {t('save')}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
