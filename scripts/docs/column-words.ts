import { assertNever } from '../../src/shared/assert-never.ts';
import type { ColumnKind, DatePart, Derivation, StagingColumn, TransformColumn } from '../../src/etl/model/column.ts';
import type { Acceptance } from '../../src/etl/model/thresholds.ts';
import { SENTINELS } from '../../src/etl/model/transform-columns.ts';
import { code, codes } from './markdown.ts';

/** What each kind of column holds. */
export const KIND_SENTENCES = {
  text: 'A text; an empty one is missing.',
  integer: 'A whole number, exact up to 2^53.',
  score: 'A 64-bit floating-point number without unit.',
  probability: 'A 64-bit floating-point number from 0 to 1.',
  duration: 'Milliseconds, a 64-bit floating-point number.',
  timestamp: 'Text `YYYY-MM-DD HH:MM:SS.ffffff±HH:MM`: the instant to the microsecond and the local clock as written.',
  boolean: 'True or false.',
} as const satisfies Record<ColumnKind, string>;

const DATE_PART_WORDS = {
  year: 'year',
  'month-name': 'English name of the month',
  day: 'day of the month',
  'weekday-name': 'English name of the weekday',
  hour: 'hour',
  minute: 'minute',
} as const satisfies Record<DatePart, string>;

/** How a transform column follows from others. */
export function derivationWords(derivation: Derivation): string {
  switch (derivation.kind) {
    case 'staging':
      return 'as in staging';
    case 'filled':
      return `as in staging; where missing, ${derivation.value}`;
    case 'resolution-class':
      return `class of ${code(derivation.width)} × ${code(derivation.height)}; missing where one of them is`;
    case 'aspect-ratio':
      return `${codes(['SQUARE'])} where ${code(derivation.width)} equals ${code(derivation.height)}, ${codes(['LANDSCAPE'])} where it is larger, else ${codes(['PORTRAIT'])}; missing where one of them is`;
    case 'same':
      return `whether ${code(derivation.left)} equals ${code(derivation.right)}; missing where one of them is`;
    case 'date-part':
      return `${DATE_PART_WORDS[derivation.part]} of ${code(derivation.of)} on its local clock`;
    case 'sum-of-staging':
      return `${derivation.of.map(code).join(' + ')}, a missing one as ${SENTINELS.duration}`;
    case 'sum-of-transform':
      return `sum of the ${derivation.of.length} columns ${code(derivation.of[0] ?? '')} to ${code(derivation.of.at(-1) ?? '')}`;
    case 'difference':
      return `${code(derivation.minuend)} − ${code(derivation.subtrahend)}; missing where one of them is`;
    default:
      return assertNever(derivation);
  }
}

/** What stands for "missing" in a transform column. */
export function missingWords({ derivation, sentinel }: TransformColumn): string {
  if (sentinel !== undefined) return String(sentinel);
  return derivation.kind === 'sum-of-staging' || derivation.kind === 'sum-of-transform'
    ? String(SENTINELS.duration)
    : 'NULL';
}

/** Where the value stands in a raw document. */
export function pathText(path: StagingColumn['path']): string {
  return path.reduce<string>(
    (before, step) => (typeof step === 'number' ? `${before}[${step}]` : before === '' ? step : `${before}.${step}`),
    '',
  );
}

/** The values that give no finding. */
export function rangeWords({ range, allowed }: StagingColumn): string {
  if (allowed !== undefined) return codes(allowed);
  if (range === undefined) return '';
  const { min, max } = range;
  if (min !== undefined && max !== undefined) return `${min} to ${max}`;
  return min !== undefined ? `at least ${min}` : `at most ${max ?? ''}`;
}

/** Whether a source must have the column, and whether a row must have the value. */
export function presenceWords({ presence, key }: StagingColumn): string {
  return key ? 'required, key' : presence;
}

/** The microservice, the image and the kind of time that a column is about. */
export function aboutWords({ microservice, side, timing }: StagingColumn | TransformColumn): string {
  return [microservice === undefined ? '' : code(microservice), side ?? '', timing ?? '']
    .filter((word) => word !== '')
    .join(', ');
}

/** The scores that a threshold lets pass. */
export function acceptanceWords(accepts: Acceptance): string {
  switch (accepts.kind) {
    case 'at-least':
      return `≥ ${accepts.value}`;
    case 'at-most':
      return `≤ ${accepts.value}`;
    case 'within':
      return `${accepts.least} to ${accepts.most}`;
    default:
      return assertNever(accepts);
  }
}
