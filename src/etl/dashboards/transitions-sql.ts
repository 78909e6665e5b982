import { RESPONSE_CODES, RESPONSE_OUTCOMES } from '../model/response-codes.ts';
import { DUCKDB } from '../sql/dialects.ts';
import { IS_ACCEPTED, answeredWith } from './condition-sql.ts';
import { PROCESS_KEY, type QueryOf } from './process-sql.ts';

/** What an answer comes to: `accepted` where the transaction was, else the outcome of its code in the catalogue. */
export const ANSWER_OUTCOME = `CASE WHEN ${IS_ACCEPTED} THEN 'accepted' ${RESPONSE_OUTCOMES.filter((outcome) =>
  RESPONSE_CODES.some((response) => response.outcome === outcome),
)
  .map((outcome) => `WHEN ${answeredWith(outcome)} THEN ${DUCKDB.text(outcome)}`)
  .join(' ')} END`;

/** The statement of the kind `transitions`. */
export function transitionsSql({ attempts, together }: QueryOf<'transitions'>, selected: string): string {
  const names = [...(together ? [] : ['attempt']), '"from"', 'from_outcome', '"to"', 'to_outcome', '"last"'];
  const order = [...(together ? [] : ['attempt']), 'n DESC', ...names.slice(together ? 0 : 1)];
  return `WITH attempt AS (
  SELECT "x_attempt_number" AS attempt, "summary_desc" AS "from", ${ANSWER_OUTCOME} AS from_outcome,
    lead("from") OVER process AS "to", lead(from_outcome) OVER process AS to_outcome, "x_is_final_attempt" AS "last",
    bool_or(${selected}) OVER (PARTITION BY ${PROCESS_KEY}) AS in_scope
  FROM transform
  WINDOW process AS (PARTITION BY ${PROCESS_KEY} ORDER BY "x_attempt_number")
)
SELECT ${names.join(', ')}, count(*) AS n
FROM attempt WHERE in_scope${together ? '' : ` AND attempt <= ${attempts}`}
GROUP BY ALL
ORDER BY ${order.map((term) => `${term} NULLS LAST`).join(', ')}`;
}
