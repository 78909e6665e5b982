import type { RowSelection } from '../../../../shared/contract/row-selection.ts';
import { assertNever } from '../../../../shared/assert-never.ts';
import { DATE_PARTS, type DatePart } from '../../../../etl/model/column.ts';
import { MICROSERVICES } from '../../../../etl/model/microservices.ts';
import { STAGING_COLUMNS } from '../../../../etl/model/staging-columns.ts';
import { findTransformColumn } from '../../../../etl/model/transform-columns.ts';
import { filterColumns } from '../../../../etl/sql/filter-columns.ts';
import { executedColumn, microserviceTimeColumn } from '../../../../etl/transform/extra-columns.ts';

type Sources = ReadonlySet<string>;

/** The columns of an answer say one thing in four ways. */
const ANSWER: readonly string[] = ['summary_code', 'summary_status', 'summary_desc', 'http_code'];
/** An instant settles all parts of the clock; the parts say nothing about each other. */
const INSTANTS: readonly string[] = ['date', 'x_epoch_us', 'x_local_time'];
/** `date` is explained by the day. */
const OF_DAY: Sources = new Set<DatePart>(['year', 'month-name', 'day']);

const NO_STAGING: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...ANSWER.map((name) => [name, ['answer']] as const),
  ...INSTANTS.map((name) => [name, DATE_PARTS] as const),
  ['x_attempt_number', ['position in the process']],
  ['x_attempts_in_process', ['attempts of the process']],
  ['x_is_final_attempt', ['position in the process', 'attempts of the process']],
  ['x_seconds_since_previous_attempt', ['position in the process', 'time between attempts']],
]);

const TIMES = STAGING_COLUMNS.filter(({ kind }) => kind === 'duration');
const EXTRAS: ReadonlyMap<string, readonly string[]> = new Map(
  MICROSERVICES.flatMap(({ name }) => {
    const times = TIMES.filter(({ microservice }) => microservice === name);
    return [
      [executedColumn(name), times.map((time) => time.name)] as const,
      ...(['execution', 'queue', 'near', 'far'] as const).map(
        (part) =>
          [
            microserviceTimeColumn(name, part),
            times.filter(({ timing, side }) => timing === part || side === part).map((time) => time.name),
          ] as const,
      ),
    ];
  }),
);

/** What a column of `transform` or of the lens is computed from: columns of the log, or what stands for several. */
function sourcesOf(name: string): Sources {
  const known = NO_STAGING.get(name) ?? EXTRAS.get(name);
  if (known !== undefined) return new Set(known);
  const derivation = findTransformColumn(name)?.derivation;
  switch (derivation?.kind) {
    case undefined:
    case 'staging':
    case 'filled':
      return new Set([name]);
    case 'resolution-class':
    case 'aspect-ratio':
      return all([derivation.width, derivation.height]);
    case 'same':
      return all([derivation.left, derivation.right]);
    case 'date-part':
      return new Set([derivation.part]);
    case 'sum-of-staging':
    case 'sum-of-transform':
      return all(derivation.of);
    case 'difference':
      return all([derivation.minuend, derivation.subtrahend]);
    default:
      return assertNever(derivation);
  }
}

const all = (names: readonly string[]): Sources => new Set(names.flatMap((name) => [...sourcesOf(name)]));

/**
 * Tells of a column whether the part is selected by it, by one that is computed from it or by one that shares what both are
 * computed from: such a column differs because the part was chosen so. The addends of a time are not related to it, as they
 * tell what made the time long.
 */
export function relatedTo(part: RowSelection): (column: string) => boolean {
  const chosen = part.filters.map(({ column }) => ({ sources: sourcesOf(column), isTime: isTime(column) }));
  return (column) => {
    const sources = column === 'date' ? OF_DAY : sourcesOf(column);
    return chosen.some((by) => {
      const shared = [...sources].filter((source) => by.sources.has(source)).length;
      const isAddend = by.isTime && isTime(column) && shared === sources.size && shared < by.sources.size;
      return shared > 0 && !isAddend;
    });
  };
}

const isTime = (name: string): boolean =>
  filterColumns('transform').find((column) => column.name === name)?.kind === 'duration';
