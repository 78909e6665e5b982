import { PostgreSQL, SQLDialect } from '@codemirror/lang-sql';

const FURTHER_KEYWORDS = [
  'anti asof columns describe exclude explain filter glob ilike lambda pivot positional qualify replace',
  'sample semi show summarize try_cast unpivot using',
].join(' ');

const FUNCTIONS = [
  'approx_count_distinct arg_max arg_min avg bool_and bool_or coalesce corr count count_if date_diff date_part date_trunc',
  'day dayname dense_rank epoch epoch_ms first floor greatest histogram hour if ifnull kurtosis lag last lead least length',
  'list lower ltrim max median min minute mode month monthname ntile nullif percent_rank quantile_cont quantile_disc rank',
  'regexp_extract regexp_matches round row_number rtrim skewness stddev strftime string_agg substr sum trim upper var_samp',
  'week weekday year',
].join(' ');

/** The SQL of DuckDB, near enough to that of PostgreSQL: its own keywords and the functions that an analyst uses. */
export const DUCKDB_DIALECT: SQLDialect = SQLDialect.define({
  ...PostgreSQL.spec,
  // A word that names one of our tables is no keyword here.
  keywords: `${PostgreSQL.spec.keywords ?? ''} ${FURTHER_KEYWORDS}`.replaceAll(/\btransform\b/g, ''),
  builtin: FUNCTIONS,
});
