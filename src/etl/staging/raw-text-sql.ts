import { DUCKDB } from '../sql/dialects.ts';

/** The SQL of a list of texts as one CSV record; a missing text is an empty field. */
export function rawTextSql(texts: string, delimiter: string): string {
  const special = DUCKDB.text(`["\r\n\\x{${delimiter.charCodeAt(0).toString(16)}}]`);
  const field = `CASE WHEN regexp_matches(cell, ${special}) THEN '"' || replace(cell, '"', '""') || '"' ELSE cell END`;
  return `array_to_string(list_transform(${texts}, lambda cell: coalesce(${field}, '')), ${DUCKDB.text(delimiter)})`;
}
