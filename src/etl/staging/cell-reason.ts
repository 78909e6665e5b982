import type { RejectReason } from '../../shared/contract/ledger.ts';
import { stagingColumn } from '../model/staging-columns.ts';

/** Digits and what may go with them: JavaScript also takes `0x10` and `Infinity` for numbers. */
const isNumeric = (text: string): boolean =>
  /^[\s\d.,e+-]+$/i.test(text) && !Number.isNaN(Number(text.replace(',', '.')));

/** Why the cell of a staging column that SQL found unreadable is so. */
export function cellReason(column: string, text: string | null): RejectReason {
  const { kind, key } = stagingColumn(column);
  if (key && (text === null || text.trim() === '')) return 'key-missing';
  if (kind === 'timestamp') return 'not-a-date';
  if (kind !== 'integer') return 'not-a-number';
  return isNumeric(text ?? '') ? 'not-a-whole-number' : 'not-a-number';
}
