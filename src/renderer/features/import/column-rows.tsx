import { ActionIcon, Group, Select, Table, Text, Tooltip } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { ColumnKindIcon } from './column-kind-icon.tsx';
import { remapped, type ColumnMapping, type SourceColumn } from './column-mapping.ts';
import { columnsStepWords } from './columns-step-words.ts';
import { SuggestedName } from './suggested-name.tsx';
import classes from './columns-step.module.css';

const NOT_READ = '';
const STATE_WORDS = {
  exact: 'stateExact',
  'by-hand': 'stateByHand',
  unknown: 'stateUnknown',
  'left-out': 'stateLeftOut',
} as const;

/** Columns of the file with what each of them feeds, to be changed by hand. */
export function ColumnRows({
  columns,
  free,
  mapping,
}: {
  readonly columns: readonly SourceColumn[];
  /** Staging columns that nothing feeds. */
  readonly free: readonly string[];
  readonly mapping: ColumnMapping;
}): ReactNode {
  const t = useWords(columnsStepWords);
  return (
    <Table.ScrollContainer minWidth={560} type="native">
      <Table className={classes['table'] ?? ''} verticalSpacing={4} horizontalSpacing="sm" fz={13}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="30%">{t('inFile')}</Table.Th>
            <Table.Th w="42%">{t('goesTo')}</Table.Th>
            <Table.Th>{t('state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map((column, index) => (
            <ColumnRow key={`${column.sourceName} ${String(index)}`} column={column} free={free} mapping={mapping} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function ColumnRow({
  column: { sourceName, stagingName, match, nearest },
  free,
  mapping: { card, columnNames, onChange },
}: {
  readonly column: SourceColumn;
  readonly free: readonly string[];
  readonly mapping: ColumnMapping;
}): ReactNode {
  const t = useWords(columnsStepWords);
  const language = useLanguage();
  const kind = card.get(stagingName ?? '')?.kind ?? null;
  const chosen = columnNames[sourceName];
  const value = chosen === undefined ? (stagingName ?? NOT_READ) : (chosen ?? NOT_READ);
  const options = useMemo(
    () => [
      { value: NOT_READ, label: t(match === 'unknown' ? 'notReadChoice' : 'doNotRead') },
      ...[...new Set([...(value === NOT_READ ? [] : [value]), ...free])].map((name) => ({ value: name, label: name })),
    ],
    [t, match, value, free],
  );
  const map = (target: string | null | undefined): void => onChange(remapped(columnNames, sourceName, target));
  return (
    <Table.Tr>
      <Table.Td className={classes['source']}>{sourceName === '' ? '—' : sourceName}</Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <Select
            size="xs"
            flex={1}
            miw={150}
            aria-label={t('mapColumn', { name: sourceName })}
            data={options}
            value={value}
            allowDeselect={false}
            searchable
            leftSection={kind === null || value === NOT_READ ? undefined : <ColumnKindIcon kind={kind} />}
            nothingFoundMessage={t('notReadChoice')}
            onChange={(target) =>
              map(target === NOT_READ || target === null ? (match === 'unknown' ? undefined : null) : target)
            }
            renderOption={({ option }) => (
              <div>
                <Text size="xs">{option.label}</Text>
                <Text size="xs" c="dimmed" lineClamp={1}>
                  {card.get(option.value)?.meaning[language] ?? ''}
                </Text>
              </div>
            )}
          />
          {match === 'unknown' && nearest !== null && value === NOT_READ && (
            <SuggestedName
              name={nearest}
              about={t('suggestionOf', { source: sourceName, name: nearest })}
              onUse={() => map(nearest)}
            />
          )}
          {chosen !== undefined && (
            <Tooltip label={t('undoMapping', { name: sourceName })}>
              <ActionIcon
                size={26}
                variant="subtle"
                color="gray"
                aria-label={t('undoMapping', { name: sourceName })}
                onClick={() => map(undefined)}
              >
                <IconArrowBackUp size={15} />
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
      </Table.Td>
      <Table.Td>
        <Text size="xs" c="dimmed">
          {t(STATE_WORDS[match])}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
