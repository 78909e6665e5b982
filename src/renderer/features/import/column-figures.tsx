import type { ReactNode } from 'react';
import type { ImportPreview } from '../../../shared/contract/preview.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { keptColumns } from './column-mapping.ts';
import { columnsStepWords } from './columns-step-words.ts';
import classes from './columns-step.module.css';

/** How the file's columns and those of the model card go together, in numbers. */
export function ColumnFigures({ preview: { columns, missing } }: { readonly preview: ImportPreview }): ReactNode {
  const t = useWords(columnsStepWords);
  const format = useFormat();
  const kept = keptColumns(columns).length;
  const required = missing.filter((column) => column.required).length;
  const byHand = columns.filter(({ match }) => match === 'by-hand').length;
  const figures = [
    {
      label: `${t('matchedOf', { n: format.number(kept + missing.length) })} ${t('matched')}`,
      count: kept,
      always: true,
    },
    { label: t('byHand'), count: byHand },
    { label: t('notRead'), count: columns.length - kept, always: true },
    { label: t('missingRequired'), count: required, tone: 'error' },
    { label: t('missingOptional'), count: missing.length - required },
  ];
  return (
    <div className={classes['figures']}>
      {figures.map(({ label, count, always = false, tone }) =>
        count > 0 || always ? (
          <span key={label} className={classes['figure']} data-tone={tone}>
            <b>{format.number(count)}</b> {label}
          </span>
        ) : null,
      )}
    </div>
  );
}
