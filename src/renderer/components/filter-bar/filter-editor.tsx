import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { assertNever } from '../../../shared/assert-never.ts';
import type { CardColumn } from '../../../shared/contract/model-card.ts';
import type { ColumnFilter } from '../../../shared/contract/row-selection.ts';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { DatesEditor } from './dates-editor.tsx';
import { filterBarWords } from './filter-bar-words.ts';
import { blankFilter, filterFault, filterKinds } from './filter-kinds.ts';
import type { FilterScope } from './filter-scope.ts';
import { MissingEditor } from './missing-editor.tsx';
import { RangeEditor } from './range-editor.tsx';
import { TextEditor } from './text-editor.tsx';
import { ValuesEditor } from './values-editor.tsx';

const KIND_KEYS = {
  values: 'kindValues',
  range: 'kindRange',
  text: 'kindText',
  dates: 'kindDates',
  missing: 'kindMissing',
} as const;

/** Makes or changes one filter of a column. Nothing is filtered before it is applied. */
export function FilterEditor({
  column,
  filter,
  scope,
  onApply,
  onRemove,
  onCancel,
}: {
  readonly column: CardColumn;
  /** The filter to change; null: a new one. */
  readonly filter: ColumnFilter | null;
  readonly scope: FilterScope;
  readonly onApply: (filter: ColumnFilter) => void;
  readonly onRemove: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const t = useWords(filterBarWords);
  const language = useLanguage();
  const kinds = filterKinds(column);
  const first = kinds[0] ?? 'missing';
  const [draft, setDraft] = useState<ColumnFilter>(filter ?? blankFilter(column.name, first));
  const fault = filterFault(draft);
  const choices = kinds.includes(draft.kind) ? kinds : [draft.kind, ...kinds];
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, []);
  return (
    <form
      ref={form}
      aria-label={`${t('addFilterLong')}: ${column.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (fault === null) onApply(draft);
      }}
    >
      <Stack gap="sm">
        <div>
          <Text size="sm" fw={600} ff="monospace" style={{ overflowWrap: 'anywhere' }}>
            {column.name}
          </Text>
          <Text size="xs" c="dimmed">
            {column.meaning[language]}
          </Text>
        </div>
        <SegmentedControl
          size="xs"
          aria-label={t('kind')}
          value={draft.kind}
          data={choices.map((kind) => ({ value: kind, label: t(KIND_KEYS[kind]) }))}
          onChange={(kind) => setDraft(filter?.kind === kind ? filter : blankFilter(column.name, kind))}
        />
        <DraftEditor column={column} draft={draft} scope={scope} onChange={setDraft} />
        {fault === 'turned' && (
          <Text size="xs" c="var(--vs-error)" role="alert">
            {t('faultTurned')}
          </Text>
        )}
        <Group justify="space-between" gap="xs">
          {filter === null ? (
            <span />
          ) : (
            <Button size="xs" variant="subtle" color="red" onClick={onRemove}>
              {t('remove')}
            </Button>
          )}
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={onCancel}>
              {t('cancel')}
            </Button>
            <Button size="xs" type="submit" disabled={fault !== null}>
              {t('apply')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

function DraftEditor({
  column,
  draft,
  scope,
  onChange,
}: {
  readonly column: CardColumn;
  readonly draft: ColumnFilter;
  readonly scope: FilterScope;
  readonly onChange: (filter: ColumnFilter) => void;
}): ReactNode {
  const given = { column, scope, onChange };
  switch (draft.kind) {
    case 'values':
      return <ValuesEditor {...given} filter={draft} />;
    case 'range':
      return <RangeEditor {...given} filter={draft} />;
    case 'text':
      return <TextEditor {...given} filter={draft} />;
    case 'dates':
      return <DatesEditor {...given} filter={draft} />;
    case 'missing':
      return <MissingEditor {...given} filter={draft} />;
    default:
      return assertNever(draft);
  }
}
