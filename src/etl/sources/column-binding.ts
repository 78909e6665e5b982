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
  /** Names of the source's columns that feed nothing: the model card does not know them, or a person left them out. Their values are never read. */
  readonly unknown: readonly string[];
}

/** Staging column by the source's name, as a person mapped them; `null` leaves the source's column out. */
export type ColumnNames = Readonly<Record<string, string | null>>;

/** What a column of the source feeds, and why. */
export interface ColumnMatch {
  /** As it is told to a person. */
  readonly sourceName: string;
  readonly stagingName: string | null;
  readonly match: 'exact' | 'by-hand' | 'unknown' | 'left-out';
}

const normal = (name: string): string => name.trim().toLowerCase();
/** A name as it is told to a person, on a terminal too: a file that is no text may hold control characters. */
const told = (name: string): string => name.replaceAll(/\p{Cc}+/gu, ' ').trim();
const MODEL_NAMES = new Map(STAGING_COLUMNS.map((staging) => [normal(staging.name), staging.name]));

/** How many of the names belong to staging columns. */
export function countKnownNames(names: readonly string[]): number {
  return names.filter((name) => MODEL_NAMES.has(normal(name))).length;
}

/** The names as mapped, with the model card's own writing of each target; `USAGE` where a target is no staging column. */
export function checkedColumnNames(columnNames: ColumnNames): Result<ReadonlyMap<string, string | null>> {
  const mapped = new Map<string, string | null>();
  for (const [source, target] of Object.entries(columnNames)) {
    const model = target === null ? null : MODEL_NAMES.get(normal(target));
    if (model === undefined) {
      const near = nearestName(target ?? '', [...MODEL_NAMES.values()]);
      return err(
        'USAGE',
        `The model card has no column "${told(target ?? '').slice(0, 60)}".`,
        near === null
          ? 'Map to a staging column; the data dictionary lists them.'
          : `Map to a staging column, for example ${near}.`,
      );
    }
    mapped.set(normal(told(source)), model);
  }
  return ok(mapped);
}

/**
 * What each of a source's columns feeds, whatever their order, case and surrounding spaces. What a person mapped wins over
 * matching by name, also where another column bears the name that was mapped to.
 */
export function matchColumns(
  names: readonly string[],
  mapped: ReadonlyMap<string, string | null> = new Map(),
): readonly ColumnMatch[] {
  const byHand = names.map((name) => mapped.get(normal(told(name))));
  const taken = new Set(byHand);
  return names.map((name, position) => {
    const sourceName = told(name);
    const hand = byHand[position];
    if (hand === null) return { sourceName, stagingName: null, match: 'left-out' };
    if (hand !== undefined) return { sourceName, stagingName: hand, match: 'by-hand' };
    const model = MODEL_NAMES.get(normal(name));
    if (model === undefined || taken.has(model)) return { sourceName, stagingName: null, match: 'unknown' };
    return { sourceName, stagingName: model, match: 'exact' };
  });
}

/**
 * Matches a source's column names with the model card, see {@link matchColumns}. `REQUIRED_COLUMN_MISSING` names each
 * required column that is not there with the most similar name found; `COLUMN_REPEATED` where two columns would feed the
 * same staging column; `USAGE` where a column is mapped to none.
 */
export function bindColumns(names: readonly string[], columnNames: ColumnNames = {}): Result<ColumnBinding> {
  const mapped = checkedColumnNames(columnNames);
  if (!mapped.ok) return mapped;
  const matches = matchColumns(names, mapped.value);
  const repeated = repeatedColumn(matches);
  if (repeated !== null) return repeated;
  const binding = bindingOf(matches);
  const required = STAGING_COLUMNS.filter(
    ({ name, presence }) => presence === 'required' && binding.absent.includes(name),
  ).map(({ name }) => name);
  if (required.length > 0) return requiredMissing(required, names, binding);
  return ok(binding);
}

/** The binding that follows from matches; of columns that feed the same one the first counts. */
export function bindingOf(matches: readonly ColumnMatch[]): ColumnBinding {
  const bound = new Map<string, number>();
  for (const [position, { stagingName }] of matches.entries()) {
    if (stagingName !== null && !bound.has(stagingName)) bound.set(stagingName, position);
  }
  return {
    columns: [...bound].map(([name, position]) => ({ position, name })),
    width: matches.length,
    absent: STAGING_COLUMNS.filter(({ name }) => !bound.has(name)).map(({ name }) => name),
    unknown: matches.filter(({ stagingName }) => stagingName === null).map(({ sourceName }) => sourceName),
  };
}

function repeatedColumn(matches: readonly ColumnMatch[]): Result<never> | null {
  const seen = new Set<string>();
  for (const { stagingName, match } of matches) {
    if (stagingName === null) continue;
    if (!seen.has(stagingName)) {
      seen.add(stagingName);
      continue;
    }
    return match === 'by-hand'
      ? err(
          'COLUMN_REPEATED',
          `Two columns of the source are mapped to "${stagingName}".`,
          'Map only one of them to it, and leave the other out.',
        )
      : err(
          'COLUMN_REPEATED',
          `The column "${stagingName}" stands twice in the header.`,
          'Remove or rename one of the two columns and import again.',
        );
  }
  return null;
}

/** No file has thousands of columns for a person to read about. */
const NAMES_SHOWN = 20;

function requiredMissing(
  required: readonly string[],
  names: readonly string[],
  { columns, unknown }: ColumnBinding,
): Result<never> {
  // A file without a header has a row of data in its first line, which no message may show: where no name is known, only
  // similar names without digits are told.
  const hasHeader = columns.length > 0 || countKnownNames(names) > 0;
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
    'Check that this is the anonymised CSV of face-verification transactions, with its header in the first line; a column that only has another name can be mapped by hand.',
  );
}
