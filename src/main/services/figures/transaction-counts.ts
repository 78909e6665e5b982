import type { LensReader, LensRow } from '../../engine/lens-reader.ts';
import { IS_ACCEPTED, answeredWith, reachedPad } from '../../../etl/dashboards/condition-sql.ts';
import { facetSql } from '../../../etl/dashboards/facet-sql.ts';
import type { Selection } from './selection.ts';

const DIMENSIONS = {
  client: facetSql('client').sql,
  day: facetSql('day').sql,
  hour: facetSql('hour').sql,
  weekday: '"date_day_off_week"',
  attempt: facetSql('attempt').sql,
  code: facetSql('code').sql,
  description: facetSql('description').sql,
  status: facetSql('status').sql,
  near_class: facetSql('near_class').sql,
  far_class: facetSql('far_class').sql,
  near_aspect: facetSql('near_aspect').sql,
  far_aspect: facetSql('far_aspect').sql,
  near_width: '"img_size_near_img_width"',
  near_height: '"img_size_near_img_height"',
  far_width: '"img_size_far_img_width"',
  far_height: '"img_size_far_img_height"',
} as const;
type Dimension = keyof typeof DIMENSIONS;
const NAMES = Object.keys(DIMENSIONS) as readonly Dimension[];

const GROUPINGS = {
  overall: [],
  byClient: ['client'],
  byDay: ['day'],
  byDayAndClient: ['day', 'client'],
  byHour: ['hour'],
  byWeekday: ['weekday'],
  byAttempt: ['attempt'],
  byResponse: ['code', 'description', 'status'],
  nearResolution: ['code', 'description', 'near_class'],
  farResolution: ['code', 'description', 'far_class'],
  nearAspect: ['code', 'description', 'near_aspect'],
  farAspect: ['code', 'description', 'far_aspect'],
  nearSize: ['near_width', 'near_height'],
  farSize: ['far_width', 'far_height'],
} as const satisfies Record<string, readonly Dimension[]>;
export type Grouping = keyof typeof GROUPINGS;

/** Rows with the dimensions of one grouping and the counts `n`, `accepted`, `failures`, `pad_rejects` and `reached_pad`, unordered. */
export type TransactionCounts = Readonly<Record<Grouping, readonly LensRow[]>>;

/** What the engine's `GROUPING(…)` over all dimensions answers: a bit, first dimension highest, for each one left out. */
function mask(grouping: readonly Dimension[]): number {
  return NAMES.reduce((bits, name) => bits * 2 + (grouping.includes(name) ? 0 : 1), 0);
}

const SETS = Object.values(GROUPINGS).map((grouping: readonly Dimension[]) => `(${grouping.join(', ')})`);

const sql = (from: string): string => `WITH scope AS (
  SELECT ${NAMES.map((name) => `${DIMENSIONS[name]} AS ${name}`).join(', ')},
    ${IS_ACCEPTED} AS is_accepted,
    ${answeredWith('system')} AS is_failure,
    ${answeredWith('attack')} AS is_pad_reject,
    ${reachedPad()} AS is_in_pad
  ${from}
)
SELECT ${NAMES.join(', ')},
  GROUPING(${NAMES.join(', ')}) AS grouping,
  count(*) AS n,
  count(*) FILTER (is_accepted) AS accepted,
  count(*) FILTER (is_failure) AS failures,
  count(*) FILTER (is_pad_reject) AS pad_rejects,
  count(*) FILTER (is_in_pad) AS reached_pad
FROM scope GROUP BY GROUPING SETS (${SETS.join(', ')})`;

/** Every count of transactions that the figures need, from one scan. */
export async function transactionCounts(lens: LensReader, { from, parameters }: Selection): Promise<TransactionCounts> {
  const byMask = Map.groupBy(await lens.rows(sql(from), parameters), (row) => row['grouping']);
  const entries = Object.entries(GROUPINGS).map(([name, grouping]) => [name, byMask.get(mask(grouping)) ?? []]);
  return Object.fromEntries(entries) as TransactionCounts;
}
