import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Ledger } from '../../../shared/contract/ledger.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { ledgerWords } from './ledger-words.ts';
import classes from './ledger-equation.module.css';

/** The books: read = loaded + rejected + duplicates. */
export function LedgerEquation({
  ledger: { read, loaded, rejected, duplicates },
  size = 'large',
}: {
  readonly ledger: Ledger;
  readonly size?: 'large' | 'small';
}): ReactNode {
  const t = useWords(ledgerWords);
  const { number } = useFormat();
  const terms = [
    { sign: null, label: t('read'), count: read },
    { sign: '=', label: t('loaded'), count: loaded, tone: 'ok' },
    { sign: '+', label: t('rejected'), count: rejected, tone: rejected > 0 ? 'error' : undefined },
    { sign: '+', label: t('duplicates'), count: duplicates },
  ];
  const spoken = {
    read: number(read),
    loaded: number(loaded),
    rejected: number(rejected),
    duplicates: number(duplicates),
  };
  return (
    <div>
      <VisuallyHidden>{t('equation', spoken)}</VisuallyHidden>
      <div className={classes['equation']} data-size={size} aria-hidden>
        {terms.map(({ sign, label, count, tone }) => [
          sign === null ? null : (
            <span key={`${label} sign`} className={classes['sign']}>
              {sign}
            </span>
          ),
          <span key={label} className={classes['term']} data-tone={tone}>
            <b>{number(count)}</b>
            <span>{label}</span>
          </span>,
        ])}
      </div>
    </div>
  );
}
