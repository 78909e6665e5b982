import { DUCKDB } from '../sql/dialects.ts';

/** The zone in which a date without offset was written: `UTC`, an offset `±HH:MM`, or an IANA name such as `America/Bogota`. */
export type DefaultZone = string;

const OFFSET = '[+-](0[0-9]|1[0-8]):[0-5][0-9]';
const CANONICAL = String.raw`\d{4}-\d\d-\d\d[T ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}${OFFSET}`;
const CLOCK = String.raw`\d{4}-\d\d-\d\d[Tt ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d{1,9})?)?`;
const ACCEPTED = String.raw`${CLOCK} ?([Zz]|[+-](0\d|1[0-8])(:?[0-5]\d)?)?`;
const ENDING_OFFSET = String.raw`:\d\d(?:[.,]\d+)? ?([Zz]|[+-]\d\d(?::?\d\d)?)$`;

/** The offset `±HH:MM` of a local clock `YYYY-MM-DD HH:MM` in a zone. */
function zoneOffset(local: string, zone: DefaultZone): string {
  if (zone === 'UTC') return "'+00:00'";
  if (/^[+-]\d\d:\d\d$/.test(zone)) return DUCKDB.text(zone);
  const clock = `try_cast(${local} AS TIMESTAMP)`;
  const minutes = `CAST(epoch(${clock}) - epoch(timezone(${DUCKDB.text(zone)}, ${clock})) AS BIGINT) // 60`;
  return `printf('%s%02d:%02d', CASE WHEN ${minutes} < 0 THEN '-' ELSE '+' END, abs(${minutes}) // 60, abs(${minutes}) % 60)`;
}

/**
 * The canonical text `YYYY-MM-DD HH:MM:SS.ffffff±HH:MM` of an ISO 8601 date (T or space, 0 to 9 fraction digits cut to
 * microseconds, offset, Z or none), NULL where it is none. The calendar is checked by {@link epochMicroseconds}.
 */
export function canonicalDate(raw: string, zone: DefaultZone): string {
  const trimmed = `trim(${raw})`;
  const local = `(substr(${trimmed}, 1, 10) || ' ' || substr(${trimmed}, 12, 5))`;
  const seconds = `coalesce(nullif(regexp_extract(${trimmed}, '^.{16}:(\\d\\d)', 1), ''), '00')`;
  const fraction = `rpad(left(regexp_extract(${trimmed}, '[.,](\\d+)', 1), 6), 6, '0')`;
  const written = `regexp_extract(${trimmed}, '${ENDING_OFFSET}', 1)`;
  const offset = `CASE
      WHEN ${written} = '' THEN ${zoneOffset(local, zone)}
      WHEN upper(${written}) = 'Z' THEN '+00:00'
      ELSE substr(${written}, 1, 3) || ':' || coalesce(nullif(replace(substr(${written}, 4), ':', ''), ''), '00')
    END`;
  return `CASE
    WHEN regexp_full_match(${raw}, '${CANONICAL}') THEN substr(${raw}, 1, 10) || ' ' || substr(${raw}, 12)
    WHEN regexp_full_match(${trimmed}, '${ACCEPTED}') THEN ${local} || ':' || ${seconds} || '.' || ${fraction} || ${offset}
  END`;
}

/** Whether an accepted date carries no offset, so that the default zone was assumed. */
export function zoneAssumed(raw: string): string {
  return `regexp_full_match(trim(${raw}), '${CLOCK}')`;
}

/** The years whose microseconds since 1970 are all exact in a floating-point number, as which JavaScript holds them. */
const YEARS = "BETWEEN '1685' AND '2254'";

/** Microseconds since 1970 UTC of a canonical date; NULL for a day that no calendar has, or a year beyond 1685 to 2254. */
export function epochMicroseconds(canonical: string): string {
  const clock = `CASE WHEN left(${canonical}, 4) ${YEARS} THEN try_cast(left(${canonical}, 26) AS TIMESTAMP) END`;
  const minutes = `(CAST(substr(${canonical}, 28, 2) AS BIGINT) * 60 + CAST(substr(${canonical}, 31, 2) AS BIGINT))`;
  return `epoch_us(${clock}) - CASE substr(${canonical}, 27, 1) WHEN '-' THEN -1 ELSE 1 END * ${minutes} * 60000000`;
}
