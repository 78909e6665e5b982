import { ActionIcon, Button, Checkbox, Group, Text, TextInput, Title, Tooltip, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { matchColumns } from '../../../components/match-columns.ts';
import { useLanguage, useWords } from '../../../i18n/use-words.ts';
import { columnSentence } from '../card-table.ts';
import { ownColumns } from '../grid/column-state.ts';
import { useTable } from '../table-context.ts';
import { movedColumn, placedColumns } from '../view/column-order.ts';
import type { ColumnLayout } from '../view/table-view-state.ts';
import { columnPanelWords } from './column-panel-words.ts';
import { columnRuns, type ColumnRun } from './column-runs.ts';
import styles from './column-panel.module.css';

/** Which columns are shown, in what order. */
export function ColumnPanel({
  onGoTo,
  onClose,
}: {
  readonly onGoTo: (column: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(columnPanelWords);
  const language = useLanguage();
  const { table, view } = useTable();
  const [search, setSearch] = useState('');
  const layout = view.state.columns;
  const own = useMemo(() => ownColumns(table), [table]);
  const found = new Set(matchColumns(table.columns, search, language).map(({ name }) => name));
  const runs = columnRuns(
    table,
    placedColumns(layout, own).filter(({ name }) => found.has(name)),
  );
  const change = (next: (columns: ColumnLayout) => ColumnLayout): void =>
    view.change((state) => ({ ...state, columns: next(state.columns) }));
  const setShown = (names: Iterable<string>, isShown: boolean): void =>
    change((columns) => {
      const hidden = new Set(columns.hidden);
      for (const name of names) {
        if (isShown) hidden.delete(name);
        else hidden.add(name);
      }
      return { ...columns, hidden: [...hidden] };
    });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes the panel as its button does
    <aside
      className={styles['panel']}
      aria-label={t('title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Group className={styles['bar'] ?? ''} gap={2} wrap="nowrap">
        <Title order={2} size="h5" flex={1}>
          {t('title')}
        </Title>
        <ActionIcon variant="subtle" color="gray" aria-label={t('close')} onClick={onClose}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Group>
      <div className={styles['tools']}>
        <TextInput
          size="xs"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
        <Group gap={4}>
          <Button size="compact-xs" variant="default" onClick={() => setShown(found, true)}>
            {t('showAll')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setShown(found, false)}>
            {t('hideAll')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={layout.sequence.length === 0}
            onClick={() => change((columns) => ({ ...columns, sequence: [] }))}
          >
            {t('ownOrder')}
          </Button>
        </Group>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles['body']} tabIndex={0}>
        {runs.map((run) => (
          <Run
            key={run.key}
            run={run}
            isMovable={search.trim() === ''}
            onShow={setShown}
            onMove={(name, step) => change((columns) => movedColumn(columns, own, name, step))}
            onGoTo={onGoTo}
          />
        ))}
        {runs.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('noColumn')}
          </Text>
        )}
        <Text size="xs" c="dimmed" mt="sm">
          {t('hint')}
        </Text>
      </div>
    </aside>
  );
}

function Run({
  run: { section, pinned, columns },
  isMovable,
  onShow,
  onMove,
  onGoTo,
}: {
  readonly run: ColumnRun;
  readonly isMovable: boolean;
  readonly onShow: (names: readonly string[], isShown: boolean) => void;
  readonly onMove: (name: string, step: -1 | 1) => void;
  readonly onGoTo: (column: string) => void;
}): ReactNode {
  const t = useWords(columnPanelWords);
  const language = useLanguage();
  const shown = columns.filter(({ hidden }) => !hidden).length;
  const names = columns.map(({ name }) => name);
  return (
    <fieldset className={styles['run']}>
      <legend className={styles['legend']}>
        <Checkbox
          size="xs"
          checked={shown === columns.length}
          indeterminate={shown > 0 && shown < columns.length}
          aria-label={t('section', { section: section.label[language] })}
          onChange={({ currentTarget }) => onShow(names, currentTarget.checked)}
        />
        <span>{section.label[language]}</span>
        <span className={styles['count']}>
          {shown}/{columns.length}
          {pinned !== null && ` · ${t(pinned === 'left' ? 'frozenLeft' : 'frozenRight')}`}
        </span>
      </legend>
      {columns.map(({ name, hidden, card }) => (
        <div key={name} className={styles['column']} data-hidden={hidden || undefined}>
          <Checkbox
            size="xs"
            checked={!hidden}
            aria-label={t('show', { column: name })}
            onChange={({ currentTarget }) => onShow([name], currentTarget.checked)}
          />
          <Tooltip label={columnSentence(card, language)} openDelay={500} multiline maw={320} position="left">
            <UnstyledButton
              className={styles['name']}
              aria-label={t('goTo', { column: name })}
              onClick={() => onGoTo(name)}
            >
              {name}
            </UnstyledButton>
          </Tooltip>
          {isMovable && (
            <span className={styles['moves']}>
              <ActionIcon
                size={24}
                variant="subtle"
                color="gray"
                aria-label={t('up', { column: name })}
                onClick={() => onMove(name, -1)}
              >
                <IconChevronUp size={14} aria-hidden />
              </ActionIcon>
              <ActionIcon
                size={24}
                variant="subtle"
                color="gray"
                aria-label={t('down', { column: name })}
                onClick={() => onMove(name, 1)}
              >
                <IconChevronDown size={14} aria-hidden />
              </ActionIcon>
            </span>
          )}
        </div>
      ))}
    </fieldset>
  );
}
