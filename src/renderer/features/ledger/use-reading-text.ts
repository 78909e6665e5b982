import { useCallback } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { ledgerWords } from './ledger-words.ts';

const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;
const isNamed = (delimiter: string): delimiter is keyof typeof DELIMITERS => delimiter in DELIMITERS;

/** How a file was or will be read. */
export interface Reading {
  readonly delimiter: string;
  readonly encoding: string;
  readonly compression: 'none' | 'gzip';
  readonly decimalComma: boolean;
  readonly defaultZone: string;
}

/** Says in a line how a file is read: encoding, delimiter, decimal mark, zone of dates without offset. */
export function useReadingText(): (reading: Reading) => string {
  const t = useWords(ledgerWords);
  return useCallback(
    ({ delimiter, encoding, compression, decimalComma, defaultZone }) =>
      [
        encoding.toUpperCase().replace('WINDOWS', 'Windows'),
        ...(compression === 'gzip' ? ['gzip'] : []),
        `${t('delimiter')}: ${isNamed(delimiter) ? t(DELIMITERS[delimiter]) : delimiter}`,
        `${t('decimalMark')}: ${t(decimalComma ? 'comma' : 'point')}`,
        `${t('zone')}: ${defaultZone}`,
      ].join(' · '),
    [t],
  );
}
