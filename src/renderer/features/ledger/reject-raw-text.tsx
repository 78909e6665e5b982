import { VisuallyHidden } from '@mantine/core';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { RejectCells } from '../../../shared/contract/calls.ts';
import { useWords } from '../../i18n/use-words.ts';
import { reasonText, reasonWords } from './reject-words.ts';
import { recordPieces } from './reject-record.ts';
import { rejectsWords } from './rejects-words.ts';
import classes from './reject-detail.module.css';

/** The rejected row as text, with the cells at fault marked. */
export function RejectRawText({
  answer: { reject, cells },
  delimiter,
}: {
  readonly answer: RejectCells;
  readonly delimiter: string;
}): ReactNode {
  const t = useWords(rejectsWords);
  const tr = useWords(reasonWords);
  const problems = useMemo(
    () => new Map(cells.flatMap(({ column, problem }) => (problem === null ? [] : [[column, problem] as const]))),
    [cells],
  );
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const mark = box.current?.querySelector('mark');
    if (box.current === null || mark == null) return;
    box.current.scrollTop = Math.max(0, mark.offsetTop - box.current.offsetTop - 24);
  }, [reject.id]);
  if (reject.rawText === null) return null;
  return (
    <div>
      <h3 className={classes['heading']}>{t('rawText')}</h3>
      {/* A keyboard scrolls what can be focused. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <code ref={box} className={classes['raw']} tabIndex={0} role="region" aria-label={t('rawText')}>
        {cells.length === 0
          ? reject.rawText
          : recordPieces(cells, delimiter).map(({ column, text }, index) => {
              const problem = column === null ? undefined : problems.get(column);
              const key = column ?? `between ${String(index)}`;
              if (problem === undefined) return <span key={key}>{text}</span>;
              return (
                <mark key={key} title={`${column ?? ''}: ${reasonText(problem, tr)}`}>
                  {text === '' ? '␣' : text}
                  <VisuallyHidden>
                    {' '}
                    ({column}: {reasonText(problem, tr)})
                  </VisuallyHidden>
                </mark>
              );
            })}
      </code>
    </div>
  );
}
