import { assertNever } from '../../shared/assert-never.ts';
import type { StagingColumn } from '../model/column.ts';
import { canonicalDate, type DefaultZone } from './date-sql.ts';

/** Texts that say "no value" in a cell of any kind: what databases and Python write. */
export const MISSING_WORDS = ['', 'NULL', 'null', 'None', '\\N'] as const;
/** Further words for it where a number is expected, in lower case. */
const MISSING_NUMBER_WORDS = ['nan', 'na', 'n/a', '-', '', ...MISSING_WORDS.map((word) => word.toLowerCase())] as const;

export interface CellSettings {
  /** Numbers are written with a decimal comma. */
  readonly decimalComma: boolean;
  readonly zone: DefaultZone;
}

/** The SQL of one cell in layers, each an expression over the names of those before: `text`, `parsed`, `value`. */
export interface CellSql {
  /** Over the text: what is expensive and needed more than once. */
  readonly parsed: string;
  /** Over `parsed`: the typed value as stored, NULL where missing or not readable. */
  readonly value: string;
  /** Over all: cheap, true for every unreadable cell and for some that are only missing in words. */
  readonly suspect: string;
  /** Over text and value: the cell holds something that is no value of its kind. */
  readonly unreadable: string;
}

/** How the cell of one column is read; `text`, `parsed` and `value` are SQL expressions for the three layers. */
export function cellSql(
  staging: StagingColumn,
  text: string,
  parsed: string,
  value: string,
  settings: CellSettings,
): CellSql {
  switch (staging.kind) {
    case 'integer': {
      // Through DOUBLE, because an exported table often holds 590.0 for 590; beyond 2^53 a whole number is not exact.
      const whole = `${parsed} = floor(${parsed}) AND abs(${parsed}) <= ${Number.MAX_SAFE_INTEGER}`;
      return numberSql(text, value, `CASE WHEN ${whole} THEN CAST(${parsed} AS BIGINT) END`, settings);
    }
    case 'score':
    case 'probability':
    case 'duration':
      return numberSql(text, value, `CASE WHEN isfinite(${parsed}) THEN ${parsed} END`, settings);
    case 'text': {
      const absent = staging.key ? `${value} IS NULL` : 'false';
      return {
        parsed: `CASE WHEN trim(${text}) <> '' THEN ${text} END`,
        value: parsed,
        suspect: absent,
        unreadable: absent,
      };
    }
    case 'timestamp':
      return {
        parsed: canonicalDate(text, settings.zone),
        value: parsed,
        suspect: 'x_epoch_us IS NULL',
        unreadable: 'x_epoch_us IS NULL',
      };
    case 'boolean':
      throw new Error('the staging table has no truth values');
    default:
      return assertNever(staging.kind);
  }
}

function numberSql(text: string, value: string, valueSql: string, settings: CellSettings): CellSql {
  const words = MISSING_NUMBER_WORDS.map((word) => `'${word}'`).join(', ');
  return {
    parsed: `try_cast(${settings.decimalComma ? `replace(${text}, ',', '.')` : text} AS DOUBLE)`,
    value: valueSql,
    suspect: `(${text} IS NOT NULL AND ${value} IS NULL)`,
    // Not IN: DuckDB turns each longer IN into a join, and a row has seventy such cells.
    unreadable: `(${text} IS NOT NULL AND ${value} IS NULL AND NOT list_contains([${words}], lower(trim(${text}))))`,
  };
}
