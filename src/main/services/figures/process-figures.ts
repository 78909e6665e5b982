import type { Figures, ProcessFigures } from '../../../shared/contract/figures.ts';
import { proportion } from '../../../shared/statistics/proportion.ts';
import type { LensReader, LensRow } from '../../engine/lens-reader.ts';
import { ATTEMPT_CLASSES } from './attempt-classes.ts';
import { inOrder } from './in-order.ts';
import { maybeNumber, maybeSteady, maybeText, number, only } from './lens-cells.ts';
import type { Selection } from './selection.ts';

const GROUPING = { overall: 3, byClient: 1, byClass: 2 } as const;

const CLASS_OF_ATTEMPTS = `CASE ${ATTEMPT_CLASSES.toReversed()
  .map(({ from }) => `WHEN count(*) >= ${from} THEN ${from}`)
  .join(' ')} END`;

// One scan over all of transform: a process is in scope when one of its rows is, and then all its rows count.
const sql = (inTransform: string): string => `WITH process AS (
  SELECT max("convenio") FILTER ("x_is_final_attempt") AS client,
    count(*) AS attempts,
    ${CLASS_OF_ATTEMPTS} AS class,
    count(*) FILTER ("x_attempt_number" = 1 AND "summary_status" = 'ok') = 1 AS first_ok,
    count(*) FILTER ("x_is_final_attempt" AND "summary_status" = 'ok') = 1 AS last_ok,
    count(*) FILTER ("summary_status" = 'ok') > 0 AS any_ok,
    bool_or("x_without_process") AS without_id
  FROM transform
  GROUP BY "procesoConvenioGuid", CASE WHEN "x_without_process" THEN "id" END
  HAVING bool_or(${inTransform})
)
SELECT client, class,
  GROUPING(client, class) AS grouping,
  count(*) AS n,
  count(*) FILTER (first_ok) AS first_ok,
  count(*) FILTER (last_ok) AS last_ok,
  count(*) FILTER (any_ok AND NOT first_ok) AS recovered,
  count(*) FILTER (without_id) AS without_id,
  sum(attempts)::BIGINT AS attempts,
  quantile_cont(attempts, 0.5) AS p50,
  quantile_cont(attempts, 0.95) AS p95,
  max(attempts) AS most
FROM process GROUP BY GROUPING SETS ((), (client), (class))`;

function figuresOf(row: LensRow): ProcessFigures {
  const n = number(row, 'n');
  const firstOk = number(row, 'first_ok');
  return {
    firstTry: proportion(firstOk, n),
    final: proportion(number(row, 'last_ok'), n),
    recovery: proportion(number(row, 'recovered'), n - firstOk),
    attempts: {
      n,
      mean: n === 0 ? null : number(row, 'attempts') / n,
      p50: maybeSteady(row, 'p50'),
      p95: maybeSteady(row, 'p95'),
      max: maybeNumber(row, 'most'),
    },
  };
}

export async function processFigures(
  lens: LensReader,
  { inTransform, parameters }: Selection,
): Promise<Figures['processes']> {
  const rows = await lens.rows(sql(inTransform), parameters);
  const grouped = (grouping: number): readonly LensRow[] => rows.filter((row) => row['grouping'] === grouping);
  const overall = only(grouped(GROUPING.overall));
  const total = number(overall, 'n');
  const sizes = new Map(grouped(GROUPING.byClass).map((row) => [number(row, 'class'), number(row, 'n')]));
  const byClient = grouped(GROUPING.byClient).map((row) => ({ client: maybeText(row, 'client'), ...figuresOf(row) }));
  return {
    overall: figuresOf(overall),
    byClient: inOrder(byClient, ({ client, attempts }) => [-attempts.n, client]),
    distribution: ATTEMPT_CLASSES.map(({ from, to }) => {
      const n = sizes.get(from) ?? 0;
      return { from, to, n, share: total === 0 ? null : n / total };
    }),
    withoutProcessId: number(overall, 'without_id'),
  };
}
