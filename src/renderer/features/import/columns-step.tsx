import { Alert, Button, Collapse, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight, IconHistory } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import type { ImportPreview } from '../../../shared/contract/preview.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { ColumnFigures } from './column-figures.tsx';
import { ColumnKindIcon } from './column-kind-icon.tsx';
import type { ColumnMapping } from './column-mapping.ts';
import { ColumnRows } from './column-rows.tsx';
import { columnsStepWords } from './columns-step-words.ts';
import { Panel } from '../../components/panel.tsx';
import { RequiredColumns } from './required-columns.tsx';
import classes from './columns-step.module.css';

/** How the file's columns go together with the model card's, with the means to map those that bear another name. */
export function ColumnsStep({
  preview,
  mapping,
  isRemembered,
}: {
  readonly preview: ImportPreview;
  readonly mapping: ColumnMapping;
  /** The mapping comes from an earlier file with this header. */
  readonly isRemembered: boolean;
}): ReactNode {
  const t = useWords(columnsStepWords);
  const language = useLanguage();
  const format = useFormat();
  const [isOpen, { toggle }] = useDisclosure(false);
  const { columns, missing } = preview;
  const { card, columnNames, onChange } = mapping;
  const required = missing.filter((column) => column.required).map(({ name }) => name);
  const optional = missing.filter((column) => !column.required).map(({ name }) => name);
  const free = useMemo(() => missing.map(({ name }) => name), [missing]);
  const exact = columns.filter(({ match }) => match === 'exact');
  const others = columns.filter(({ match }) => match !== 'exact');
  const mapped = Object.keys(columnNames).length;
  return (
    <Stack gap="md">
      <ColumnFigures preview={preview} />
      {isRemembered && mapped > 0 && (
        <Alert color="accent" variant="light" p="xs" icon={<IconHistory size={16} aria-hidden />}>
          <Group justify="space-between" gap="xs">
            <Text size="sm">{t('remembered', { count: mapped, n: format.number(mapped) })}</Text>
            <Button size="compact-sm" variant="default" onClick={() => onChange({})}>
              {t('forget')}
            </Button>
          </Group>
        </Alert>
      )}
      {required.length > 0 && <RequiredColumns names={required} columns={columns} mapping={mapping} />}
      {others.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('everyKnown')}
        </Text>
      ) : (
        <Panel title={t('lookAt')}>
          <Text size="xs" c="dimmed" maw={720}>
            {t('lookAtText')}
          </Text>
          <ColumnRows columns={others} free={free} mapping={mapping} />
        </Panel>
      )}
      {optional.length > 0 && (
        <Panel title={`${t('optionalTitle')} (${format.number(optional.length)})`}>
          <Text size="xs" c="dimmed">
            {t('optionalText')}
          </Text>
          <ul className={classes['chips']}>
            {optional.map((name) => {
              const column = card.get(name);
              return (
                <li key={name} title={column?.meaning[language]}>
                  {column !== undefined && <ColumnKindIcon kind={column.kind} />}
                  {name}
                </li>
              );
            })}
          </ul>
        </Panel>
      )}
      {exact.length > 0 && (
        <Panel
          title={`${t('matchedTitle')} (${format.number(exact.length)})`}
          actions={
            <Button
              size="compact-sm"
              variant="default"
              aria-expanded={isOpen}
              leftSection={
                isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />
              }
              onClick={toggle}
            >
              {t(isOpen ? 'hideMatched' : 'showMatched')}
            </Button>
          }
        >
          <Collapse expanded={isOpen} keepMounted={false}>
            <ColumnRows columns={exact} free={free} mapping={mapping} />
          </Collapse>
        </Panel>
      )}
    </Stack>
  );
}
