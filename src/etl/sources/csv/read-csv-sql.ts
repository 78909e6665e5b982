import { resolve } from 'node:path';
import { MISSING_WORDS } from '../../staging/cell-sql.ts';
import { sourceColumn } from '../../staging/incoming-sql.ts';
import { DUCKDB } from '../../sql/dialects.ts';
import type { CsvSurvey } from './csv-survey.ts';

/** The relation `c0`, `c1`, … of a regular CSV file, every value as text; rows of a wrong width are put aside in `reject_errors` or skipped. */
export function readCsvRelation(
  path: string,
  survey: CsvSurvey,
  delimiter: string,
  width: number,
  broken: 'keep' | 'skip',
): string {
  const columns = Array.from({ length: width }, (_, position) => `'${sourceColumn(position)}': 'VARCHAR'`);
  const options = [
    `columns = {${columns.join(', ')}}`,
    `delim = ${DUCKDB.text(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    'header = true',
    'auto_detect = false',
    'strict_mode = true',
    `nullstr = [${MISSING_WORDS.map((word) => DUCKDB.text(word)).join(', ')}]`,
    broken === 'keep' ? 'store_rejects = true' : 'ignore_errors = true',
    'buffer_size = 8388608',
    `compression = '${survey.compression}'`,
    // Every quoted line break makes a file irregular, so that the parallel reader never has to guess at one.
    'parallel = true',
  ];
  return `read_csv(${DUCKDB.text(globEscaped(resolve(path)))}, ${options.join(', ')})`;
}

/** DuckDB takes `*`, `?` and `[` in a file name for a pattern (and a leading `~` of a relative one for the home folder). */
function globEscaped(path: string): string {
  return path.replaceAll(/[*?[]/g, (character) => `[${character}]`);
}
