import { useCallback } from 'react';
import type { ImportPreview } from '../../../shared/contract/preview.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { importWords } from './import-words.ts';

/** Estimates are told to so many significant digits. */
const TOLD_DIGITS = 2;

/** How many rows a file holds, in words: exact for a small one, about for what was only looked into. */
export function useRowsText(): (preview: Pick<ImportPreview, 'estimatedRows' | 'rows'>) => string {
  const t = useWords(importWords);
  const format = useFormat();
  return useCallback(
    ({ estimatedRows, rows }) => {
      if (estimatedRows === null) return '';
      const isCounted = estimatedRows <= rows.length;
      const n = isCounted ? estimatedRows : Number(estimatedRows.toPrecision(TOLD_DIGITS));
      return isCounted ? t('rowsExact', { count: n, n: format.number(n) }) : t('rowsAbout', { n: format.number(n) });
    },
    [t, format],
  );
}
