import { Fragment, type ReactNode } from 'react';
import type { Run } from '../../../shared/contract/ledger.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useStagingCard } from '../import/use-staging-card.ts';
import { ledgerWords } from './ledger-words.ts';
import { ShortHash } from './short-hash.tsx';
import { useReadingText } from './use-reading-text.ts';
import classes from './run-facts.module.css';

/** What the book remembers of an import: the file, how it was read, when and how long. */
export function RunFacts({ run }: { readonly run: Run }): ReactNode {
  const t = useWords(ledgerWords);
  const format = useFormat();
  const readingText = useReadingText();
  const known = useStagingCard().size;
  const { settings } = run;
  const mapped = Object.entries(settings.columnNames);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('colWhen'), `${format.dateTime(run.importedAt)} · ${format.ago(run.importedAt)}`],
    [t('colDuration'), format.duration(run.milliseconds)],
    [t('colSize'), format.bytes(run.bytes)],
    [t('colHash'), <ShortHash key="hash" sha256={run.sha256} file={run.fileName} />],
    [t('colSettings'), readingText(settings)],
    [t('columnsRead'), t('columnsOf', { n: format.number(settings.columns.length), all: format.number(known) })],
    ...(mapped.length === 0
      ? []
      : [
          [
            t('mappedByHand'),
            mapped.map(([source, target]) => `${source} → ${target ?? t('leftOut')}`).join(' · '),
          ] as const,
        ]),
    [t('colVersion'), `Veriscope ${run.productVersion}`],
  ];
  return (
    <dl className={classes['facts']}>
      {facts.map(([term, value]) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
