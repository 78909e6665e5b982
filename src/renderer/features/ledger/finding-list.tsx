import type { ReactNode } from 'react';
import { Text } from '@mantine/core';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { ABOUT_THE_FORM, findingWords, knownFinding } from './finding-words.ts';
import { ledgerWords } from './ledger-words.ts';
import classes from './finding-list.module.css';

/** A finding as an import or a workspace tells it. */
export interface ListedFinding {
  readonly kind: string;
  readonly column: string | null;
  readonly count: number;
  readonly firstLine: number | null;
}

/** What is worth knowing about rows that were loaded all the same; what is about the form of the file comes in one line a kind. */
export function FindingList({ findings }: { readonly findings: readonly ListedFinding[] }): ReactNode {
  const t = useWords(ledgerWords);
  const tf = useWords(findingWords);
  const format = useFormat();
  if (findings.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('noFindings')}
      </Text>
    );
  const textOf = (kind: string): string => {
    const known = knownFinding(kind);
    return known === null ? kind : tf(known);
  };
  const ofRows = findings.filter(({ kind }) => !ABOUT_THE_FORM.has(kind));
  const forms = Map.groupBy(
    findings.filter(({ kind }) => ABOUT_THE_FORM.has(kind)),
    ({ kind }) => kind,
  );
  return (
    <ul className={classes['list']}>
      {ofRows.map(({ kind, column, count, firstLine }) => (
        <li key={`${kind} ${column ?? ''}`}>
          {column !== null && <code>{column}</code>} {textOf(kind)}{' '}
          <small>
            {t('findingRows', { count, n: format.number(count) })}
            {firstLine !== null && `, ${t('firstLine', { line: format.number(firstLine) })}`}
          </small>
        </li>
      ))}
      {[...forms].map(([kind, about]) => (
        <li key={kind}>
          <code>{about.map(({ column }) => column).join(', ')}</code> <small>{textOf(kind)}</small>
        </li>
      ))}
    </ul>
  );
}
