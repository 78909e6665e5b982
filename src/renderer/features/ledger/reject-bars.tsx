import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { ledgerWords } from './ledger-words.ts';
import { reasonText, reasonWords } from './reject-words.ts';
import classes from './reject-bars.module.css';

/** Rejects by reason; each leads to its rejects. */
export function RejectBars({
  reasons,
  onReason,
}: {
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  readonly onReason: (reason: string) => void;
}): ReactNode {
  const t = useWords(ledgerWords);
  const tr = useWords(reasonWords);
  const format = useFormat();
  const all = reasons.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...reasons.map(({ count }) => count));
  return (
    <ul className={classes['bars']}>
      {reasons.map(({ reason, count }) => (
        <li key={reason}>
          <UnstyledButton className={classes['bar']} title={t('filterReason')} onClick={() => onReason(reason)}>
            <span>{reasonText(reason, tr)}</span>
            <span className={classes['track']} aria-hidden>
              <span className={classes['fill']} style={{ width: `${(count / most) * 100}%` }} />
            </span>
            <span className={classes['count']}>
              {format.number(count)} <small>{format.percent(count / all)}</small>
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
