import type { ResponseOutcome } from '../../src/etl/model/response-codes.ts';
import type { FindingKind, RejectReason } from '../../src/shared/contract/ledger.ts';

/** Why a row is kept out, and how to mend it. */
export const REJECT_SENTENCES = {
  'not-a-number':
    'The cell is no number. Write digits with a decimal point (a decimal comma where `;` separates the columns).',
  'not-a-whole-number': 'The cell is a number with a fraction, or beyond 2^53, where a whole number belongs.',
  'not-a-date': 'The cell is no ISO 8601 date and time, or a day that no calendar has.',
  'key-missing': 'The row has no `file_token` or no `date`: without both it cannot be told from another.',
  'too-few-columns': 'The row has fewer cells than the header.',
  'too-many-columns': 'The row has more cells than the header; often a text with a comma that is not quoted.',
  'quote-not-closed': 'A quote opens and never closes.',
  'text-after-quote': 'Text follows a closing quote; a quote inside a quoted text is written twice.',
  'nul-character': 'The row holds a NUL character.',
  'not-readable': 'The row cannot be read as CSV.',
  conflict:
    'The workspace or the file already holds a row with the same key and other contents; its place is told. Decide which is right.',
} as const satisfies Record<RejectReason, string>;

/** What is noticed about rows that are loaded all the same. */
export const FINDING_SENTENCES = {
  'out-of-range': 'Values outside the range that this dictionary gives.',
  'unknown-value': 'Values other than those that this dictionary lists.',
  'unknown-response-code': 'A `summary_code` that the catalogue of answers does not know.',
  'value-missing': 'A required column is empty in some rows.',
  'process-missing': 'Rows without process id: each counts as a process of its own.',
  'zone-assumed': 'Dates without offset: read in the zone of `--default-zone`.',
  'column-absent': 'The source lacks an optional column; it is imported as missing.',
  'column-dropped':
    'The source has a column that the model card does not know, or that was left out; its values are stored nowhere.',
} as const satisfies Record<FindingKind, string>;

/** What each outcome of an answer means. */
export const OUTCOME_SENTENCES = {
  pass: 'the check was passed and the next one follows',
  capture: 'the person should try again with a better image',
  system: 'the service itself failed: a technical failure',
  attack: 'an attack is suspected: a PAD reject',
  accepted: 'the person was accepted',
} as const satisfies Record<ResponseOutcome, string>;
