import { IS_ACCEPTED } from './condition-sql.ts';
import { inLast, processQuery, secondsBetween, type QueryOf } from './process-sql.ts';

/** Steps of a curve are kept apart by thirds of an octave from one second on, up to 34 years. */
const STEPS_IN_OCTAVE = 3;
const LAST_TIME_STEP = 90;
const STEPS_OF_ACCEPTANCE = 100;
const ROUNDING = 1e6;

/** In which step of the time axis a time falls; -1 is that of the first attempt itself. */
export function timeStep(seconds: number): number {
  if (seconds <= 0) return -1;
  return Math.min(LAST_TIME_STEP, Math.floor(STEPS_IN_OCTAVE * Math.log2(Math.max(1, seconds))));
}

/** In which hundredth a share falls; rounded first, so that the noise of a product does not decide. */
export function acceptanceStep(accepted: number): number {
  return Math.floor(Math.round(STEPS_OF_ACCEPTANCE * accepted * ROUNDING) / ROUNDING);
}

const TIME_STEP = `CASE WHEN seconds <= 0 THEN -1 ELSE least(${LAST_TIME_STEP}, floor(${STEPS_IN_OCTAVE} * log2(greatest(seconds, 1)))) END`;
const ACCEPTANCE_STEP = `floor(round(${STEPS_OF_ACCEPTANCE} * (1 - survival), 6))`;

/** The statement of the kind `time-to-acceptance`. */
export function timeToAcceptanceSql({ split }: QueryOf<'time-to-acceptance'>, selected: string): string {
  const client = split === null ? '' : 'client, ';
  const partition = split === null ? '' : 'PARTITION BY client ';
  return `WITH process AS (
  ${processQuery(selected, [
    ...(split === null ? [] : [`${inLast('"convenio"')} AS client`]),
    'min("x_epoch_us") AS begun',
    `min("x_epoch_us") FILTER (WHERE ${IS_ACCEPTED}) AS accepted_at`,
    'max("x_epoch_us") AS ended',
  ])}
), moment AS (
  SELECT ${client}${secondsBetween('begun', 'coalesce(accepted_at, ended)')} AS seconds,
    count(accepted_at) AS events, count(*) AS leaving
  FROM process GROUP BY ALL
), counted AS (
  SELECT *, sum(leaving) OVER (${partition}ORDER BY seconds DESC) AS at_risk, sum(leaving) OVER (${partition}) AS n,
    sum(events) OVER (${partition}ORDER BY seconds) AS accepted_so_far
  FROM moment
), estimate AS (
  SELECT *,
    CASE WHEN events = at_risk THEN 0
      ELSE exp(sum(CASE WHEN events < at_risk THEN ln(1 - events / at_risk) ELSE 0 END) OVER (${partition}ORDER BY seconds)) END AS survival,
    sum(CASE WHEN events < at_risk THEN events / (at_risk * (at_risk - events)) ELSE 0 END) OVER (${partition}ORDER BY seconds) AS variance
  FROM counted
), spread AS (
  SELECT *, CASE WHEN survival > 0 THEN exp(1.959963984540054 * sqrt(variance) / abs(ln(survival))) END AS spread
  FROM estimate WHERE events > 0
)
SELECT ${client}seconds, 1 - survival AS accepted, 1 - survival ** (1 / spread) AS low, 1 - survival ** spread AS high,
  at_risk::BIGINT AS at_risk, accepted_so_far / n AS of_all
FROM spread
QUALIFY row_number() OVER (PARTITION BY ${client}${TIME_STEP}, ${ACCEPTANCE_STEP} ORDER BY seconds) = 1
  OR row_number() OVER (${partition}ORDER BY seconds DESC) = 1
ORDER BY ${split === null ? '' : 'client NULLS LAST, '}seconds`;
}
