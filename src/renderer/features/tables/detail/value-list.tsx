import { SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { TransactionDetail } from '../../../../shared/contract/grid.ts';
import { matchColumns } from '../../../components/match-columns.ts';
import { useLanguage, useWords } from '../../../i18n/use-words.ts';
import { cardTable, columnSentence } from '../card-table.ts';
import { cellClasses } from '../grid/cell-class.ts';
import { exactText } from '../grid/cell-text.ts';
import { useTable } from '../table-context.ts';
import { tableWords } from '../table-words.ts';
import { detailWords } from './detail-words.ts';
import styles from './row-detail.module.css';

type Which = 'staging' | 'transform';

/** Every column of a transaction with its value and what it means, as it was logged or as it was transformed. */
export function ValueList({ detail }: { readonly detail: TransactionDetail }): ReactNode {
  const t = useWords(detailWords);
  const tTable = useWords(tableWords);
  const language = useLanguage();
  const { model, table, text } = useTable();
  const [which, setWhich] = useState<Which>(table.name === 'staging' ? 'staging' : 'transform');
  const [search, setSearch] = useState('');
  const shown = useMemo(() => cardTable(model, which), [model, which]);
  const classes = useMemo(() => cellClasses(model.responses), [model]);
  const values = detail[which];
  const wanted = search.trim().toLowerCase();
  const byName = new Set(matchColumns(shown.columns, search, language).map(({ name }) => name));
  const sections = shown.sections
    .map((section) => ({
      ...section,
      columns: section.columns.filter(
        ({ name }) => byName.has(name) || (wanted !== '' && exactText(values[name]).toLowerCase().includes(wanted)),
      ),
    }))
    .filter(({ columns }) => columns.length > 0);
  return (
    <>
      <div className={styles['valueBar']}>
        <TextInput
          size="xs"
          flex={1}
          aria-label={t('searchValues')}
          placeholder={t('searchValues')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('whichTable')}
          value={which}
          onChange={(value) => setWhich(value === 'staging' ? 'staging' : 'transform')}
          data={[
            { value: 'staging', label: tTable('tableStaging') },
            { value: 'transform', label: tTable('tableTransform') },
          ]}
        />
      </div>
      {sections.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noValues')}
        </Text>
      )}
      {sections.map(({ id, label, columns }) => (
        <section key={id}>
          <h4 className={styles['valueHeading']}>{label[language]}</h4>
          <dl className={styles['values']}>
            {columns.map((column) => {
              const value = values[column.name] ?? null;
              return (
                <div key={column.name} className={styles['valueRow']}>
                  <dt title={columnSentence(column, language)}>
                    <span className={styles['valueName']}>{column.name}</span>
                    <span className={styles['valueMeaning']}>{column.meaning[language]}</span>
                  </dt>
                  <dd className={classes(column, value).join(' ')} title={text.note(column, value) ?? exactText(value)}>
                    {text.text(column, value)}
                    {value !== null && column.unit !== null && column.kind === 'duration' && (
                      <span className={styles['unit']}> {column.unit}</span>
                    )}
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      ))}
    </>
  );
}
