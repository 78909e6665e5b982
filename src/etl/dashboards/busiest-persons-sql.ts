import { IS_ACCEPTED } from './condition-sql.ts';
import { inLast, processQuery, type QueryOf } from './process-sql.ts';

/** The person of a transaction, NULL where it names none. */
export const PERSON = `NULLIF("documento", '')`;

/** The statement of the kind `busiest-persons`. */
export function busiestPersonsSql({ limit }: QueryOf<'busiest-persons'>, selected: string): string {
  return `WITH process AS (
  ${processQuery(selected, [
    `${inLast(PERSON)} AS person`,
    `${inLast('"convenio"')} AS client`,
    'count(*) AS attempts',
    `bool_or("x_is_final_attempt" AND ${IS_ACCEPTED}) IS TRUE AS accepted`,
    `${inLast('"id"')} AS id`,
    'max("x_epoch_us") AS ended',
  ])}
)
SELECT person, count(*) AS processes, sum(attempts)::BIGINT AS attempts, count(*) FILTER (WHERE accepted) AS accepted,
  count(DISTINCT client) AS clients, arg_max(id, (ended, id)) AS "row"
FROM process WHERE person IS NOT NULL
GROUP BY person
ORDER BY processes DESC, attempts DESC, "row"
LIMIT ${limit}`;
}
