import { NativeSelect } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ColumnDifference, ExplainAnswer } from '../../../../shared/contract/aggregate.ts';
import type { CardColumn } from '../../../../shared/contract/model-card.ts';
import type { ColumnFilter } from '../../../../shared/contract/row-selection.ts';
import { useDashboard } from '../dashboard-context.ts';
import { DifferenceCard } from './difference-card.tsx';
import { useExplainVoice } from './explain-voice.ts';
import { rankedDifferences } from './ranked-differences.ts';
import styles from './explain-panel.module.css';

const EVERY_GROUP = '';

/** All differences, the notable ones at once, the others folded; narrowed to one kind of columns where asked. */
export function DifferenceList({
  answer,
  isStale,
  columns,
  onFilter,
}: {
  readonly answer: ExplainAnswer;
  readonly isStale: boolean;
  readonly columns: ReadonlyMap<string, CardColumn>;
  readonly onFilter: (filter: ColumnFilter, add: boolean) => void;
}): ReactNode {
  const { t, format, language } = useExplainVoice();
  const { model } = useDashboard();
  const [group, setGroup] = useState(EVERY_GROUP);
  const groupOf = ({ column }: ColumnDifference): string | undefined => columns.get(column)?.group;
  const groups = Object.entries(model.groups).filter(([name]) => answer.columns.some((one) => groupOf(one) === name));
  const isKnown = groups.some(([name]) => name === group);
  const wanted = isKnown ? answer.columns.filter((one) => groupOf(one) === group) : answer.columns;
  const { notable, slight, chance, related } = rankedDifferences(wanted);
  const isEmpty = answer.part === 0 || answer.rest === 0;
  const list = (differences: readonly ColumnDifference[]): ReactNode => (
    <Cards differences={differences} isStale={isStale} columns={columns} onFilter={onFilter} />
  );
  if (isEmpty)
    return (
      <p className={styles['notice']} role="status">
        {t(answer.part === 0 ? 'emptyPart' : 'emptyRest')}
      </p>
    );
  return (
    <>
      <div className={styles['controls']}>
        <NativeSelect
          size="xs"
          aria-label={t('group')}
          value={isKnown ? group : EVERY_GROUP}
          onChange={({ currentTarget }) => setGroup(currentTarget.value)}
          data={[
            { value: EVERY_GROUP, label: t('groupAll') },
            ...groups.map(([name, label]) => ({ value: name, label: label[language] })),
          ]}
        />
        <span className={styles['status']} role="status">
          {isStale
            ? t('loading')
            : t('done', { count: answer.tested, time: format.duration(Math.ceil(answer.milliseconds)) })}
        </span>
      </div>
      <Fold title={t('howTitle')} isBare>
        <p className={styles['how']}>{t('how')}</p>
      </Fold>
      {notable.length === 0 && <p className={styles['notice']}>{t('nothing')}</p>}
      {list(notable)}
      {slight.length > 0 && <Fold title={t('slight', { count: slight.length })}>{list(slight)}</Fold>}
      {chance.length > 0 && <Fold title={t('chance', { count: chance.length })}>{list(chance)}</Fold>}
      {related.length > 0 && (
        <Fold title={t('related', { count: related.length })}>
          <p className={styles['foldHint']}>{t('relatedHint')}</p>
          {list(related)}
        </Fold>
      )}
    </>
  );
}

function Cards({
  differences,
  isStale,
  columns,
  onFilter,
}: {
  readonly differences: readonly ColumnDifference[];
  readonly isStale: boolean;
  readonly columns: ReadonlyMap<string, CardColumn>;
  readonly onFilter: (filter: ColumnFilter, add: boolean) => void;
}): ReactNode {
  const { selection } = useDashboard();
  return (
    <ol className={styles['list']} data-stale={isStale}>
      {differences.map((difference) => {
        const column = columns.get(difference.column);
        return column === undefined ? null : (
          <DifferenceCard
            key={`${difference.column} ${difference.of}`}
            difference={difference}
            column={column}
            selection={selection}
            onFilter={onFilter}
          />
        );
      })}
    </ol>
  );
}

/** What is drawn only when it is asked for. */
function Fold({
  title,
  isBare = false,
  children,
}: {
  readonly title: string;
  /** Without a ground of its own. */
  readonly isBare?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      <button
        type="button"
        className={styles[isBare ? 'bareFold' : 'fold']}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Chevron size={14} aria-hidden />
        {title}
      </button>
      {isOpen && children}
    </>
  );
}
