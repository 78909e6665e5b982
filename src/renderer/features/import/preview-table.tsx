import { Tooltip, VisuallyHidden } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import type { RejectReason } from '../../../shared/contract/ledger.ts';
import type { CardColumn } from '../../../shared/contract/model-card.ts';
import type { ImportPreview } from '../../../shared/contract/preview.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { reasonWords } from '../ledger/reject-words.ts';
import { ColumnKindIcon } from './column-kind-icon.tsx';
import { keptColumns } from './column-mapping.ts';
import { fileStepWords } from './file-step-words.ts';
import { problemId } from './preview-problems.ts';
import classes from './preview-table.module.css';

const isNumeric = (column: CardColumn | undefined): boolean =>
  column !== undefined && !['text', 'timestamp', 'boolean'].includes(column.kind);

/** The first rows as they are read; a cell or row that would be rejected says why. */
export const PreviewTable = memo(function PreviewTable({
  preview,
  card,
  isUpdating,
}: {
  readonly preview: ImportPreview;
  readonly card: ReadonlyMap<string, CardColumn>;
  readonly isUpdating: boolean;
}): ReactNode {
  const t = useWords(fileStepWords);
  const language = useLanguage();
  const format = useFormat();
  const columns = keptColumns(preview.columns);
  return (
    <div
      className={classes['scroll']}
      data-updating={isUpdating}
      role="group"
      aria-label={t('previewTitle')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a keyboard scrolls what can be focused
      tabIndex={0}
    >
      <table className={classes['table']} aria-busy={isUpdating}>
        <thead>
          <tr>
            <th scope="col">{t('line')}</th>
            {columns.map(({ stagingName, sourceName, match }) => {
              const column = card.get(stagingName);
              return (
                <th
                  key={stagingName}
                  scope="col"
                  className={isNumeric(column) ? classes['number'] : undefined}
                  title={column?.meaning[language]}
                >
                  <span className={classes['name']}>
                    {column !== undefined && <ColumnKindIcon kind={column.kind} />}
                    <span>{stagingName}</span>
                    {match === 'by-hand' && (
                      <span className={classes['origin']}>{t('fromColumn', { name: sourceName })}</span>
                    )}
                  </span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map(({ line, cells, problem }) => (
            <tr key={line}>
              <th scope="row">{format.number(line)}</th>
              {problem !== null && (
                <ProblemCell
                  id={problemId({ line, column: null })}
                  reason={problem}
                  span={Math.max(1, columns.length)}
                />
              )}
              {cells.map(({ text, problem: reason }, index) => {
                const { stagingName } = columns[index] ?? { stagingName: '' };
                const className = isNumeric(card.get(stagingName)) ? classes['number'] : undefined;
                return reason === null ? (
                  <td
                    key={stagingName}
                    className={className}
                    title={text !== null && text.length > 24 ? text : undefined}
                  >
                    {text}
                  </td>
                ) : (
                  <ProblemCell
                    key={stagingName}
                    id={problemId({ line, column: stagingName })}
                    reason={reason}
                    text={text}
                    className={className}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});

function ProblemCell({
  id,
  reason,
  text = null,
  span = 1,
  className = '',
}: {
  readonly id: string;
  readonly reason: RejectReason;
  readonly text?: string | null;
  readonly span?: number;
  readonly className?: string | undefined;
}): ReactNode {
  const tr = useWords(reasonWords);
  const isRow = text === null && span > 1;
  return (
    <Tooltip label={tr(reason)} withArrow events={{ hover: true, focus: true, touch: true }}>
      <td id={id} colSpan={span} tabIndex={-1} className={`${classes['problem'] ?? ''} ${className}`}>
        <IconAlertCircle size={13} className={classes['mark']} aria-hidden />
        {isRow ? tr(reason) : text}
        {!isRow && <VisuallyHidden>({tr(reason)})</VisuallyHidden>}
      </td>
    </Tooltip>
  );
}
