import { IS_ACCEPTED } from './condition-sql.ts';
import { inFirst, inLast, processQuery, secondsBetween, type QueryOf } from './process-sql.ts';

/** The statement of the kind `longest-processes`. */
export function longestProcessesSql({ limit }: QueryOf<'longest-processes'>, selected: string): string {
  return `${processQuery(selected, [
    'any_value("procesoConvenioGuid") AS process',
    `${inLast('"convenio"')} AS client`,
    'count(*) AS attempts',
    `${inLast('"id"')} AS "row"`,
    `${inFirst('"date"')} AS first_date`,
    `${secondsBetween('min("x_epoch_us")', 'max("x_epoch_us")')} AS seconds`,
    `${inLast('"summary_desc"')} AS last_description`,
    `bool_or("x_is_final_attempt" AND ${IS_ACCEPTED}) IS TRUE AS accepted`,
  ])}
  ORDER BY attempts DESC, "row"
  LIMIT ${limit}`;
}
