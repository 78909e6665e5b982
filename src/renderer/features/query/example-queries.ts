import type { AskedKey, Words } from '../../i18n/words.ts';
import type { queryWords } from './query-words.ts';

type QueryWord = typeof queryWords extends Words<infer Key> ? AskedKey<Key> : never;

/** Queries to begin with: each answers one of the questions that the product is for. */
export const EXAMPLE_QUERIES: readonly { readonly title: QueryWord; readonly sql: string }[] = [
  {
    title: 'exampleAnswers',
    sql: `SELECT summary_code, summary_desc, summary_status, count(*) AS transactions
FROM transform
GROUP BY ALL
ORDER BY transactions DESC`,
  },
  {
    title: 'exampleAcceptance',
    sql: `SELECT convenio,
       count(*) AS transactions,
       avg(CASE WHEN summary_status = 'ok' THEN 1 ELSE 0 END) AS acceptance_rate
FROM transform
GROUP BY convenio
ORDER BY transactions DESC`,
  },
  {
    title: 'exampleSlow',
    sql: `SELECT id, date, convenio, summary_desc, total_time_ms
FROM transform
WHERE total_time_ms > 0
ORDER BY total_time_ms DESC
LIMIT 100`,
  },
  {
    title: 'exampleRetries',
    sql: `SELECT attempts, count(*) AS processes
FROM (
  SELECT "procesoConvenioGuid", count(*) AS attempts
  FROM transform
  GROUP BY ALL
)
GROUP BY attempts
ORDER BY attempts`,
  },
  {
    title: 'exampleHours',
    sql: `SELECT hour(x_local_time) AS hour, count(*) AS transactions, median(total_time_ms) AS p50_ms
FROM transform
GROUP BY hour
ORDER BY hour`,
  },
];
