import { Select, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { remapped, type ColumnMapping, type SourceColumn } from './column-mapping.ts';
import { columnsStepWords } from './columns-step-words.ts';
import { Panel } from '../../components/panel.tsx';
import { SuggestedName } from './suggested-name.tsx';
import classes from './columns-step.module.css';

/** Columns that an import cannot do without and the file lacks, each with the question which of the file's columns it is. */
export function RequiredColumns({
  names,
  columns,
  mapping: { card, columnNames, onChange },
}: {
  readonly names: readonly string[];
  readonly columns: readonly SourceColumn[];
  readonly mapping: ColumnMapping;
}): ReactNode {
  const t = useWords(columnsStepWords);
  const language = useLanguage();
  const unread = columns.filter(({ stagingName }) => stagingName === null);
  const sources = [...new Set(unread.map(({ sourceName }) => sourceName))].filter((name) => name !== '');
  const map = (source: string, name: string): void => onChange(remapped(columnNames, source, name));
  return (
    <Panel title={t('requiredTitle')} tone="error" icon={<IconAlertTriangle size={16} aria-hidden />}>
      <Text size="xs" c="dimmed" maw={720}>
        {t('requiredText')}
      </Text>
      <div className={classes['required']}>
        {names.map((name) => {
          const suggested = unread.find(({ nearest }) => nearest === name)?.sourceName ?? null;
          return (
            <Fragment key={name}>
              <div>
                <Text size="sm" ff="monospace" fw={600}>
                  {name}
                </Text>
                <Text size="xs" c="dimmed">
                  {card.get(name)?.meaning[language]}
                </Text>
              </div>
              <Select
                size="xs"
                aria-label={t('takeFrom', { name })}
                placeholder={t('takeFromNone')}
                data={sources}
                value={null}
                searchable
                disabled={sources.length === 0}
                onChange={(source) => source !== null && map(source, name)}
              />
              {suggested === null ? <span /> : <SuggestedName name={suggested} onUse={() => map(suggested, name)} />}
            </Fragment>
          );
        })}
      </div>
    </Panel>
  );
}
