import { nearestName } from '../../shared/nearest-name.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { STAGING_COLUMNS } from '../model/staging-columns.ts';

/** A column of the source that feeds a staging column. */
export interface BoundColumn {
  /** Position in the source's record, from 0. */
  readonly position: number;
  /** Name of the staging column. */
  readonly name: string;
}

/** Which columns of a source are kept, and what it lacks. */
export interface ColumnBinding {
  /** In the order of the source. */
  readonly columns: readonly BoundColumn[];
  /** Number of columns of a record, kept or not. */
  readonly width: number;
  /** Optional staging columns that the source lacks. */
  readonly absent: readonly string[];
  /** Names of the source's columns that the model card does not know. Their values are never read. */
  readonly unknown: readonly string[];
}

const normal = (name: string): string => name.trim().toLowerCase();
/** A name as it is told to a person, on a terminal too: a file that is no text may hold control characters. */
const told = (name: string): string => name.replaceAll(/\p{Cc}+/gu, ' ').trim();
const MODEL_NAMES = new Map(STAGING_COLUMNS.map((staging) => [normal(staging.name), staging.name]));

/** How many of the names belong to staging columns. */
export function countKnownNames(names: readonly string[]): number {
  return names.filter((name) => MODEL_NAMES.has(normal(name))).length;
}

/**
 * Matches a source's column names with the model card, whatever their order, case and surrounding spaces.
 * `REQUIRED_COLUMN_MISSING` names each required column that is not there with the most similar name found;
 * `COLUMN_REPEATED` where two columns would feed the same staging column.
 */
export function bindColumns(names: readonly string[]): Result<ColumnBinding> {
  const columns: BoundColumn[] = [];
  const unknown: string[] = [];
  const bound = new Set<string>();
  for (const [position, name] of names.entries()) {
    const model = MODEL_NAMES.get(normal(name));
    if (model === undefined) unknown.push(told(name));
    else if (bound.has(model)) {
      return err(
        'COLUMN_REPEATED',
        `The column "${model}" stands twice in the header.`,
        'Remove or rename one of the two columns and import again.',
      );
    } else {
      bound.add(model);
      columns.push({ position, name: model });
    }
  }
  const absent = STAGING_COLUMNS.filter((staging) => !bound.has(staging.name));
  const required = absent.filter((staging) => staging.presence === 'required').map((staging) => staging.name);
  if (required.length > 0) return requiredMissing(required, names, unknown);
  return ok({ columns, width: names.length, absent: absent.map((staging) => staging.name), unknown });
}

/** No file has thousands of columns for a person to read about. */
const NAMES_SHOWN = 20;

function requiredMissing(
  required: readonly string[],
  names: readonly string[],
  unknown: readonly string[],
): Result<never> {
  // A file without a header has a row of data in its first line, which no message may show: where no name is known, only
  // similar names without digits are told.
  const hasHeader = countKnownNames(names) > 0;
  const candidates = hasHeader ? unknown : unknown.filter((name) => !/\d/.test(name));
  const lacking = required.map((name) => {
    const near = nearestName(name, candidates);
    return near === null ? `"${name}"` : `"${name}" (is it "${near.slice(0, 60)}"?)`;
  });
  const lacks = `The source lacks the required column${required.length === 1 ? '' : 's'} ${lacking.join(', ')}.`;
  if (!hasHeader) {
    return err(
      'REQUIRED_COLUMN_MISSING',
      `${lacks} None of the ${names.length} names in its first line is a column of the model card.`,
      'Check that this is the anonymised CSV of face-verification transactions, with its header in the first line.',
    );
  }
  const shown = names.slice(0, NAMES_SHOWN).map((name) => told(name).slice(0, 60));
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : '';
  return err(
    'REQUIRED_COLUMN_MISSING',
    `${lacks} Found: ${shown.join(', ')}${more}.`,
    'Check that this is the anonymised CSV of face-verification transactions, with its header in the first line; rename the column if it only has another name.',
  );
}
