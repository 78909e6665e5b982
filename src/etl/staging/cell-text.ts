import { MISSING_WORDS } from './cell-sql.ts';

const MISSING: ReadonlySet<string> = new Set(MISSING_WORDS);

/** The text of a cell as a source writes it; null where it says "no value". */
export const cellText = (written: string): string | null => (MISSING.has(written) ? null : written);
